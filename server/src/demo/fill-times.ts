import { toTimestamp } from '../lib/clock.js';

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const MARK = /\{\{now(?:([+-])(\d{1,6})([smhd]))?\}\}/g;

/**
 * Replaces relative times in a text, so that a file can contain a document that is always fresh.
 *
 * @param text Contains marks such as `{{now}}`, `{{now-25m}}`, `{{now+2h}}`; units are s, m, h and d.
 * @param nowMs The time of `now`, epoch milliseconds.
 * @returns The text with ISO 8601 UTC times in whole seconds; the rest of the text is unchanged.
 */
export function fillTimes(text: string, nowMs: number): string {
  return text.replace(
    MARK,
    (_mark, sign?: '+' | '-', amount?: string, unit?: keyof typeof UNIT_MS) => {
      const offsetMs = sign && amount && unit ? Number(`${sign}${amount}`) * UNIT_MS[unit] : 0;
      return toTimestamp(nowMs + offsetMs);
    },
  );
}
