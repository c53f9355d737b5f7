import { PALETTE, type ColorName } from 'outage-status/model';
import { Markup } from './markup.js';

/** `auto` makes an SVG follow the colour scheme of its page; raster pictures cannot, and are light then. */
export type PictureTheme = 'auto' | 'light' | 'dark';

/** Colours in use: as fills, class `text`, and as strokes, class `text-line`. */
interface UsedColors {
  readonly fills: readonly ColorName[];
  readonly strokes: readonly ColorName[];
}

const rules = ({ fills, strokes }: UsedColors, scheme: 'light' | 'dark'): string =>
  [
    ...fills.map((name) => `.${name}{fill:${PALETTE[name][scheme]}}`),
    ...strokes.map((name) => `.${name}-line{stroke:${PALETTE[name][scheme]}}`),
  ].join('');

/** The style sheet of a picture: a class for each colour in use. */
export function pictureStyle(colors: UsedColors, theme: PictureTheme): Markup {
  const first = rules(colors, theme === 'dark' ? 'dark' : 'light');
  const dark =
    theme === 'auto' ? `@media (prefers-color-scheme:dark){${rules(colors, 'dark')}}` : '';
  return new Markup(`<style>${first}${dark}</style>`);
}

/** A text with its own base direction, between RLE and PDF around Arabic: SVG engines do not take the direction from elsewhere. */
export const directed = (text: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `\u202B${text}\u202C` : text;
