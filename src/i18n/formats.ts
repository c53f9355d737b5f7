/**
 * Formats numbers, shares, times and plurals of one language, through `Intl` except in American English. Constructors of
 * `Intl` are slow, the first in a page especially, so each is created on first use and kept for the life of the page.
 */
export interface Formats {
  /** BCP 47 tag, e.g. `en` or `ar-EG`. */
  readonly locale: string;
  /** `1234` → `1,234`. Fractions are rounded to whole numbers: people make no half reports. */
  number(value: number): string;
  /** Share 0–1 → `65%`. */
  percent(share: number): string;
  /** One time relative to another: `just now` within the last minute, else in the largest fitting unit: `5 minutes ago`, `in 2 hours`. */
  relative(atMs: number, nowMs: number): string;
  /** Seconds in the largest fitting unit: `3600` → `1 hour`. */
  duration(seconds: number): string;
  /** Time of day in the visitor's zone: `09:35`. */
  time(atMs: number): string;
  /** Day and time in the visitor's zone: `22 Nov, 09:35`. */
  dateTime(atMs: number): string;
  /** Plural category of a count, to choose the form of a message. */
  plural(count: number): Intl.LDMLPluralRule;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

// 60 minutes become "1 hour", but 90 minutes stay minutes, and one day stays "24 hours".
const fittingUnit = (seconds: number): (typeof UNITS)[number] =>
  UNITS.find(([unit, size]) => seconds >= 2 * size || (seconds === size && unit !== 'day')) ??
  UNITS[3];

/** How one language words the values and units that {@link Formats} chooses. */
interface Wording extends Pick<Formats, 'number' | 'percent' | 'plural'> {
  /** Whole units from now, negative in the past; 0 is just now. */
  relative(value: number, unit: (typeof UNITS)[number][0]): string;
  /** Whole units, at least 0. */
  unit(value: number, unit: (typeof UNITS)[number][0]): string;
  time(at: Date): string;
  dateTime(at: Date): string;
}

const SIGNIFICANT_DIGITS = 12; // rounds 0.285 × 100 as Intl does, although it is 28.499999999999996

const round = (value: number): number =>
  Number.isInteger(value) ? value : Math.round(Number(value.toPrecision(SIGNIFICANT_DIGITS)));

const group = (value: number): string =>
  // Most numbers are small, and the pattern takes time to compile.
  value < 1000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const plainUnit = (value: number, name: string): string =>
  `${group(value)} ${name}${value === 1 ? '' : 's'}`;

const padded = (value: number): string => String(value).padStart(2, '0');

const plainTime = (at: Date): string =>
  `${padded(at.getHours() % 12 || 12)}:${padded(at.getMinutes())} ${at.getHours() < 12 ? 'AM' : 'PM'}`;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The wording of `Intl` for `en` and `en-US` without `Intl`. The first use of `Intl` in a page makes the browser read its
 * data: 15 ms on a fast machine and 60 ms on a slow phone, as long as the rest of the first paint. A test compares the two.
 */
const plainEnglish: Wording = {
  number: (value) => group(round(value)),
  percent: (share) => `${group(round(share * 100))}%`,
  relative: (value, name) => {
    if (!value) return 'just now';
    return value < 0 ? `${plainUnit(-value, name)} ago` : `in ${plainUnit(value, name)}`;
  },
  unit: plainUnit,
  time: plainTime,
  dateTime: (at) =>
    `${MONTHS.slice(3 * at.getMonth(), 3 * at.getMonth() + 3)} ${at.getDate()}, ${plainTime(at)}`,
  plural: (count) => (count === 1 ? 'one' : 'other'),
};

const cache = new Map<string, Formats>();

/** The formats of a language; an unknown or malformed tag falls back to English. */
export function formatsFor(locale: string): Formats {
  let formats = cache.get(locale);
  if (!formats) {
    try {
      formats = createFormats(locale, /^en(-us)?$/i.test(locale) ? plainEnglish : askIntl(locale));
    } catch {
      formats = formatsFor('en');
    }
    cache.set(locale, formats);
  }
  return formats;
}

/** Forgets the formats of a BCP 47 tag, if there are any; for a server, which may be asked for any number of tags. */
export const forgetFormats = (locale: string): void => void cache.delete(locale);

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

/**
 * Names the digits where engines disagree: those of Arabic without a country differ between versions of the data of `Intl`.
 * What a server has drawn must not change in a browser.
 */
export const withDigits = (tag: string): string => (tag === 'ar' ? 'ar-u-nu-latn' : tag);

/** @throws {RangeError} When the tag is malformed. */
function askIntl(tag: string): Wording {
  const [locale] = Intl.getCanonicalLocales(withDigits(tag));
  const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const share = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  );
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const rules = once(() => new Intl.PluralRules(locale));
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const time = once(() => new Intl.DateTimeFormat(locale, clock));
  const dateTime = once(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...clock }),
  );
  const units: Partial<Record<string, Intl.NumberFormat>> = {};
  return {
    number: (value) => whole().format(value),
    percent: (value) => share().format(value),
    // Intl knows "now" alone, which in English sounds like a promise.
    relative: (value, unit) =>
      !value && /^en\b/.test(tag) ? 'just now' : relative().format(value, unit),
    unit: (value, unit) =>
      (units[unit] ??= new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      })).format(value),
    time: (at) => time().format(at),
    dateTime: (at) => dateTime().format(at),
    plural: (count) => rules().select(count),
  };
}

const createFormats = (locale: string, wording: Wording): Formats => ({
  ...wording,
  locale,
  relative: (atMs, nowMs) => {
    const seconds = Math.round((atMs - nowMs) / 1000);
    // Two clocks may be a second apart.
    if (seconds > -60 && seconds < 2) return wording.relative(0, 'second');
    const [unit, size] = fittingUnit(Math.abs(seconds > -120 && seconds < 0 ? 60 : seconds));
    return wording.relative(Math.trunc(seconds / size), unit);
  },
  duration: (seconds) => {
    const [unit, size] = fittingUnit(seconds);
    return wording.unit(Math.round(seconds / size), unit);
  },
  time: (atMs) => wording.time(new Date(atMs)),
  dateTime: (atMs) => wording.dateTime(new Date(atMs)),
});
