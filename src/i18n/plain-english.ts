import type { Wording } from './formats.js';

const SIGNIFICANT_DIGITS = 12; // rounds 0.285 × 100 as Intl does, although it is 28.499999999999996

const round = (value: number): number =>
  Number.isInteger(value) ? value : Math.round(Number(value.toPrecision(SIGNIFICANT_DIGITS)));

const group = (value: number): string =>
  // Most numbers are small, and the pattern takes time to compile.
  value < 1000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const unit = (value: number, name: string): string =>
  `${group(value)} ${name}${value === 1 ? '' : 's'}`;

const padded = (value: number): string => String(value).padStart(2, '0');

const time = (at: Date): string =>
  `${padded(at.getHours() % 12 || 12)}:${padded(at.getMinutes())} ${at.getHours() < 12 ? 'AM' : 'PM'}`;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * The wording of `Intl` for `en` and `en-US` without `Intl`. The first use of `Intl` in a page makes the browser read its
 * data: 15 ms on a fast machine and 60 ms on a slow phone, as long as the rest of the first paint. A test compares the two.
 */
export const plainEnglish: Wording = {
  number: (value) => group(round(value)),
  percent: (share) => `${group(round(share * 100))}%`,
  relative: (value, name) => {
    if (!value) return 'just now';
    return value < 0 ? `${unit(-value, name)} ago` : `in ${unit(value, name)}`;
  },
  unit,
  time,
  dateTime: (at) =>
    `${MONTHS.slice(3 * at.getMonth(), 3 * at.getMonth() + 3)} ${at.getDate()}, ${time(at)}`,
  plural: (count) => (count === 1 ? 'one' : 'other'),
};
