import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
export const FONT_FAMILIES: Readonly<Record<FontFamily, string>> = {
  plain: 'Verdana, DejaVu Sans, sans-serif',
  narrow: 'DejaVu Sans Condensed, DejaVu Sans, sans-serif',
};

/** The fonts that come with the server, and none of the machine's: a picture is the same wherever it is drawn. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans',
  sansSerifFamily: 'DejaVu Sans',
  fontFiles: [
    'DejaVuSans.ttf',
    'DejaVuSans-Bold.ttf',
    'DejaVuSansCondensed.ttf',
    'DejaVuSansCondensed-Bold.ttf',
  ].map((name) => join(folder, name)),
};
