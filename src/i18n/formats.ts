/**
 * Numbers, shares, times and plurals of one language, all through `Intl`. Constructors of `Intl` are slow (about 50 µs
 * each), so every language has one set for the life of the page; `formatsFor` bounds it by the languages in use.
 */
export interface Formats {
  /** BCP 47 tag, e.g. `en` or `ar-EG`. */
  readonly locale: string;
  /** `1234` → `1,234`. Fractions are rounded to whole numbers, below 10 to one decimal. */
  number(value: number): string;
  /** Share 0–1 → `65%`. */
  percent(share: number): string;
  /** A moment seen from another, in the largest fitting unit: `now`, `5 minutes ago`, `in 2 hours`. */
  relative(atMs: number, nowMs: number): string;
  /** A length of time in its largest fitting unit: `3600` → `1 hour`. */
  duration(seconds: number): string;
  /** Time of day in the visitor's zone: `09:35`. */
  time(atMs: number): string;
  /** Day and time in the visitor's zone: `22 Nov, 09:35`. */
  dateTime(atMs: number): string;
  /** Plural category of a count, to choose between the forms of a message. */
  plural(count: number): Intl.LDMLPluralRule;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

// 90 minutes are better told as minutes, 60 as one hour; a day is better told as 24 hours.
const fittingUnit = (seconds: number): (typeof UNITS)[number] =>
  UNITS.find(([unit, size]) => seconds >= 2 * size || (seconds === size && unit !== 'day')) ??
  UNITS[3];

const cache = new Map<string, Formats>();

/** The formats of a language; an unknown or malformed tag falls back to English. */
export function formatsFor(locale: string): Formats {
  let formats = cache.get(locale);
  if (!formats) {
    try {
      formats = createFormats(locale);
    } catch {
      formats = createFormats('en');
    }
    cache.set(locale, formats);
  }
  return formats;
}

function createFormats(locale: string): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const rules = new Intl.PluralRules(locale);
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const time = new Intl.DateTimeFormat(locale, clock);
  const dateTime = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...clock });
  const units: Partial<Record<string, Intl.NumberFormat>> = {};
  return {
    locale,
    number: (value) => (value < 10 ? tenths : whole).format(value),
    percent: (value) => share.format(value),
    relative: (atMs, nowMs) => {
      const seconds = Math.round((atMs - nowMs) / 1000);
      const [unit, size] = fittingUnit(Math.abs(seconds));
      return relative.format(Math.trunc(seconds / size), unit);
    },
    duration: (seconds) => {
      const [unit, size] = fittingUnit(seconds);
      return (units[unit] ??= new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      })).format(Math.round(seconds / size));
    },
    time: (atMs) => time.format(atMs),
    dateTime: (atMs) => dateTime.format(atMs),
    plural: (count) => rules.select(count),
  };
}
