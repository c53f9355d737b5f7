/** One text for several values, as a key of a `Map` or `Set`. Unambiguous, because no storable text contains NUL. */
export const keyText = (...values: readonly (string | number)[]): string => values.join('\0');

/** Orders two texts by UTF-16 unit: the same in every process, whatever its locale. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
