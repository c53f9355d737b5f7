import { withDigits, type Formats } from '../i18n/formats.js';
import { isolate } from '../i18n/isolate.js';

type Direction = 'ltr' | 'rtl';

// Constructors of `Intl` are slow.
const formats = new Map<string, readonly [time: Intl.DateTimeFormat, day: Intl.DateTimeFormat]>();

const formatsOf = (locale: string) => {
  let found = formats.get(locale);
  if (!found) {
    const make = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(withDigits(locale), { ...options, timeZone: 'UTC' });
    found = [
      make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      make({ day: 'numeric', month: 'short' }),
    ];
    formats.set(locale, found);
  }
  return found;
};

/**
 * A moment in words that stay true for as long as a page is kept, and wherever it is read: `14:05 UTC, Nov 29`.
 *
 * @param locale BCP 47 tag that `Intl` knows.
 * @param atMs Epoch milliseconds.
 */
export function writeMoment(locale: string, direction: Direction, atMs: number): string {
  const [time, day] = formatsOf(locale);
  return `${isolate(`${time.format(atMs)} UTC`, direction)}, ${day.format(atMs)}`;
}

/** The formats of a language for a page that may be read later: every time is a moment, none is "5 minutes ago". */
export function lastingFormats(of: Formats, direction: Direction): Formats {
  const moment = (atMs: number) => writeMoment(of.locale, direction, atMs);
  return { ...of, relative: moment, time: moment, dateTime: moment };
}
