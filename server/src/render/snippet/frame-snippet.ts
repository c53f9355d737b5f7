import { type Markup, markup } from '../markup.js';
import { heightsByWidth, type HeightsByWidth, writeHeight } from './room.js';

/** Default width of the frame in CSS pixels. */
export const FRAME_WIDTH = 480;

/** Font size in the frame, and the height of the link below the card. */
const EM = 16;
const FOOT_HEIGHT = 36;

type Look = 'card' | 'compact';

/** Heights of the widget in the frame. */
const FRAMED_HEIGHTS: Readonly<Record<Look, HeightsByWidth>> = {
  card: heightsByWidth({ variant: 'card' }),
  compact: heightsByWidth({ variant: 'compact' }),
};

const toPixels = ([below, height]: HeightsByWidth[number]): [maxWidth: number, height: number] => [
  below === '' ? Infinity : Number.parseFloat(below) * EM,
  Math.ceil(height * EM) + FOOT_HEIGHT,
];

/**
 * Height of the frame in CSS pixels: as high as its content is at this width.
 *
 * @param width In CSS pixels.
 */
export const frameHeight = (width: number, look: Look): number =>
  FRAMED_HEIGHTS[look].map(toPixels).findLast(([below]) => width < below)?.[1] ?? 0;

const writeFluidHeight = (look: Look): string => {
  const narrower = FRAMED_HEIGHTS[look].map(toPixels).filter(([below]) => below <= FRAME_WIDTH);
  const steps = narrower.map(([below, height]) => [`${below}px`, height] as const);
  return writeHeight([['', frameHeight(FRAME_WIDTH, look)], ...steps], 'px', '100cqi');
};

/** A frame to write. */
export interface Frame {
  readonly src: string;
  readonly title: string;
  readonly look: Look;
  /** In CSS pixels; by default {@link FRAME_WIDTH}, and the height of the content at that width. */
  readonly size?: { readonly width: number; readonly height: number };
}

const LOOKS = 'max-width:100%;border:0';

/**
 * Writes the frame, which keeps its room by its attributes.
 *
 * @param attributes More attributes, such as `sandbox` for a place that frames strangers.
 */
export function writeFrame(
  { src, title, look, size }: Frame,
  attributes: Readonly<Record<string, string>> = {},
): Markup {
  const { width, height } = size ?? {
    width: FRAME_WIDTH,
    height: frameHeight(FRAME_WIDTH, look),
  };
  return markup`<iframe src="${src}" width="${width}" height="${height}" title="${title}"${Object.entries(
    attributes,
  ).map(([name, value]) => markup` ${name}="${value}"`)}></iframe>`;
}

/** Writes the frame for a page that sets no style for it: no border, and never wider than its column. */
export const writePlainFrame = (frame: Frame): Markup => writeFrame(frame, { style: LOOKS });

/**
 * Writes the frame for a page that also runs the script which follows its height. The room is that of each width, so that
 * nothing moves when the script does. Browsers without container units use the attribute `height`.
 */
export const writeFluidFrame = (frame: Frame): Markup =>
  markup`<div style="container-type:inline-size;width:${FRAME_WIDTH}px;max-width:100%">${writeFrame(
    frame,
    { style: `${LOOKS};height:${writeFluidHeight(frame.look)}` },
  )}</div>`;

/** Writes the frame for a forum's template, where strangers choose the service. */
export const writeForumFrame = (frame: Frame): Markup =>
  writeFrame(frame, { style: LOOKS, sandbox: 'allow-scripts', loading: 'lazy' });
