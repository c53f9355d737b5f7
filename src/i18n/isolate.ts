import type { LanguagePack } from './language-pack.js';

// The blocks whose letters are written from right to left, Arabic digits, which move as such letters do, and the marks
// that turn the direction: https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt
const RTL = '\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}';
const TURNING = '\u202A-\u202E\u2066-\u2069';
const FOREIGN_TO_LTR = new RegExp(`[${RTL}${TURNING}]`, 'u');
const OWN_OF_RTL = new RegExp(`[${RTL}]`, 'u');
const FOREIGN_TO_RTL = new RegExp(`[^\\P{L}${RTL}]|[\u200E${TURNING}]`, 'u');

const wrap = (text: string): string => `\u2068${text}\u2069`;

/**
 * Prepares a text of unknown language, such as a service's name, for a sentence that is written from left to right. Wraps
 * it in Unicode isolates (FSI … PDI) where its direction would move the words around it, and only there: programs that
 * know nothing of isolates count them as columns, or draw them.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export const isolateInLtr = (text: string): string =>
  FOREIGN_TO_LTR.test(text) ? wrap(text) : text;

/**
 * The same for a sentence that is written from right to left. There, text without any letters is isolated too: `1.0-2` and
 * `C++` keep their order by it.
 */
export const isolateInRtl = (text: string): string =>
  text !== '' && (!OWN_OF_RTL.test(text) || FOREIGN_TO_RTL.test(text)) ? wrap(text) : text;

/** Prepares a text for a sentence of a language with that direction. */
export const isolate = (text: string, direction: LanguagePack['direction']): string =>
  direction === 'ltr' ? isolateInLtr(text) : isolateInRtl(text);
