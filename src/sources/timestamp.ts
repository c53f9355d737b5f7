const FIRST_MS = Date.UTC(2000, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1) - 1000;
/** Epoch numbers below this are seconds, those above milliseconds: the years 2000 to 2099 overlap in neither. */
const FIRST_EPOCH_MS = 1e11;

// `2026-06-28T15:58:49.191Z`, but also Uptime Kuma's without a zone, Postgres's `+00`, and Go's, which says the zone twice:
// `2025-04-10 13:00:00 +0000 UTC`, `2025-04-10 13:00:00 +0200 +0200`.
const ISO_LIKE =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?( ?(?:[A-Z]{2,5}|[+-]\d{2,4}))?$/;
// RFC 822, `Date.toString()` and `04/26/2021 06:30 PDT`: whatever names its zone at the end.
const NAMES_ITS_ZONE = /(?:\b(?:GMT|UTC|UT|Z|[ECMP][SD]T)|[+-]\d\d:?\d\d)(?: \([^()]*\))?$/;

/** Writes epoch milliseconds as the feed does: UTC, whole seconds; outside the years 2000 to 2099 the nearest of them. */
export function toTimestamp(atMs: number): string {
  const boundedMs = Math.min(LAST_MS, Math.max(FIRST_MS, atMs));
  return new Date(boundedMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

const parseText = (text: string): number => {
  if (/^\d{9,13}$/.test(text)) return parseNumber(Number(text));
  const found = ISO_LIKE.exec(text);
  if (found) {
    const [, day = '', time = '00:00:00', fraction = '', offset, name] = found;
    // A zone that only has a name says nothing unless it is UTC's.
    if (!offset && name && !/^ ?(?:UTC|GMT)$/.test(name)) return NaN;
    const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(offset ?? '') ?? [];
    const zone = hours ? `${hours}:${minutes}` : 'Z';
    return Date.parse(`${day}T${time}${fraction && `.${fraction.slice(0, 3)}`}${zone}`);
  }
  return NAMES_ITS_ZONE.test(text) ? Date.parse(text) : NaN;
};

const parseNumber = (value: number): number => (value < FIRST_EPOCH_MS ? value * 1000 : value);

/**
 * Reads a date in any of the styles that status pages write: ISO 8601, also with a space, without a zone (then it is UTC)
 * or as Go prints it; RFC 822; JavaScript's `Date.toString()`; American with a zone; epoch seconds or milliseconds, as
 * number or text.
 *
 * @returns The date as the feed writes it, or `undefined` when it is not readable or not in the years 2000 to 2099.
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
