import { FeedError, safeUrl } from '../feed/index.js';

/** Most entries of one list. Cutting a longer one could cut a problem off, so it is refused. */
const MOST_ENTRIES = 5000;

/** A JSON object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a JSON object; arrays and `null` are none. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list that begins with an object of which something is true; never throws. */
export const beginsWith = (value: unknown, test: (first: Fields) => boolean): boolean => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  return isFields(first) && test(first);
};

/** The same for a whole document, which may also be an empty list. */
export const isListOf = (value: unknown, test: (first: Fields) => boolean): boolean =>
  (Array.isArray(value) && value.length === 0) || beginsWith(value, test);

// Never of a whole object: JSON.stringify overflows the stack on what is nested deeply.
const describe = (value: unknown): string => {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60);
};

/** Says that a document breaks its format. */
export const refuse = (path: string, expected: string, value: unknown): never => {
  throw new FeedError('invalid', `${path}: expected ${expected}, got ${describe(value)}`);
};

/**
 * Reads an object that may be missing.
 *
 * @param path Where it lies, for the error.
 * @returns Its fields; none when it is missing or `null`.
 * @throws {FeedError} `invalid` for anything else.
 */
export function readFields(value: unknown, path: string): Fields {
  if (value === undefined || value === null) return {};
  return isFields(value) ? value : refuse(path, 'an object', value);
}

/**
 * Reads a list of objects that may be missing.
 *
 * @param path Where it lies, for the error.
 * @returns Its items; none when it is missing or `null`, as some vendors write an empty list.
 * @throws {FeedError} `invalid` when it is no list, too long a one, or one of its items is no object.
 */
export function readList(value: unknown, path: string): readonly Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(path, 'a list', value);
  if (value.length > MOST_ENTRIES) refuse(path, `at most ${MOST_ENTRIES} entries`, value.length);
  return value.map((item: unknown, index) =>
    isFields(item) ? item : refuse(`${path}[${index}]`, 'an object', item),
  );
}

/**
 * Cuts a line of text.
 *
 * @param maxLength Longest result, in UTF-16 units; a longer text ends in an ellipsis.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Cutting through a surrogate pair would leave half a character.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

// No database and no screen has a use for them, and Postgres refuses NUL and half characters.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\0-\u001f\u007f]|\p{Surrogate}/gu;

/**
 * Reads a line of text; a number counts as text.
 *
 * @param maxLength Longest result, as in {@link cutText}.
 * @returns The text without surrounding space and control characters, or `undefined` when there is none.
 */
export function readText(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  // What is cut off need not be cleaned; a cut through a character is mended by the cleaning.
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
 * The same for what ids and keys are made of, empty when there is none. In place of `String()`, which throws for objects
 * that say they cannot be text.
 */
export const textOf = (value: unknown): string => readText(value, 128) ?? '';

/**
 * Reads a URL that may become a link.
 *
 * @param base Absolute URL that a relative one starts from; without it a relative one is none.
 * @returns At most 2048 characters; `undefined` otherwise.
 */
export function readUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || !value) return undefined;
  const url = safeUrl(base && URL.canParse(value, base) ? new URL(value, base).href : value);
  return url && url.length <= 2048 ? url : undefined;
}
