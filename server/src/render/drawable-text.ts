import { readFileSync } from 'node:fs';
import { PLAIN_FONT_FILE } from './fonts.js';

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * The code points that a TrueType font has, in ascending order.
 *
 * @throws {Error} When it has no table of all of Unicode (format 12).
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
function readRanges(font: Buffer): Range[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  const cmap = entry === undefined ? 0 : font.readUInt32BE(entry + 8);
  const count = cmap === 0 ? 0 : font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, group) => ({
      first: font.readUInt32BE(at + 16 + group * 12),
      last: font.readUInt32BE(at + 20 + group * 12),
    }));
  }
  throw new Error('The font has no table of all of Unicode.');
}

const ranges = readRanges(readFileSync(PLAIN_FONT_FILE));
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]$/u;

const isDrawn = (character: string): boolean => {
  const codePoint = character.codePointAt(0) ?? 0;
  return (
    UNSEEN.test(character) ||
    ranges.some(({ first, last }) => first <= codePoint && codePoint <= last)
  );
};

/**
 * What of a text the fonts of raster pictures can draw: everything else would be a box.
 *
 * @returns Whole characters as people see them, spaces collapsed; empty when none of them can be drawn.
 */
export function drawableText(text: string): string {
  const kept = Array.from(graphemes.segment(text), ({ segment }) => segment).filter((segment) =>
    Array.from(segment).every(isDrawn),
  );
  const drawn = kept.join('');
  if (drawn === text) return text;
  return /[^\s\p{Cf}\p{P}]/u.test(drawn) ? drawn.replace(/\s+/g, ' ').trim() : '';
}
