import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Community } from '../../feed/index.js';
import type { Formats } from '../../i18n/formats.js';
import type { PaintMessages } from '../../i18n/messages.js';
import { drawSparkline } from '../../model/index.js';

const WIDTH = 240;
const HEIGHT = 48;

/** Reports in the window against the usual number, and the last hours as a line over the band of what is usual. */
export function renderActivity(
  community: Community,
  messages: PaintMessages,
  formats: Formats,
  withSparkline: boolean,
): TemplateResult {
  const { reportCount, typicalCount, windowSeconds } = community;
  return html`<div class=${withSparkline ? 'activity' : 'activity plain'}>
    <p part="count" class="count">
      <strong>${formats.number(reportCount)}</strong>
      <span
        >${messages.reportsInWindow(reportCount, windowSeconds, formats)}
        <span class="muted">${messages.usual(formats.number(typicalCount))}</span></span
      >
    </p>
    ${withSparkline ? renderSparkline(community, messages, formats) : nothing}
  </div>`;
}

function renderSparkline(
  { series: { counts, typical, stepSeconds } }: Community,
  messages: PaintMessages,
  formats: Formats,
): TemplateResult {
  const { line, area, band } = drawSparkline(counts, typical, WIDTH, HEIGHT);
  const span = formats.duration(counts.length * stepSeconds);
  const label = messages.sparkline({
    hours: span,
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
      ${svg`<path class="band" d=${band}></path><path class="area" d=${area}></path><path class="line" d=${line}></path>`}
    </svg>
    <figcaption class="muted axis" aria-hidden="true">
      <span>${messages.axisStart(span)}</span><span>${messages.axisEnd}</span>
    </figcaption>
  </figure>`;
}
