import { Resvg } from '@resvg/resvg-js';
import { BoundedCache } from './bounded-cache.js';
import { FONT_FAMILIES, FONT_OPTIONS, type FontFamily } from './fonts.js';
import { markup } from './markup.js';

const MEASURED_SIZE = 100;
const KEPT_TEXTS = 5000;

/** How a text is set. */
export interface TextStyle {
  readonly family: FontFamily;
  readonly weight: 400 | 700;
  /** In user units. */
  readonly size: number;
}

// The fonts have no such glyphs; where somebody's browser has them, they are about as wide as a W.
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

const widths = new BoundedCache<number>(KEPT_TEXTS);

const inkWidth = (text: string, { family, weight }: TextStyle): number => {
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text y="${MEASURED_SIZE}" font-family="${FONT_FAMILIES[family]}" font-weight="${weight}" font-size="${MEASURED_SIZE}">${text}</text></svg>`;
  return new Resvg(svg.text, { font: FONT_OPTIONS }).getBBox()?.width ?? 0;
};

/**
 * Measures a text with the engine and the fonts that draw it, shaping of Arabic included.
 *
 * @returns Its advance in user units.
 */
export function measureText(text: string, style: TextStyle): number {
  const key = `${style.family} ${style.weight} ${text}`;
  const width = widths.get(key, () => {
    const measured = text.replace(WIDE, 'W');
    // Bars around it turn the width of the ink into the advance, spaces at its ends included.
    return inkWidth(`|${measured}|`, style) - inkWidth('||', style);
  });
  return (width * style.size) / MEASURED_SIZE;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Shortens a text to a width, with an ellipsis, between characters as people see them.
 *
 * @param maxWidth In user units.
 */
export function fitText(text: string, style: TextStyle, maxWidth: number): string {
  // No badge or card shows more, and measuring much longer texts would cost as much as drawing.
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment).slice(0, 200);
  const whole = parts.join('');
  if (whole === text && measureText(text, style) <= maxWidth) return text;
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = `${parts.slice(0, middle).join('').trimEnd()}…`;
    if (measureText(tried, style) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return `${parts.slice(0, low).join('').trimEnd()}…`;
}

/**
 * Breaks a text into lines between words; a word wider than a line is shortened, and so is the last line when there is more.
 *
 * @param maxWidth In user units.
 * @returns At most `maxLines` lines.
 */
export function wrapText(
  text: string,
  style: TextStyle,
  maxWidth: number,
  maxLines: number,
): string[] {
  const space = measureText(' ', style);
  // Word by word, so that what is measured comes again and is known: sentences differ by a number each minute.
  const words = text.split(/\s+/).map((word) => ({ word, width: measureText(word, style) }));
  const lines: { text: string; width: number }[] = [];
  for (const { word, width } of words) {
    const last = lines.at(-1);
    if (last && (last.width + space + width <= maxWidth || lines.length === maxLines)) {
      last.text += ` ${word}`;
      last.width += space + width;
    } else {
      lines.push({ text: word, width });
    }
  }
  return lines.map((line) =>
    line.width <= maxWidth ? line.text : fitText(line.text, style, maxWidth),
  );
}
