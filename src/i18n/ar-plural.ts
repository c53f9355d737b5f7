import type { Formats } from './formats.js';

/** The six forms of Arabic, keyed as `Intl.PluralRules` names them. `#` stands for the formatted number. */
export type ArabicForms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/**
 * Chooses the plural form for a count and inserts the formatted number.
 *
 * @param count 0 or more.
 * @param forms Forms for 0, 1, 2, 3–10, 11–99 and the rest.
 */
export const arabicPlural = (count: number, forms: ArabicForms, formats: Formats): string =>
  forms[formats.plural(count)].replace('#', formats.number(count));

/** A duration after a preposition or in a compound, where only the dual changes: `ساعتان` → `ساعتين`. */
export const genitive = (duration: string): string => duration.replace(/ان$/, 'ين');

/** Counted reports: `بلاغان`, `٣ بلاغات`, `١٢ بلاغًا`. */
export const REPORTS: ArabicForms = {
  zero: 'لا بلاغات',
  one: 'بلاغ واحد',
  two: 'بلاغان',
  few: '# بلاغات',
  many: '# بلاغًا',
  other: '# بلاغ',
};
