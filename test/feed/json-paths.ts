/** Keys from the root of a JSON value to one place in it. */
export type JsonPath = readonly (string | number)[];

/** Every place in a JSON value, the root left out, parents before children. */
export function listPaths(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const inner = [...path, key];
    return [inner, ...listPaths((value as Record<string | number, unknown>)[key], inner)];
  });
}

/** The value at a path. */
export const readPath = (root: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], root);

/** A copy of a JSON value with another value at one path; `undefined` removes it. */
export function withPath<T>(root: T, path: JsonPath, value: unknown): T {
  const copy = structuredClone(root);
  const holder = readPath(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) as string | number;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return copy;
}

/** A path as the feed's errors write it: `community.categories[0].label`. */
export const writePath = (path: JsonPath): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
