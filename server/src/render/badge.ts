import { STATUS_COLORS, STATUS_ICONS, type ColorName } from 'outage-status/model';
import { drawableText } from './drawable-text.js';
import { fontAttributes } from './fonts.js';
import { type Markup, markup } from './markup.js';
import { directed, pictureStyle, type PictureTheme } from './picture-style.js';
import type { StatusView } from './status-view.js';
import { fitText, measureText, type TextStyle } from './text-width.js';

/** Heights in user units; `small` matches other badges in a README. */
export const BADGE_HEIGHTS = { small: 20, medium: 28, large: 40 } as const;

/** The size of a badge. */
export type BadgeSize = keyof typeof BADGE_HEIGHTS;
export const BADGE_SIZES = Object.keys(BADGE_HEIGHTS) as BadgeSize[];

/** Options of a badge. */
export interface BadgeOptions {
  readonly size: BadgeSize;
  readonly theme: PictureTheme;
  /** Text of the left part instead of the service's name; empty omits the part. */
  readonly label: string | undefined;
  /** Adds the UTC time of the status, for pictures that others copy and keep. */
  readonly withTime: boolean;
}

interface Part {
  readonly text: string;
  readonly style: TextStyle;
  readonly color: ColorName;
  readonly ground: ColorName;
  /** Path data in a 16 × 16 box. */
  readonly icon?: string;
  /** True for text that reads from left to right in every language. */
  readonly leftToRight?: boolean;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A rectangle with rounded outer corners. */
const ground = (x: number, width: number, height: number, first: boolean, last: boolean) => {
  const radius = height / 5;
  const left = first ? radius : 0;
  const right = last ? radius : 0;
  const corner = (size: number, dx: number, dy: number): string =>
    size === 0 ? '' : `a${size} ${size} 0 0 1 ${dx} ${dy}`;
  return (
    `M${round(x + left)} 0h${round(width - left - right)}${corner(right, right, right)}` +
    `v${round(height - 2 * right)}${corner(right, -right, right)}` +
    `h${round(-(width - left - right))}${corner(left, -left, -left)}` +
    `v${round(-(height - 2 * left))}${corner(left, left, -left)}z`
  );
};

const listParts = (view: StatusView, options: BadgeOptions): Part[] => {
  const size = BADGE_HEIGHTS[options.size] * 0.55;
  const plain: TextStyle = { family: 'plain', weight: 400, size };
  const bold: TextStyle = { family: 'plain', weight: 700, size };
  const wanted = (options.label ?? view.name).replace(/\s+/g, ' ').trim();
  // A browser may have fonts for characters that the server's fonts lack.
  const label = options.withTime && wanted !== '' ? drawableText(wanted) || view.id : wanted;
  const left: Part = { text: label, style: plain, color: 'text', ground: 'raised' };
  const status: Part = {
    text: view.statusText,
    style: bold,
    color: 'accent-text',
    ground: STATUS_COLORS[view.status],
    icon: STATUS_ICONS[view.status],
  };
  const time: Part = {
    text: view.time,
    style: plain,
    color: 'muted',
    ground: 'raised',
    leftToRight: true,
  };
  return [
    ...(label === '' ? [] : [{ ...left, text: fitText(label, plain, size * 22) }]),
    status,
    ...(options.withTime ? [time] : []),
  ];
};

/**
 * Draws the badge: the service, the shape and the word of its status.
 *
 * @returns A complete SVG document without scripts and external references.
 */
export function drawBadge(view: StatusView, options: BadgeOptions): Markup {
  const { direction, tag } = view.language;
  const height = BADGE_HEIGHTS[options.size];
  const padding = height * 0.32;
  const parts = listParts(view, options);
  if (direction === 'rtl') parts.reverse();
  let x = 0;
  const drawn = parts.map((part, index) => {
    const { style, text, icon } = part;
    const textWidth = measureText(text, style);
    const iconWidth = icon ? style.size + padding * 0.6 : 0;
    const width = padding * 2 + iconWidth + textWidth;
    const start = x;
    x += width;
    const rtl = direction === 'rtl';
    const textX = start + padding + (rtl ? 0 : iconWidth);
    const iconX = rtl ? start + padding + textWidth + padding * 0.6 : start + padding;
    const outline = ground(start, width, height, index === 0, index === parts.length - 1);
    const fitted = options.withTime ? undefined : round(textWidth);
    return markup`<path class="${part.ground}" d="${outline}"/>${
      icon
        ? markup`<path class="${part.color}" fill-rule="evenodd" transform="translate(${round(iconX)} ${round((height - style.size) / 2)}) scale(${Math.round((style.size / 16) * 1000) / 1000})" d="${icon}"/>`
        : ''
    }<text class="${part.color}" x="${round(textX)}" y="${round(height / 2 + style.size * 0.365)}" ${fontAttributes('plain', style.weight, round(style.size))}${
      // A browser may use another font than the measured one; the raster uses the same.
      fitted ? markup` textLength="${fitted}" lengthAdjust="spacingAndGlyphs"` : ''
    }>${directed(text, part.leftToRight ? 'ltr' : direction)}</text>`;
  });
  const fills = [...new Set(parts.flatMap((part) => [part.color, part.ground]))];
  const width = Math.ceil(x);
  const frame = ground(0.5, x - 1, height - 1, true, true);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${tag}" aria-label="${view.alt}"><title>${view.alt}</title>${pictureStyle({ fills, strokes: ['line'] }, options.theme)}${drawn}<path class="line-line" fill="none" stroke-opacity=".6" transform="translate(0 .5)" d="${frame}"/></svg>`;
}
