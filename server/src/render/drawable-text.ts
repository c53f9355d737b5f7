import { fontTable } from './fonts.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]$/u;

// Other families fall back on the plain font, which has the most characters.
const isDrawn = (character: string): boolean =>
  UNSEEN.test(character) || fontTable('plain', 400).has(character);

/**
 * The part of a text that the fonts of raster pictures can draw; other characters would appear as boxes.
 *
 * @returns Whole characters as people see them, with spaces collapsed; empty if none can be drawn.
 */
export function drawableText(text: string): string {
  const kept = Array.from(graphemes.segment(text), ({ segment }) => segment).filter((segment) =>
    Array.from(segment).every(isDrawn),
  );
  const drawn = kept.join('');
  if (drawn === text) return text;
  return /[^\s\p{Cf}\p{P}]/u.test(drawn) ? drawn.replace(/\s+/g, ' ').trim() : '';
}
