import { sql, type RawBuilder } from 'kysely';

/** A service together with a key or a visitor's hash: what reports and voices are found by. */
export type Pair = readonly [serviceId: string, value: string];

/** One text for a pair, to be used in a `Map` or `Set`. Unambiguous, as no storable text holds a NUL. */
export const pairKey = ([serviceId, value]: Pair): string => `${serviceId}\0${value}`;

/** Orders two texts by UTF-16 unit: the same in every process, whatever its language. */
export const compareTexts = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

/**
 * `(serviceColumn, valueColumn) in (values …)`: the one spelling of a row-value list that both databases
 * understand and answer from the primary key.
 */
export function isOneOf(
  serviceColumn: string,
  valueColumn: string,
  pairs: readonly Pair[],
): RawBuilder<boolean> {
  const rows = sql.join(pairs.map(([serviceId, value]) => sql`(${serviceId}, ${value})`));
  return sql<boolean>`(${sql.ref(serviceColumn)}, ${sql.ref(valueColumn)}) in (values ${rows})`;
}
