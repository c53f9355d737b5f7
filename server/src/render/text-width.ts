import { Resvg } from '@resvg/resvg-js';
import { BoundedCache } from '../lib/bounded-cache.js';
import { fontAttributes, FONT_OPTIONS, type FontFamily, fontTable } from './fonts.js';
import { markup } from './markup.js';

const MEASURED_SIZE = 100;
const KEPT_TEXTS = 5000;
/** Lengths of a shortened text to guess before a binary search. */
const GUESSES = 4;

/** Font and size of a text. */
export interface TextStyle {
  readonly family: FontFamily;
  readonly weight: 400 | 700;
  /** In user units. */
  readonly size: number;
}

// The fonts lack these glyphs; in browsers that have them, they are about as wide as a W.
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
 * Measures a text with the engine that draws it, which reloads its fonts every time: a millisecond or more.
 *
 * @returns The advance in fractions of the font size.
 */
export function engineAdvance(text: string, style: TextStyle): number {
  // Bars on both sides turn the width of the ink into the advance, including spaces at the ends.
  return (inkWidth(`|${text}|`, style) - barsWidth(style)) / MEASURED_SIZE;
}

/**
 * Measures a text in the fonts that draw it: from their tables, or with the engine if letters shape each other, as in Arabic.
 *
 * @returns The advance in user units.
 */
export function measureText(text: string, style: TextStyle): number {
  const key = `${style.family} ${style.weight} ${text}`;
  const width = widths.get(key, () => {
    const plain = fontTable('plain', 400);
    // Collapses white space like SVG.
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
  // Measuring is expensive, and most texts are evenly dense, so first try lengths near the share that fits; then search by
  // halving.
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
 * Shrinks a text until it fits, and shortens it if it is still too wide at the least size.
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
 * Breaks a text into lines between words; shortens a word wider than a line, and the last line if text is left over.
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
  // Measures word by word, because sentences differ by a number each minute and known words are cached.
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
