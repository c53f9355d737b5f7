import { drawSparkline, STATUS_COLORS, STATUS_ICONS } from 'outage-status/model';
import type { Community } from 'outage-status/feed';
import { FONT_FAMILIES } from './fonts.js';
import { type Markup, markup } from './markup.js';
import { directed, pictureStyle } from './picture-style.js';
import type { RenderLanguage } from './render-language.js';
import type { StatusView } from './status-view.js';
import { fitText, measureText, type TextStyle, wrapText } from './text-width.js';

/** Size of the card in pixels, as previews of links want it. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 72;
const INNER = CARD_WIDTH - 2 * MARGIN;
const LINE_HEIGHT = 56;

const style = (size: number, weight: 400 | 700 = 400): TextStyle => ({
  family: 'narrow',
  weight,
  size,
});

/** Places things from the side where reading begins. */
class Side {
  readonly #rtl: boolean;

  constructor(readonly language: RenderLanguage) {
    this.#rtl = language.direction === 'rtl';
  }

  /** Left edge of something `width` wide that begins `offset` after where the reading begins. */
  left(offset: number, width: number): number {
    return Math.round(this.#rtl ? CARD_WIDTH - MARGIN - offset - width : MARGIN + offset);
  }

  /** A text that begins `offset` after where the reading begins; `ltr` for what never is written from the right. */
  text(text: string, offset: number, y: number, look: TextStyle, color: string, ltr = false) {
    const x = this.left(offset, 0);
    return this.#write(text, x, y, look, color, this.#rtl, ltr);
  }

  /** The same for a text that ends at the other margin. */
  textAtEnd(text: string, y: number, look: TextStyle, color: string, ltr = false): Markup {
    return this.#write(text, this.left(INNER, 0), y, look, color, !this.#rtl, ltr);
  }

  /** A shape that time runs through, at the other margin: mirrored where reading begins at the right. */
  chart(y: number, width: number, content: Markup): Markup {
    const x = this.left(INNER - width, width);
    const transform = this.#rtl
      ? `translate(${x + width} ${y}) scale(-1 1)`
      : `translate(${x} ${y})`;
    return markup`<g transform="${transform}">${content}</g>`;
  }

  #write(
    text: string,
    x: number,
    y: number,
    look: TextStyle,
    color: string,
    toTheLeft: boolean,
    ltr: boolean,
  ): Markup {
    const anchor = toTheLeft ? 'end' : 'start';
    const direction = ltr ? 'ltr' : this.language.direction;
    return markup`<text class="${color}" x="${x}" y="${y}" text-anchor="${anchor}" font-family="${FONT_FAMILIES[look.family]}" font-size="${look.size}" font-weight="${look.weight}">${directed(text, direction)}</text>`;
  }
}

const PILL_PADDING = 28;
const ICON_SIZE = 40;
const ICON_GAP = 14;

const drawHead = (side: Side, view: StatusView): Markup => {
  const pill = style(38, 700);
  const width =
    2 * PILL_PADDING + ICON_SIZE + ICON_GAP + Math.ceil(measureText(view.statusText, pill));
  const nameStyle = style(76, 700);
  const name = fitText(view.name, nameStyle, INNER - width - 40);
  const start = INNER - width;
  const iconX = side.left(start + PILL_PADDING, ICON_SIZE);
  const wordOffset = start + PILL_PADDING + ICON_SIZE + ICON_GAP;
  return markup`${side.text(name, 0, 150, nameStyle, 'text')}<rect class="${STATUS_COLORS[view.status]}" x="${side.left(start, width)}" y="84" width="${width}" height="80" rx="40"/><path class="accent-text" fill-rule="evenodd" transform="translate(${iconX} 104) scale(${ICON_SIZE / 16})" d="${STATUS_ICONS[view.status]}"/>${side.text(view.statusText, wordOffset, 138, pill, 'accent-text')}`;
};

const drawSentence = (side: Side, view: StatusView): Markup => {
  const look = style(42);
  const lines = wrapText(view.sentence, look, INNER, view.since ? 2 : 3);
  const sinceY = 246 + lines.length * LINE_HEIGHT - 8;
  return markup`${lines.map((line, index) =>
    side.text(line, 0, 246 + index * LINE_HEIGHT, look, 'text'),
  )}${view.since ? side.text(view.since, 0, sinceY, style(30), 'muted') : ''}`;
};

const CHART_WIDTH = 700;
const CHART_HEIGHT = 120;
const CHART_TOP = 412;

const drawActivity = (side: Side, community: Community): Markup => {
  const { paint, formats } = side.language;
  const { reportCount, typicalCount, windowSeconds, series } = community;
  const { line, area, band } = drawSparkline(
    series.counts,
    series.typical,
    CHART_WIDTH,
    CHART_HEIGHT,
  );
  const label = style(26);
  const words = [
    paint.reportsInWindow(reportCount, windowSeconds, formats),
    paint.usual(formats.number(typicalCount)),
  ];
  const width = INNER - CHART_WIDTH - 30;
  const chart = markup`<path class="muted" fill-opacity=".22" d="${band}"/><path class="accent" fill-opacity=".14" d="${area}"/><path class="accent-line" fill="none" stroke-width="4" stroke-linejoin="round" d="${line}"/><path class="line-line" stroke-width="2" d="M0 ${CHART_HEIGHT + 2}h${CHART_WIDTH}"/>`;
  return markup`${side.text(formats.number(reportCount), 0, 470, style(84, 700), 'text')}${words.map(
    (text, index) => {
      const color = index === 0 ? 'text' : 'muted';
      return side.text(fitText(text, label, width), 0, 508 + index * 34, label, color);
    },
  )}${side.chart(CHART_TOP, CHART_WIDTH, chart)}`;
};

/**
 * Draws the card that a link preview shows: name, status, verdict, the last hours, and the time, because previews are kept.
 *
 * @param host Where it comes from, e.g. `status.example`.
 * @returns A whole SVG document, to be drawn as a raster picture.
 */
export function drawCard(view: StatusView, theme: 'light' | 'dark', host: string): Markup {
  const side = new Side(view.language);
  const small = style(26);
  const fills = [
    'text',
    'muted',
    'surface',
    'accent',
    'accent-text',
    STATUS_COLORS[view.status],
  ] as const;
  const community = view.feed?.community;
  const shownHost = fitText(host, small, INNER / 2);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">${pictureStyle({ fills, strokes: ['accent', 'line'] }, theme)}<rect class="surface" width="${CARD_WIDTH}" height="${CARD_HEIGHT}"/><rect class="${STATUS_COLORS[view.status]}" width="${CARD_WIDTH}" height="14"/>${drawHead(side, view)}${drawSentence(side, view)}${community ? drawActivity(side, community) : ''}${side.text(view.time, 0, 596, small, 'muted', true)}${side.textAtEnd(shownHost, 596, small, 'muted', true)}</svg>`;
}
