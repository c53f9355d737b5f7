import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Explainer, Explanation } from '../decide/explain.js';
import { hoursSinceMonday } from '../decide/steps.js';
import { type Clock, floorTo, HOUR_MS, MINUTE_MS } from '../lib/clock.js';
import { countNoun } from '../lib/count-noun.js';
import { writeDecisionPage } from '../render/decision-page.js';
import type { DecisionPlot, PlotPeriod } from '../render/decision-plot.js';
import type { StatusChange } from '../decide/decision-store.js';
import type { HistoryStore } from '../feed/history-store.js';
import { PAGE_POLICY, setPageHeaders } from './page-headers.js';
import { htmlEntity } from './page-routes.js';
import { sendEntity } from './send-entity.js';

const MAX_CHANGES = 500;
/** The plot shows the last day in steps of ten minutes; if the detector's step is below a minute, two hours by the minute. */
const DAY = { stepMs: 10 * MINUTE_MS, steps: 144 };
const TWO_HOURS = { stepMs: MINUTE_MS, steps: 120 };

const listPeriods = (
  changes: readonly StatusChange[],
  status: Explanation['status'],
  nowMs: number,
): PlotPeriod[] => {
  let toMs = nowMs;
  const periods = changes.map(({ atMs, to }) => {
    const period = { fromMs: atMs, toMs, status: to };
    toMs = atMs;
    return period;
  });
  // Before the oldest known change the service counts as operational; without any change the current status holds.
  const first = changes.length === 0 ? status : 'operational';
  return [...periods, { fromMs: -Infinity, toMs, status: first }];
};

/** Adds `GET /{id}/decision`: a page that explains the status, with a plot. */
export function addDecisionRoute(
  app: OpenAPIHono,
  parts: {
    catalog: ReadonlyMap<string, CatalogService>;
    explainer: Explainer;
    history: Pick<HistoryStore, 'countBySteps' | 'readChanges'>;
    now: Clock;
  },
): void {
  const { catalog, explainer, history, now } = parts;
  app.get('/:id{[a-z0-9][a-z0-9-]*}/decision', async (context, next) => {
    const service = catalog.get(context.req.param('id'));
    if (!service) return next();
    const nowMs = now();
    const explanation = await explainer.explain(service, nowMs);
    const { stepMs, steps } = explanation.stepSeconds === 60 ? DAY : TWO_HOURS;
    const startMs = floorTo(nowMs, stepMs) + stepMs - steps * stepMs;
    const [counts, changes] = await Promise.all([
      history.countBySteps(service.id, startMs, stepMs, steps),
      history.readChanges(service.id, MAX_CHANGES),
    ]);
    const { perHourOfWeek } = explanation.baseline;
    const { usualPerHour, ceilingPerHour } = explanation.all;
    const ceiling = usualPerHour > 0 ? ceilingPerHour / usualPerHour : 1;
    const intervals = counts.map((count, index) => {
      const hour = Math.floor(hoursSinceMonday(startMs + index * stepMs)) % perHourOfWeek.length;
      const usual = ((perHourOfWeek[hour] ?? 0) * stepMs) / HOUR_MS;
      return { count, usual, ceiling: usual * ceiling };
    });
    const sum = counts.reduce((total, count) => total + count, 0);
    const plot: DecisionPlot = {
      startMs,
      stepMs,
      intervals,
      periods: listPeriods(changes, explanation.status, startMs + steps * stepMs),
      label: `${countNoun(sum, 'report')} in ${countNoun((steps * stepMs) / HOUR_MS, 'hour')}; usually ${intervals.reduce((total, { usual }) => total + usual, 0).toFixed(1)}.`,
    };
    setPageHeaders(context, PAGE_POLICY);
    const html = writeDecisionPage(service, explanation, plot);
    return sendEntity(context, htmlEntity(html), 'no-store');
  });
}
