const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A day with its year: `25 Nov 2019`. Apart from `formats.ts` because the first paint has no use for it.
 *
 * @param atMs Epoch milliseconds.
 * @param locale From `Formats`, so known to `Intl`.
 */
export function formatDate(atMs: number, locale: string): string {
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    formatters.set(locale, formatter);
  }
  return formatter.format(atMs);
}
