import { FeedError, safeUrl } from '../feed/index.js';

/** Most entries of one list. A longer list is refused: cutting it could cut a problem off. */
const MOST_ENTRIES = 5000;

/** A JSON object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a JSON object, false for arrays and `null`. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list whose first entry is an object that passes the test. */
export const beginsWith = (value: unknown, test: (first: Fields) => boolean): boolean => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  return isFields(first) && test(first);
};

/** As {@link beginsWith}, but also true for an empty list. */
export const isListOf = (value: unknown, test: (first: Fields) => boolean): boolean =>
  (Array.isArray(value) && value.length === 0) || beginsWith(value, test);

// Objects are not stringified: JSON.stringify overflows the stack on deep nesting.
const describe = (value: unknown): string => {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60);
};

/** Throws a {@link FeedError} `invalid`: a document breaks its format. */
export const refuse = (path: string, expected: string, value: unknown): never => {
  throw new FeedError('invalid', `${path}: expected ${expected}, got ${describe(value)}`);
};

/**
 * Reads an object that may be missing.
 *
 * @param path Path of the object in the document, for the error.
 * @returns Its fields; no fields when it is missing or `null`.
 * @throws {FeedError} `invalid` for anything else.
 */
export function readFields(value: unknown, path: string): Fields {
  if (value === undefined || value === null) return {};
  return isFields(value) ? value : refuse(path, 'an object', value);
}

/**
 * Reads a list of objects that may be missing.
 *
 * @param path Path of the list in the document, for the error.
 * @returns Its items; no items when it is missing or `null`, which some vendors send for an empty list.
 * @throws {FeedError} `invalid` when it is not a list, is longer than {@link MOST_ENTRIES}, or has an item that is no object.
 */
export function readList(value: unknown, path: string): readonly Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(path, 'a list', value);
  if (value.length > MOST_ENTRIES) refuse(path, `at most ${MOST_ENTRIES} entries`, value.length);
  return value.map((item: unknown, index) =>
    isFields(item) ? item : refuse(`${path}[${index}]`, 'an object', item),
  );
}

/** The objects of a list on which no status depends; none if it is no list. Never throws, unlike {@link readList}. */
export const readLooseList = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

/**
 * Cuts a line of text and marks the cut with an ellipsis.
 *
 * @param maxLength Longest result, in UTF-16 units, including the ellipsis.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Cutting through a surrogate pair would leave half a character.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

// Control characters and lone surrogates: no reader needs them, and Postgres refuses NUL and lone surrogates.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\0-\u001f\u007f]|\p{Surrogate}/gu;

/**
 * Reads a line of text; a number counts as text.
 *
 * @param maxLength Longest result, as in {@link cutText}.
 * @returns The text, trimmed and with spaces for control characters; `undefined` when nothing is left.
 */
export function readText(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  // Cut first, so that a huge text need not be cleaned; cleaning also removes the half of a character cut in two.
  return (
    cutText(
      text
        .slice(0, 2 * maxLength + 100)
        .replace(UNPRINTABLE, ' ')
        .trim(),
      maxLength,
    ) || undefined
  );
}

/**
 * Reads a text for an id or a key, at most 128 characters, empty when missing. Never throws, unlike `String()`, which does
 * for `{"toString": 1}`.
 */
export const textOf = (value: unknown): string => readText(value, 128) ?? '';

/**
 * Reads a URL that may become a link.
 *
 * @param base Absolute URL that resolves a relative one; without it a relative URL is refused.
 * @returns A safe absolute URL of at most 2048 characters, or `undefined`.
 */
export function readUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || !value) return undefined;
  const url = safeUrl(base && URL.canParse(value, base) ? new URL(value, base).href : value);
  return url && url.length <= 2048 ? url : undefined;
}
