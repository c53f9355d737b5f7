import { FeedError, safeUrl } from '../feed/index.js';

/** A JSON object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a JSON object; arrays and `null` are none. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const describe = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

const refuse = (path: string, expected: string, value: unknown): never => {
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
 * @throws {FeedError} `invalid` when it is no list, or one of its items is no object.
 */
export function readList(value: unknown, path: string): readonly Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(path, 'a list', value);
  return value.map((item: unknown, index) =>
    isFields(item) ? item : refuse(`${path}[${index}]`, 'an object', item),
  );
}

/**
 * Reads a line of text.
 *
 * @param maxLength Longest result, in UTF-16 units; a longer text ends in an ellipsis.
 * @returns The text without surrounding space, or `undefined` when there is none.
 */
export function readText(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text.length <= maxLength) return text || undefined;
  // Cutting through a surrogate pair would leave half a character.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Reads a URL that may become a link, at most 2048 characters; `undefined` otherwise. */
export function readUrl(value: unknown): string | undefined {
  const url = typeof value === 'string' ? safeUrl(value) : undefined;
  return url && url.length <= 2048 ? url : undefined;
}
