import { drawSparkline, STATUS_COLORS, STATUS_ICONS } from 'outage-status/model';
import { withoutMarks } from 'outage-status/texts';
import type { Community } from 'outage-status/feed';
import { drawableText } from './drawable-text.js';
import { fontAttributes } from './fonts.js';
import { type Markup, markup } from './markup.js';
import { directed, pictureStyle } from './picture-style.js';
import type { RenderLanguage } from './render-language.js';
import type { StatusView } from './status-view.js';
import { fitText, shrinkText, type TextStyle, wrapText } from './text-width.js';

/** Size of the card in pixels, as link previews expect it. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 72;
const INNER = CARD_WIDTH - 2 * MARGIN;
/** Height of the coloured part with name and status. */
const HEAD_HEIGHT = 206;
/** Baseline of the first line of the sentence. */
const SENTENCE_TOP = 270;
/** Top of the words below the chart; the chart takes the height that the sentence leaves. */
const CHART_BOTTOM = 520;
const CHART_START = 330;
const SINCE_GAP = 42;
const FOOT = 594;

const style = (size: number, weight: 400 | 700 = 400): TextStyle => ({
  family: 'narrow',
  weight,
  size,
});

/** Positions elements from the side where reading starts. */
class Side {
  readonly #rtl: boolean;

  constructor(readonly language: RenderLanguage) {
    this.#rtl = language.direction === 'rtl';
  }

  /** Left edge of an element `width` wide that starts `offset` after the start of reading. */
  left(offset: number, width: number): number {
    return Math.round(this.#rtl ? CARD_WIDTH - MARGIN - offset - width : MARGIN + offset);
  }

  /** A text that starts `offset` after the start of reading; `ltr` for text that is never written from the right. */
  text(text: string, offset: number, y: number, textStyle: TextStyle, color: string, ltr = false) {
    const x = this.left(offset, 0);
    return this.#write(text, x, y, textStyle, color, this.#rtl, ltr);
  }

  /** A text that ends at the other margin. */
  textAtEnd(text: string, y: number, textStyle: TextStyle, color: string, ltr = false): Markup {
    return this.#write(text, this.left(INNER, 0), y, textStyle, color, !this.#rtl, ltr);
  }

  /** A shape with a time axis, at the other margin; mirrored where reading starts at the right. */
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
    textStyle: TextStyle,
    color: string,
    toTheLeft: boolean,
    ltr: boolean,
  ): Markup {
    const anchor = toTheLeft ? 'end' : 'start';
    const direction = ltr ? 'ltr' : this.language.direction;
    return markup`<text class="${color}" x="${x}" y="${y}" text-anchor="${anchor}" ${fontAttributes(textStyle.family, textStyle.weight, textStyle.size)}>${directed(text, direction)}</text>`;
  }
}

const ICON_SIZE = 52;
const ICON_GAP = 18;

const nameOf = (view: StatusView): string => drawableText(view.name) || view.id;

const drawHead = (side: Side, view: StatusView): Markup => {
  const name = shrinkText(nameOf(view), style(80, 700), INNER, 48);
  const status = shrinkText(view.statusText, style(54, 700), INNER - ICON_SIZE - ICON_GAP, 40);
  const icon = `translate(${side.left(0, ICON_SIZE)} 126) scale(${ICON_SIZE / 16})`;
  return markup`<rect class="${STATUS_COLORS[view.status]}" width="${CARD_WIDTH}" height="${HEAD_HEIGHT}"/>${side.text(name.text, 0, 98, name.style, 'accent-text')}<path class="accent-text" fill-rule="evenodd" transform="${icon}" d="${STATUS_ICONS[view.status]}"/>${side.text(status.text, ICON_SIZE + ICON_GAP, 171, status.style, 'accent-text')}`;
};

/** The sentence and the start of the status, and their lower end. Uses one line if the text need not shrink much for it. */
const drawSentence = (
  side: Side,
  view: StatusView,
  size: number,
): { drawn: Markup; endY: number } => {
  const sentence = view.sentence.replace(withoutMarks(view.name), () => nameOf(view));
  const onOneLine = shrinkText(sentence, style(size), INNER, Math.round(size * 0.86));
  const isWhole = onOneLine.text === sentence;
  const textStyle = isWhole ? onOneLine.style : style(size);
  const lines = isWhole ? [sentence] : wrapText(sentence, textStyle, INNER, 2);
  const lineHeight = Math.round(size * 1.16);
  const endY = SENTENCE_TOP + (lines.length - 1) * lineHeight;
  const drawn = markup`${lines.map((line, index) =>
    side.text(line, 0, SENTENCE_TOP + index * lineHeight, textStyle, 'text'),
  )}${view.since && side.text(view.since, 0, endY + SINCE_GAP, style(28), 'muted')}`;
  return { drawn, endY: view.since ? endY + SINCE_GAP : endY };
};

const drawActivity = (side: Side, community: Community, top: number): Markup => {
  const { paint, element, formats } = side.language;
  const { reportCount, typicalCount, windowSeconds, series } = community;
  const width = INNER - CHART_START;
  const height = CHART_BOTTOM - top;
  const { line, area, band } = drawSparkline(series.counts, series.typical, width, height);
  const label = style(26);
  const words = CHART_START - 36;
  // Digits are about 0.73 of the size high, and need some room above.
  const size = Math.min(88, Math.floor((CHART_BOTTOM - 76 - top) / 0.73));
  const count = shrinkText(formats.number(reportCount), style(size, 700), words, 40);
  const said = element.reportsInWindow(reportCount, windowSeconds, formats);
  const usual = paint.usual(typicalCount, formats);
  const hours = formats.duration(series.counts.length * series.stepSeconds);
  const chart = markup`<path class="muted" fill-opacity=".2" d="${band}"/><path class="accent" fill-opacity=".16" d="${area}"/><path class="accent-line" fill="none" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" d="${line}"/><path class="line-line" stroke-width="2" d="M0 ${height + 2}h${width}"/>`;
  return markup`${side.text(count.text, 0, CHART_BOTTOM - 76, count.style, 'text')}${side.text(fitText(said, label, words), 0, CHART_BOTTOM - 34, label, 'text')}${side.text(fitText(usual, label, words), 0, CHART_BOTTOM + 2, label, 'muted')}${side.chart(top, width, chart)}${side.text(element.axisStart(hours), CHART_START, CHART_BOTTOM + 30, style(22), 'muted')}${side.textAtEnd(element.axisEnd, CHART_BOTTOM + 30, style(22), 'muted')}`;
};

/**
 * Draws the card of a link preview: name, status, verdict, the last hours, and the time, because previews are kept.
 *
 * @param address Where to find the current status, e.g. `status.example/kik`.
 * @returns A complete SVG document, to be drawn as a raster picture.
 */
export function drawCard(view: StatusView, theme: 'light' | 'dark', address: string): Markup {
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
  // Stale counts are not shown as current.
  const community = view.status === 'unknown' ? null : view.feed?.community;
  // If it is alone, it is the whole message.
  const { drawn, endY } = drawSentence(side, view, community ? 44 : 56);
  const shownAddress = fitText(address, style(26, 700), INNER - CHART_START);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">${pictureStyle({ fills, strokes: ['accent', 'line'] }, theme)}<rect class="surface" width="${CARD_WIDTH}" height="${CARD_HEIGHT}"/>${drawHead(side, view)}${drawn}${community ? drawActivity(side, community, endY + 36) : ''}${side.text(view.time, 0, FOOT, small, 'muted', true)}${side.textAtEnd(shownAddress, FOOT, style(26, 700), 'text', true)}</svg>`;
}
