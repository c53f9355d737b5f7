/**
 * A count with its English noun: `1 hour`, `2 hours`, `1.5 hours`. For the texts of operators, which are English only; what
 * visitors read has the plural forms of its language in `outage-status/texts`.
 *
 * @param count As it is written, such as `1,234`; only `1` is singular.
 */
export const countNoun = (count: number | string, one: string, other = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : other}`;
