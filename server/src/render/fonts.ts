import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FontTable } from './font-table.js';
import { type Markup, markup } from './markup.js';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);

/** `plain` is as wide as Verdana, the usual font of badges; `narrow` is for headlines. */
export type FontFamily = 'plain' | 'narrow';

/**
 * Font lists for `font-family`. Pictures drawn here use DejaVu alone; a browser that draws an SVG uses its own fonts of the
 * same widths.
 */
const FONT_FAMILIES: Readonly<Record<FontFamily, string>> = {
  plain: 'Verdana, DejaVu Sans, sans-serif',
  narrow: 'DejaVu Sans, sans-serif',
};

/**
 * Attributes that select a font. The condensed font shares the plain one's family name, so only its width selects it.
 *
 * @param size In user units.
 */
export const fontAttributes = (family: FontFamily, weight: 400 | 700, size: number): Markup =>
  markup`font-family="${FONT_FAMILIES[family]}" font-size="${size}" font-weight="${weight}"${family === 'narrow' && markup` font-stretch="condensed"`}`;

const FILES: Readonly<Record<FontFamily, Readonly<Record<400 | 700, string>>>> = {
  plain: { 400: 'DejaVuSans.ttf', 700: 'DejaVuSans-Bold.ttf' },
  narrow: { 400: 'DejaVuSansCondensed.ttf', 700: 'DejaVuSansCondensed-Bold.ttf' },
};
const pathOf = (family: FontFamily, weight: 400 | 700): string =>
  join(folder, FILES[family][weight]);

/** The fonts that come with the server, without the machine's, so a picture is the same wherever it is drawn. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans',
  sansSerifFamily: 'DejaVu Sans',
  fontFiles: [
    pathOf('plain', 400),
    pathOf('plain', 700),
    pathOf('narrow', 400),
    pathOf('narrow', 700),
  ],
};

const tables = new Map<string, FontTable>();

/** The table of one font; its file is read on first use. */
export function fontTable(family: FontFamily, weight: 400 | 700): FontTable {
  const path = pathOf(family, weight);
  const table = tables.get(path) ?? new FontTable(readFileSync(path));
  tables.set(path, table);
  return table;
}
