import type { LanguagePack } from './language-pack.js';

// The blocks whose letters are written from right to left, Arabic digits, which move as such letters do, and the marks
// that count as such letters: https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt
const RTL = '\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}';
const FOREIGN_TO_LTR = new RegExp(`[${RTL}]`, 'u');
const FOREIGN_TO_RTL = new RegExp(`[^\\P{L}${RTL}]|\u200E`, 'u');

/** Without the marks that turn the direction until another one: one too many would end the isolate, and turn what follows. */
export const withoutMarks = (text: string): string =>
  text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

const wrap = (text: string): string => `\u2068${text}\u2069`;

/**
 * Prepares a text of unknown language, such as a service's name, for a sentence that is written from left to right. Wraps
 * it in Unicode isolates (FSI … PDI) where its direction would move the words around it, and only there: programs that
 * know nothing of isolates count them as columns, or draw them.
 *
 * @returns The text without marks of its own that embed, override or isolate.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export const isolateInLtr = (text: string): string => {
  const plain = withoutMarks(text);
  return FOREIGN_TO_LTR.test(plain) ? wrap(plain) : plain;
};

/**
 * The same for a sentence that is written from right to left. There, text without any letters is isolated too: `1.0-2` and
 * `C++` keep their order by it.
 */
export const isolateInRtl = (text: string): string => {
  const plain = withoutMarks(text);
  const isOwn = FOREIGN_TO_LTR.test(plain) && !FOREIGN_TO_RTL.test(plain);
  return plain === '' || isOwn ? plain : wrap(plain);
};

/** Prepares a text for a sentence of a language with that direction. */
export const isolate = (text: string, direction: LanguagePack['direction']): string =>
  direction === 'ltr' ? isolateInLtr(text) : isolateInRtl(text);
