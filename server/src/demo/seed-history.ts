import type { CatalogService } from '../catalog/load-catalog.js';
import type { HistoryStore } from '../feed/history-store.js';
import type { TimedCount } from '../reports/report-store.js';
import { createRandom, drawPoisson, type Random } from './random.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const HISTORY_MS = 35 * DAY_MS;
const RECENT_MS = 2 * DAY_MS;

type CategoryCount = TimedCount & { readonly category: string };

/** Relative number of reports at a time: about 1 on average over a week, highest in the evening (21 h UTC), lowest before noon, a bit higher at weekends. */
function liveliness(atMs: number): number {
  const date = new Date(atMs);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const daily = 1 + 0.55 * Math.cos(((hour - 21) / 24) * 2 * Math.PI);
  const weekend = date.getUTCDay() % 6 === 0;
  return daily * (weekend ? 1.15 : 0.94);
}

/** One past evening with trouble, at least six days ago, so that the history is not implausibly flat. */
function drawTrouble(nowMs: number, random: Random): (atMs: number) => number {
  const startMs = nowMs - (6 + Math.floor(random() * 24)) * DAY_MS;
  const endMs = startMs + (1 + 2 * random()) * HOUR_MS;
  return (atMs) => (atMs >= startMs && atMs < endMs ? 5 : 1);
}

/** Shares of the categories: the first is reported most, each further one less. */
function categoryShares(service: CatalogService): { category: string; share: number }[] {
  const weights = service.categories.map(({ id }, index) => ({
    category: id,
    weight: 1 / (index + 1.2),
  }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.map(({ category, weight }) => ({ category, share: weight / total }));
}

/**
 * Invents the history of one service: five weeks by the hour, the last 48 hours by the minute, up to the current minute.
 * The same service and time give the same history.
 *
 * @returns Counts above 0 only, oldest first.
 */
export function inventHistory(service: CatalogService, nowMs: number): CategoryCount[] {
  const random = createRandom(`outage-status demo ${service.id}`);
  const trouble = drawTrouble(nowMs, random);
  const shares = categoryShares(service);
  const recentFromMs = Math.floor((nowMs - RECENT_MS) / HOUR_MS) * HOUR_MS;
  const counts: CategoryCount[] = [];
  const addStep = (atMs: number, stepMs: number): void => {
    const usual = (service.expectedReportsPerHour * stepMs) / HOUR_MS;
    for (const { category, share } of shares) {
      const count = drawPoisson(usual * share * liveliness(atMs) * trouble(atMs), random);
      if (count > 0) counts.push({ atMs, count, category });
    }
  };
  for (let atMs = recentFromMs - HISTORY_MS; atMs < recentFromMs; atMs += HOUR_MS) {
    addStep(atMs, HOUR_MS);
  }
  const endMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  for (let atMs = recentFromMs; atMs < endMs; atMs += MINUTE_MS) addStep(atMs, MINUTE_MS);
  return counts;
}

/**
 * Gives every service without a history an invented one, so that the demo shows a baseline from the start. For demo mode
 * only: nothing in the store marks the invented counts.
 *
 * @param store Where the history goes.
 * @param catalog The services.
 * @param nowMs Epoch milliseconds.
 * @returns The number of services that got a history; 0 on every later start with the same data.
 */
export async function seedDemoHistory(
  history: Pick<HistoryStore, 'countByHour' | 'importCounts'>,
  catalog: ReadonlyMap<string, CatalogService>,
  nowMs: number,
): Promise<number> {
  let seeded = 0;
  for (const service of catalog.values()) {
    const existing = await history.countByHour(service.id, nowMs - HISTORY_MS, nowMs + HOUR_MS);
    if (existing.length > 0) continue;
    await history.importCounts(service.id, inventHistory(service, nowMs));
    seeded += 1;
  }
  return seeded;
}
