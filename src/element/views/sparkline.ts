import { html, nothing, type TemplateResult } from '../tags.js';
import type { Community } from '../../feed/index.js';
import { drawSparkline, type SparklinePaths } from '../../model/sparkline.js';
import type { CardView } from '../element-view.js';

const WIDTH = 240;
const HEIGHT = 48;

// Elements of one service share a series.
const drawn = new WeakMap<Community['series'], SparklinePaths>();

const draw = (series: Community['series']): SparklinePaths => {
  let sparkline = drawn.get(series);
  if (!sparkline)
    drawn.set(series, (sparkline = drawSparkline(series.counts, series.typical, WIDTH, HEIGHT)));
  return sparkline;
};

/** Reports in the window against the usual number, and the last hours as a line over the usual band. */
export function renderActivity(view: CardView, community: Community): TemplateResult {
  const { messages, bodyMessages, formats, withTrend } = view;
  const { reportCount, typicalCount, windowSeconds } = community;
  return html`<div class=${withTrend ? 'activity' : 'activity plain'}>
    <p part="count" class="count">
      <strong>${formats.number(reportCount)}</strong>
      <span
        >${bodyMessages.reportsInWindow(reportCount, windowSeconds, formats)}
        <span class="muted">${messages.usual(typicalCount, formats)}</span></span
      >
    </p>
    ${withTrend ? renderSparkline(view, community) : nothing}
  </div>`;
}

function renderSparkline(
  { messages, bodyMessages, formats }: CardView,
  { series }: Community,
): TemplateResult {
  const { counts, stepSeconds } = series;
  const { line, area, band } = draw(series);
  const span = formats.duration(counts.length * stepSeconds);
  const label = bodyMessages.sparkline({
    hours: span,
    per: messages.per(stepSeconds, formats),
    maximum: formats.number(Math.max(0, ...counts)),
    latest: formats.number(counts.at(-1) ?? 0),
  });
  return html`<figure part="sparkline" class="sparkline">
    <svg
      viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${label}
    >
      <path class="band" d=${band}></path>
      <path class="area" d=${area}></path>
      <path class="line" d=${line}></path>
    </svg>
    <figcaption class="muted axis" aria-hidden="true">
      <span>${bodyMessages.axisStart(span)}</span><span>${bodyMessages.axisEnd}</span>
    </figcaption>
  </figure>`;
}
