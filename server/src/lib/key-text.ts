/** One text for several values, to be used in a `Map` or `Set`. Unambiguous, as no storable text holds a NUL. */
export const keyText = (...values: readonly (string | number)[]): string => values.join('\0');

/** Orders two texts by UTF-16 unit: the same in every process, whatever its language. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
