/** A service together with a key or a visitor's hash: what reports and voices are found by. */
export type Pair = readonly [serviceId: string, value: string];

/** One text for a pair, to be used in a `Map` or `Set`. Unambiguous, as no storable text holds a NUL. */
export const pairKey = ([serviceId, value]: Pair): string => `${serviceId}\0${value}`;

/** The pair of such a text. */
export const pairOf = (key: string): Pair => {
  const end = key.indexOf('\0');
  return [key.slice(0, end), key.slice(end + 1)];
};

/** Orders two texts by UTF-16 unit: the same in every process, whatever its language. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
