import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PALETTE } from 'outage-status/model';
import { ASSETS_FOLDER } from '../lib/package-paths.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { nameInText } from './status-view.js';

/** Widths of the icon as a raster picture, in pixels: what browsers ask of pages that can be installed. */
export const ICON_SIZES = [192, 512] as const;

/** User units of the icon's file. */
const ICON_UNITS = 32;

/** The icon without rounded corners, because home screens cut out their own shape; and its scale. */
export const drawIcon = (size: number): { readonly svg: string; readonly scale: number } => ({
  svg: readFileSync(join(ASSETS_FOLDER, 'icon.svg'), 'utf8').replace(/ rx="\d+"/, ''),
  scale: size / ICON_UNITS,
});

/**
 * Describes a service's page as an app for the home screen. iPhones and iPads offer push only to pages that were opened
 * from there, and only with such a description. Addresses are relative to its own, so that a proxy's prefix is kept.
 *
 * @see https://www.w3.org/TR/appmanifest/
 */
export function writeWebManifest(
  service: { readonly id: string; readonly name: string },
  language: RenderLanguage,
): string {
  const { id, name } = service;
  return JSON.stringify({
    name: language.paint.title(nameInText(name, language)),
    short_name: name,
    lang: language.tag,
    dir: language.direction,
    start_url: `${id}${languageQuery(language)}`,
    scope: './',
    display: 'standalone',
    theme_color: PALETTE.accent.light,
    background_color: PALETTE.surface.light,
    icons: [
      ...ICON_SIZES.map((size) => ({
        src: `assets/icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
      { src: 'assets/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  });
}
