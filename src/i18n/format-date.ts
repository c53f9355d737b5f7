const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a day with its year: `25 Nov 2019`. Not in `formats.ts` because the first paint does not need it.
 *
 * @param atMs Epoch milliseconds.
 * @param locale `locale` of a `Formats`, so `Intl` accepts it.
 */
export function formatDate(atMs: number, locale: string): string {
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    formatters.set(locale, formatter);
  }
  return formatter.format(atMs);
}
