import { forgetFormats, formatsFor, withDigits, type Formats } from '../i18n/formats.js';
import { isolate } from '../i18n/isolate.js';
import type { LastingTexts } from './texts.js';

type Direction = 'ltr' | 'rtl';

/** What `Intl` makes for one language tag. */
interface Written {
  readonly formats: Formats;
  readonly time: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
}

/** Tags kept: `Intl` holds much for each, and a server may be asked for any. */
const MAX_KEPT = 50;

// Constructors of `Intl` are slow. The oldest first.
const kept = new Map<string, Written>();

/**
 * What writes a language, from memory where it is among the last 50 tags.
 *
 * @param tag BCP 47; a malformed one is English.
 */
export function keepLanguage(tag: string): Written {
  let found = kept.get(tag);
  if (!found) {
    const formats = formatsFor(tag);
    const make = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(withDigits(formats.locale), { ...options, timeZone: 'UTC' });
    found = {
      formats,
      time: make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      day: make({ day: 'numeric', month: 'short' }),
    };
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MAX_KEPT) {
      kept.delete(oldest);
      forgetFormats(oldest);
    }
    kept.set(tag, found);
  }
  return found;
}

/**
 * The formats of a language for a page that may be read later: every time is a moment, none is "5 minutes ago". A moment is
 * true wherever it is read: `14:05 UTC, Nov 29`.
 *
 * @param tag BCP 47; a malformed one is English.
 */
export function lastingFormats(tag: string, texts: LastingTexts, direction: Direction): Formats {
  const { formats, time, day } = keepLanguage(tag);
  const moment = (atMs: number) =>
    texts.moment(isolate(`${time.format(atMs)} UTC`, direction), day.format(atMs));
  return { ...formats, relative: moment, time: moment, dateTime: moment };
}
