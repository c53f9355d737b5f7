import { fontTable } from './fonts.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]$/u;

// The others fall back on the plain font, which has the most.
const isDrawn = (character: string): boolean =>
  UNSEEN.test(character) || fontTable('plain', 400).has(character);

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
