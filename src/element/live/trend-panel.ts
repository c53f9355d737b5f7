import { html, type TemplateResult } from '../tags.js';
import { readTrendPoints } from '../../chart/trend-points.js';
import type { TrendPoint } from '../../chart/index.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import type { PanelContent } from './panels.js';
import type { TrendController } from './trend-controller.js';
import { tellTrend, type TrendSpeech } from './trend-texts.js';

const KEYS_ID = 'trend-keys';

/** The chart, or a placeholder of the same size. */
function renderPlot(
  controller: TrendController,
  speech: TrendSpeech,
  messages: LiveMessages,
): TemplateResult {
  const texts = messages.trend;
  const { step } = controller.state;
  const press = (event: KeyboardEvent): void => {
    if (controller.press(event.key)) event.preventDefault();
  };
  if (step === 'failed') {
    return html`<div class="plot empty">
      <p>${texts.failed}</p>
      <button part="retry-button" class="quiet" @click=${() => void controller.open()}>
        ${messages.retry}
      </button>
    </div>`;
  }
  if (step !== 'ready') {
    return html`<div class="plot empty bone"><p>${texts.loading}</p></div>`;
  }
  return html`<div class="plot">
    <canvas
      part="trend-chart"
      role="img"
      tabindex="0"
      aria-label=${speech.summary}
      aria-describedby=${KEYS_ID}
      @keydown=${press}
      @blur=${controller.deselect}
    ></canvas>
  </div>`;
}

/** Samples of line and band. The chart takes its colours from them, and is drawn again when they change. */
const renderLegend = (
  controller: TrendController,
  speech: TrendSpeech,
  messages: LiveMessages,
): TemplateResult =>
  html`<figcaption class="legend" @transitionrun=${controller.followTheme}>
    <span><span class="sample sample-counts"></span> ${speech.counted}</span>
    <span><span class="sample sample-band"></span> ${messages.trend.usualRange}</span>
  </figcaption>`;

const renderTable = (
  points: readonly TrendPoint[],
  speech: TrendSpeech,
  { view, messages }: { view: LiveView; messages: LiveMessages },
): TemplateResult =>
  html`<details part="trend-table">
    <summary>${messages.trend.table}</summary>
    <div class="table-box" tabindex="0" role="group" aria-label=${speech.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${messages.trend.time}</th>
            <th scope="col">${messages.trend.reports}</th>
            <th scope="col">${messages.trend.usual}</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            (point) =>
              html`<tr>
                <th scope="row">${speech.moment(point)}</th>
                <td>${view.formats.number(point.count)}</td>
                <td>${speech.usual(point.typical)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;

/** Creates the trend's renderer. It remembers the last data and texts, so that the chart redraws only for others. */
export function createTrendPanel(
  controller: TrendController,
): (view: LiveView, messages: LiveMessages) => PanelContent | undefined {
  let shown:
    | {
        series: object;
        messages: LiveMessages;
        locale: string;
        points: TrendPoint[];
        speech: TrendSpeech;
      }
    | undefined;
  return (view, messages) => {
    const series = view.feed.community?.series;
    if (!series || series.counts.length === 0) return undefined;
    const { locale } = view.formats;
    if (shown?.series !== series || shown.messages !== messages || shown.locale !== locale) {
      const points = readTrendPoints(series);
      const speech = tellTrend(points, series.stepSeconds, messages.trend, view.formats);
      shown = { series, messages, locale, points, speech };
      controller.show({ points, texts: speech });
    }
    const { points, speech } = shown;
    const { selected } = controller;
    return {
      title: speech.title,
      content: html`<figure>
          ${renderPlot(controller, speech, messages)}
          <p class="hidden" id=${KEYS_ID}>${messages.trend.keys}</p>
          <p
            class="readout"
            aria-live="polite"
            aria-atomic="true"
            .textContent=${selected ? `${speech.moment(selected)}: ${speech.point(selected)}` : ''}
          ></p>
          ${renderLegend(controller, speech, messages)}
        </figure>
        ${renderTable(points, speech, { view, messages })}`,
    };
  };
}
