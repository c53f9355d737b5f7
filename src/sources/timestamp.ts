const FIRST_MS = Date.UTC(2000, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1) - 1000;
/** Epoch numbers below this are seconds, others milliseconds; for the years 2000 to 2099 the two do not overlap. */
const FIRST_EPOCH_MS = 1e11;

// `2026-06-28T15:58:49.191Z`, but also Uptime Kuma's without a zone, Postgres's `+00`, and Go's, with the zone twice:
// `2025-04-10 13:00:00 +0000 UTC`, `2025-04-10 13:00:00 +0200 +0200`.
const ISO_LIKE =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?( ?(?:[A-Z]{2,5}|[+-]\d{2,4}))?$/;
// RFC 822, `Date.toString()` and `04/26/2021 06:30 PDT`: any date that ends in its zone.
const NAMES_ITS_ZONE = /(?:\b(?:GMT|UTC|UT|Z|[ECMP][SD]T)|[+-]\d\d:?\d\d)(?: \([^()]*\))?$/;

/** Formats epoch milliseconds as in a feed: UTC, whole seconds, clamped to the years 2000 to 2099. */
export function toTimestamp(atMs: number): string {
  const boundedMs = Math.min(LAST_MS, Math.max(FIRST_MS, atMs));
  return new Date(boundedMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

const parseText = (text: string): number => {
  if (/^\d{9,13}$/.test(text)) return parseNumber(Number(text));
  const found = ISO_LIKE.exec(text);
  if (found) {
    const [, day = '', time = '00:00:00', fraction = '', offset, name] = found;
    // Ignore dates whose zone is only a name, except UTC: such names are ambiguous.
    if (!offset && name && !/^ ?(?:UTC|GMT)$/.test(name)) return NaN;
    const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(offset ?? '') ?? [];
    const zone = hours ? `${hours}:${minutes}` : 'Z';
    return Date.parse(`${day}T${time}${fraction && `.${fraction.slice(0, 3)}`}${zone}`);
  }
  return NAMES_ITS_ZONE.test(text) ? Date.parse(text) : NaN;
};

const parseNumber = (value: number): number => (value < FIRST_EPOCH_MS ? value * 1000 : value);

/**
 * Reads a date in any style that status pages use: ISO 8601, also with a space, without a zone (meaning UTC) or as Go
 * prints it; RFC 822; JavaScript's `Date.toString()`; American with a zone; epoch seconds or milliseconds, as number or
 * text.
 *
 * @returns The date in the feed's format, or `undefined` when it is unreadable or outside the years 2000 to 2099.
 */
export function readTimestamp(value: unknown): string | undefined {
  const atMs =
    typeof value === 'string' && value.length <= 80
      ? parseText(value.trim())
      : typeof value === 'number'
        ? parseNumber(value)
        : NaN;
  return atMs >= FIRST_MS && atMs <= LAST_MS ? toTimestamp(atMs) : undefined;
}
