import type { CatalogService } from '../catalog/load-catalog.js';
import type { ExplainedStream, Explanation } from '../decide/explain.js';
import { countNoun } from '../lib/count-noun.js';
import { drawDecision, drawWeek, type DecisionPlot } from './decision-plot.js';
import { type Markup, markup } from './markup.js';
import { writePage } from './page-frame.js';
import { renderLanguage } from './render-language.js';
import { writeStatus } from './status-word.js';
import { formatUtc } from './utc-time.js';

// In English, whatever the language of the service's page.
const LANGUAGE = renderLanguage('en');
const { formats } = LANGUAGE;

/** Operators compare rates, so small ones keep a decimal. */
const writeRate = (perHour: number): string =>
  perHour < 10 ? String(Number(perHour.toFixed(1))) : formats.number(perHour);

const LEGEND = markup`<ul class="legend"><li><svg viewBox="0 0 24 12" aria-hidden="true"><path class="bars" d="M4 12V2h6v10zM13 12V6h6v6z"></path></svg>reports</li>
<li><svg viewBox="0 0 24 12" aria-hidden="true"><path class="usual" d="M0 6h24"></path></svg>usual at this hour of the week</li>
<li><svg viewBox="0 0 24 12" aria-hidden="true"><path class="ceiling" d="M0 6h24"></path></svg>ceiling: the most without a fault</li></ul>`;

const writeStream = (name: string, stream: ExplainedStream): Markup => {
  const { evidence, needed, rise, usualPerHour, ceilingPerHour, reportsToOpen } = stream;
  if (needed === null || reportsToOpen === null) {
    return markup`<tr><th scope="row"><bdi>${name}</bdi></th><td colspan="2">nearly all reports: judged as everything</td><td>${writeRate(usualPerHour)}</td><td></td><td></td></tr>\n`;
  }
  const share = Math.min(100, Math.round((100 * evidence) / needed));
  const risen =
    evidence > 0
      ? `${formats.number(Math.round(rise.reports))} in ${formats.number(Math.ceil(rise.minutes))} min, ${rise.usual < 10 ? rise.usual.toFixed(1) : formats.number(Math.round(rise.usual))} usual`
      : '';
  return markup`<tr><th scope="row"><bdi>${name}</bdi></th><td>${evidence.toFixed(1)} of ${needed.toFixed(1)}<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${share}" height="1"></rect></svg></td><td>${risen}</td><td>${writeRate(usualPerHour)}</td><td>${writeRate(ceilingPerHour)}</td><td>${formats.number(reportsToOpen)}</td></tr>\n`;
};

const writeRecovery = (explanation: Explanation): Markup | false => {
  const { recovery } = explanation;
  if (!recovery) return false;
  return markup`<h2>On the way to recovery</h2>
<p>Opened by: <bdi>${recovery.openedBy}</bdi>. Evidence that it is over: ${recovery.evidence.toFixed(1)} of ${recovery.needed.toFixed(1)} nats. At ${countNoun(recovery.stillPerHour, 'report')} an hour it continues; without further reports it is over in about ${countNoun(recovery.quietMinutesToClose, 'minute')}.</p>
`;
};

const writeHours = ({ startMs, stepMs, intervals }: DecisionPlot): Markup => {
  const perRow = Math.max(1, Math.round(intervals.length / 24));
  const rows = Array.from({ length: Math.ceil(intervals.length / perRow) }, (_, row) => {
    const part = intervals.slice(row * perRow, (row + 1) * perRow);
    const sum = (read: (interval: (typeof part)[number]) => number): number =>
      part.reduce((total, interval) => total + read(interval), 0);
    return markup`<tr><th scope="row">${formatUtc(startMs + row * perRow * stepMs)}</th><td>${sum(({ count }) => count)}</td><td>${sum(({ usual }) => usual).toFixed(1)}</td><td>${sum(({ ceiling }) => ceiling).toFixed(1)}</td></tr>\n`;
  });
  return markup`<details><summary>The numbers</summary>
<section class="scroll" tabindex="0" aria-label="The numbers"><table><thead><tr><th scope="col">From</th><th scope="col">Reports</th><th scope="col">Usual</th><th scope="col">Ceiling</th></tr></thead>
<tbody>${rows}</tbody></table></section></details>`;
};

/**
 * The page that shows an operator the evidence for a service's community status: `explain.json` as a picture.
 */
export function writeDecisionPage(
  service: CatalogService,
  explanation: Explanation,
  plot: DecisionPlot,
): string {
  const { baseline, all, categories } = explanation;
  const title = `${service.name}: how the status is decided`;
  const labels = new Map(service.categories.map(({ id, label }) => [id, label]));
  const body = markup`<div class="wrap">
<header class="bar"><a href="../${service.id}"><bdi>${service.name}</bdi></a></header>
<main>
<h1><bdi>${service.name}</bdi>: how the status is decided</h1>
<p>Users' reports say: ${writeStatus(explanation.status, LANGUAGE, '')}. ${explanation.wouldChange}</p>
<figure><section class="scroll" tabindex="0" aria-label="Reports and status">${drawDecision(plot)}</section>
${LEGEND}
<figcaption class="muted">Counted reports, each bar ${plot.stepMs / 60_000} min, times in UTC. The strip above is the status at the time; decided up to ${formatUtc(Date.parse(explanation.decidedUntil))}.</figcaption></figure>
${writeHours(plot)}
<h2>Evidence of a problem</h2>
<p class="muted">A running sum of how much more likely the reports are in an outage than below the ceiling. A problem opens when it reaches its bound.</p>
<section class="scroll" tabindex="0" aria-label="Evidence of a problem"><table><thead><tr><th scope="col">Reports about</th><th scope="col">Evidence, nats</th><th scope="col">From reports</th><th scope="col">Usual per hour</th><th scope="col">Ceiling per hour</th><th scope="col">More people at once to open</th></tr></thead>
<tbody>${writeStream('everything', all)}${categories.map((stream) => writeStream(labels.get(stream.id) ?? stream.id, stream))}</tbody></table></section>
${writeRecovery(explanation)}<h2>Usual reports</h2>
<p>Learned from ${countNoun(formats.number(baseline.hoursLearned), 'hour')}: ${countNoun(writeRate(baseline.usualPerHour), 'report')} an hour now. Up to ${baseline.ceiling} times the usual occurs without a fault; variance over mean of a category's quarter hours is ${baseline.clumpiness} (1 is pure chance).</p>
<figure><section class="scroll" tabindex="0" aria-label="Usual reports">${drawWeek(baseline.perHourOfWeek)}</section>
<figcaption class="muted">Usual reports by hour of the week, UTC.</figcaption></figure>
</main>
<footer class="links"><a href="../v1/services/${service.id}/explain.json">explain.json</a><a href="../v1/services/${service.id}/history.json">history.json</a></footer>
</div>`;
  return writePage({ language: LANGUAGE, title, root: '../', kind: 'page' }, body);
}
