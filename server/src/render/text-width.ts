import { Resvg } from '@resvg/resvg-js';
import { BoundedCache } from '../lib/bounded-cache.js';
import { fontAttributes, FONT_OPTIONS, type FontFamily, fontTable } from './fonts.js';
import { markup } from './markup.js';

const MEASURED_SIZE = 100;
const KEPT_TEXTS = 5000;
/** Lengths of a shortened text that are guessed before they are searched for. */
const GUESSES = 4;

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
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text y="${MEASURED_SIZE}" ${fontAttributes(family, weight, MEASURED_SIZE)}>${text}</text></svg>`;
  return new Resvg(svg.text, { font: FONT_OPTIONS }).getBBox()?.width ?? 0;
};

/** One for each font. */
const barsWidths = new Map<string, number>();

const barsWidth = (style: TextStyle): number => {
  const key = `${style.family} ${style.weight}`;
  const width = barsWidths.get(key) ?? inkWidth('||', style);
  barsWidths.set(key, width);
  return width;
};

/**
 * Measures a text with the engine that draws it. That reads its fonts anew every time, which takes a millisecond or more.
 *
 * @returns Its advance in parts of the size of the font.
 */
export function engineAdvance(text: string, style: TextStyle): number {
  // Bars around it turn the width of the ink into the advance, spaces at its ends included.
  return (inkWidth(`|${text}|`, style) - barsWidth(style)) / MEASURED_SIZE;
}

/**
 * Measures a text with the fonts that draw it: by their tables, or where letters shape each other, as in Arabic, by the engine.
 *
 * @returns Its advance in user units.
 */
export function measureText(text: string, style: TextStyle): number {
  const key = `${style.family} ${style.weight} ${text}`;
  const width = widths.get(key, () => {
    const plain = fontTable('plain', 400);
    // As SVG does it with white space.
    const collapsed = text.replace(/\s+/g, ' ');
    const measured = collapsed.replace(WIDE, (character) =>
      plain.has(character) ? character : 'W',
    );
    return (
      fontTable(style.family, style.weight).advance(measured) ?? engineAdvance(measured, style)
    );
  });
  return width * style.size;
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
  const cut = (length: number): string => `${parts.slice(0, length).join('').trimEnd()}…`;
  let low = 0;
  let high = parts.length;
  let length = parts.length;
  let width = measureText(whole, style);
  // Measuring is what costs, and most texts are evenly dense: the right length is near the share that fits. Texts that are not
  // are halved.
  for (let tries = 0; low < high; tries += 1) {
    const guess = tries < GUESSES ? Math.round((length * maxWidth) / width) : (low + high) / 2;
    length = Math.min(Math.max(Math.ceil(guess), low + 1), high);
    width = measureText(cut(length), style);
    if (width <= maxWidth) low = length;
    else high = length - 1;
  }
  return cut(low);
}

/**
 * Makes a text smaller until it fits, and shortens it when the least size is still too large.
 *
 * @param maxWidth In user units.
 * @param minSize In user units.
 */
export function shrinkText(
  text: string,
  style: TextStyle,
  maxWidth: number,
  minSize: number,
): { readonly text: string; readonly style: TextStyle } {
  const fitting = Math.floor((style.size * maxWidth) / Math.max(1, measureText(text, style)));
  const smaller = { ...style, size: Math.max(minSize, Math.min(style.size, fitting)) };
  return { text: fitText(text, smaller, maxWidth), style: smaller };
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
