/** The attributes of a tag, as far as they decide its height. An attribute without a value is the empty text. */
export type TagAttributes = Readonly<Record<string, string>>;

/** Heights of the card's parts in em, for a font of 16 pixels, whatever the feed contains. */
interface PartHeights {
  readonly header: number;
  readonly headline: number;
  /** Count and sparkline. */
  readonly activity: number;
  /** Count alone. */
  readonly count: number;
  readonly breakdown: number;
  /** Whether activity and breakdown are beside each other. */
  readonly beside: boolean;
  /** Voices and buttons, with both voices or the users' voice alone. */
  readonly live: number;
  readonly liveAlone: number;
  readonly footer: number;
}

/** The heights in a wide column. `test/element/room.test.ts` measures the real element. */
const WIDE: PartHeights = {
  header: 1.7,
  headline: 3,
  activity: 8.75,
  count: 2.5,
  breakdown: 10.0625,
  beside: true,
  live: 9.6875,
  liveAlone: 9.6875,
  footer: 1.5,
};

/** What changes in columns below these widths, the widest first: the container queries of the element's styles. */
const NARROWER: readonly (readonly [below: string, changes: Partial<PartHeights>])[] = [
  ['40em', { live: 12.4375, liveAlone: 12.4375 }],
  ['35rem', { headline: 4.6, beside: false }],
  ['30em', { live: 16.2875, liveAlone: 11.3 }],
  ['27em', { live: 18.9125, liveAlone: 13.925 }],
  ['20rem', { headline: 6, footer: 2.7625 }],
  ['17rem', { header: 3.7, headline: 7.6, activity: 9.9, breakdown: 14 }],
];

/** Below this width, `variant="auto"` is the compact form. */
const COMPACT_BELOW = '14.5rem';

/** Padding and border of the card, and the gap between its parts. */
const EDGES = 2;
const GAP = 1;

/** What the sparkline in the compact form is higher than the name beside it, in columns below 20rem. In em. */
const SPARKLINE_BESIDE_NAME = 0.6;

/** Width of the badge in em, which is that of its longest word in the language; midway between browsers, as fonts differ. */
const BADGE_WIDTHS: Readonly<Record<string, number>> = { en: 8.95, ar: 7.85 };
const DEFAULT_LANGUAGE = 'en';

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, part) => total + part, 0);

const round = (height: number): number => Math.round(height * 10) / 10;

/**
 * Heights in em by the width of the column: in a wide one, then in those below each width, a CSS length, the widest first.
 */
export type HeightsByWidth = readonly [
  wide: readonly [below: '', height: number],
  ...narrower: (readonly [below: string, height: number])[],
];

/** Reads a word as the element does: case and white space around it do not matter. */
const readWord = (text: string | undefined): string | undefined => text?.trim().toLowerCase();

/** Whether a boolean attribute is missing or false, as the element reads it. */
const isOff = (text: string | undefined): boolean => [undefined, 'false'].includes(readWord(text));

/** Height of a card with these parts, in em. */
function cardHeight(parts: PartHeights, attributes: TagAttributes): number {
  const has = (name: string): boolean => isOff(attributes[name]);
  const body = [
    has('without-sparkline') ? parts.activity : parts.count,
    ...(has('without-breakdown') ? [parts.breakdown] : []),
  ];
  // A vendor's page counts no reports.
  const withBody = has('src');
  const rows = [
    parts.header,
    parts.headline,
    ...(withBody ? [parts.beside ? Math.max(...body) : sum(body) + GAP * (body.length - 1)] : []),
    has('without-official') ? parts.live : parts.liveAlone,
    parts.footer,
  ];
  return EDGES + sum(rows) + GAP * (rows.length - 1);
}

/** The heights of the compact form with the attributes of its tag. */
function compactHeights(attributes: TagAttributes): HeightsByWidth {
  const hasSparkline = isOff(attributes['without-sparkline']) && isOff(attributes['src']);
  const sparkline = hasSparkline ? SPARKLINE_BESIDE_NAME : 0;
  return [
    ['', 8.9],
    ['35rem', 10.9],
    ['27rem', 12.5],
    ['20rem', round(16.1 + sparkline)],
  ];
}

/** The heights of a widget with the attributes of its tag. */
export function heightsByWidth(attributes: TagAttributes): HeightsByWidth {
  const variant = readWord(attributes['variant']);
  if (variant === 'compact') return compactHeights(attributes);
  let parts = WIDE;
  const narrower = NARROWER.map(([below, changes]): readonly [string, number] => {
    parts = { ...parts, ...changes };
    return [below, round(cardHeight(parts, attributes))];
  });
  const [, compact] = compactHeights(attributes).at(-1)!;
  if (variant !== 'card') narrower.push([COMPACT_BELOW, compact]);
  return [['', round(cardHeight(WIDE, attributes))], ...narrower];
}

/**
 * Writes a height as CSS that depends on a width: each step adds nothing at its width or above, and all of its difference
 * below.
 *
 * @param unit The unit of the heights.
 * @param width The width in CSS, such as `100%` in a padding.
 */
export function writeHeight(heights: HeightsByWidth, unit: string, width: string): string {
  const [[, widest], ...narrower] = heights;
  let height = widest;
  const steps = narrower.map(([below, next]) => {
    const difference = round(next - height);
    height = next;
    const step = `clamp(0px,(${below} - ${width})*999,${Math.abs(difference)}${unit})`;
    return difference === 0 ? '' : ` ${difference > 0 ? '+' : '-'} ${step}`;
  });
  return `calc(${widest}${unit}${steps.join('')})`;
}

/**
 * Writes the style of what a tag contains: it keeps the widget's room free until there is a widget, which then drops this
 * room, see `edge-styles.ts` of the element. The height is a padding because percentages of a padding refer to the width
 * of the column; a style attribute knows no container queries. The grid's only column gives it the width of the widget where
 * content decides a width, as in a float: see `edge-styles.ts`.
 */
export function roomStyle(attributes: TagAttributes): string {
  if (readWord(attributes['variant']) === 'badge') {
    const [language = ''] = (readWord(attributes['lang']) ?? '').split('-');
    const width = BADGE_WIDTHS[language] ?? BADGE_WIDTHS[DEFAULT_LANGUAGE];
    return `display:inline-block;min-width:${width}em`;
  }
  const height = writeHeight(heightsByWidth(attributes), 'em', '100%');
  return `display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:${height}`;
}
