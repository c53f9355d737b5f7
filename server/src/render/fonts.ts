import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Markup, markup } from './markup.js';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);

/** Which of the fonts: `plain` is as wide as Verdana, which is what badges elsewhere are set in; `narrow` is for headlines. */
export type FontFamily = 'plain' | 'narrow';

/**
 * Font lists for `font-family`. Pictures drawn here have DejaVu alone; a browser that draws an SVG takes what it has of the
 * same widths.
 */
const FONT_FAMILIES: Readonly<Record<FontFamily, string>> = {
  plain: 'Verdana, DejaVu Sans, sans-serif',
  narrow: 'DejaVu Sans, sans-serif',
};

/**
 * Attributes that choose a font. The condensed one has the family name of the plain one, and is found by its width alone.
 *
 * @param size In user units.
 */
export const fontAttributes = (family: FontFamily, weight: 400 | 700, size: number): Markup =>
  markup`font-family="${FONT_FAMILIES[family]}" font-size="${size}" font-weight="${weight}"${family === 'narrow' && markup` font-stretch="condensed"`}`;

/** The font with the most characters; the others fall back on it. */
export const PLAIN_FONT_FILE = join(folder, 'DejaVuSans.ttf');

/** The fonts that come with the server, and none of the machine's: a picture is the same wherever it is drawn. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans',
  sansSerifFamily: 'DejaVu Sans',
  fontFiles: [
    PLAIN_FONT_FILE,
    ...['DejaVuSans-Bold.ttf', 'DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map(
      (name) => join(folder, name),
    ),
  ],
};
