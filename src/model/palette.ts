import type { Status } from '../feed/index.js';

/** One colour in both schemes, as `#rrggbb`. */
export interface ColorPair {
  readonly light: string;
  readonly dark: string;
}

export type ColorName =
  | 'text'
  | 'muted'
  | 'line'
  | 'surface'
  | 'raised'
  | 'accent'
  | 'accent-text'
  | 'good'
  | 'warn'
  | 'bad'
  | 'worse'
  | 'info';

/**
 * The element's colours as data, for pictures and pages that do not have the element's style sheet. The element repeats
 * them in its style sheet, which must stay small; a test compares the two.
 */
export const PALETTE: Readonly<Record<ColorName, ColorPair>> = {
  text: { light: '#1b1e24', dark: '#eceef2' },
  muted: { light: '#59606d', dark: '#a6adba' },
  line: { light: '#dfe2e8', dark: '#363b46' },
  surface: { light: '#ffffff', dark: '#17191e' },
  raised: { light: '#f3f4f7', dark: '#22252c' },
  accent: { light: '#1a5bcb', dark: '#8db5ff' },
  'accent-text': { light: '#ffffff', dark: '#10131a' },
  good: { light: '#15703f', dark: '#63d49b' },
  warn: { light: '#835400', dark: '#f2be55' },
  bad: { light: '#ad4308', dark: '#ffa170' },
  worse: { light: '#b01c2e', dark: '#ff9093' },
  info: { light: '#2a56a8', dark: '#94baff' },
};

/** The colour of each status. Always show a shape and a word with it, for people who cannot tell colours apart. */
export const STATUS_COLORS: Readonly<Record<Status, ColorName>> = {
  operational: 'good',
  degraded_performance: 'warn',
  partial_outage: 'bad',
  major_outage: 'worse',
  under_maintenance: 'info',
  unknown: 'muted',
};
