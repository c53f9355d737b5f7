import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogService } from '../../src/catalog/load-catalog.js';
import { inventHistory, seedDemoHistory } from '../../src/demo/seed-history.js';
import type { TimedCount } from '../../src/reports/report-store.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.parse('2026-11-22T09:30:45Z');

const makeService = (id: string, expectedReportsPerHour: number): CatalogService => ({
  id,
  name: id,
  kind: 'Example',
  aliases: [],
  url: 'https://demo.example',
  checks: [],
  expectedReportsPerHour,
  categories: [
    { id: 'one', label: 'One' },
    { id: 'two', label: 'Two' },
  ],
  incidents: [],
  related: [],
});

const catalogOf = (...services: CatalogService[]): Map<string, CatalogService> =>
  new Map(services.map((service) => [service.id, service]));

type Imported = readonly (TimedCount & { category: string })[];

/** Keeps what is imported; every count is in the hour that it starts in. */
class FakeStore {
  readonly imported = new Map<string, Imported>();

  countByHour(serviceId: string, fromMs: number, toMs: number): Promise<TimedCount[]> {
    const counts = this.imported.get(serviceId) ?? [];
    return Promise.resolve(counts.filter(({ atMs }) => atMs >= fromMs && atMs < toMs));
  }

  importCounts(serviceId: string, counts: Imported): Promise<void> {
    this.imported.set(serviceId, [...(this.imported.get(serviceId) ?? []), ...counts]);
    return Promise.resolve();
  }
}

const sum = (counts: Imported): number => counts.reduce((total, { count }) => total + count, 0);

describe('seedDemoHistory', () => {
  it('seeds every service once and leaves alone one that has history', async () => {
    const store = new FakeStore();
    await store.importCounts('busy', [{ atMs: NOW_MS - DAY_MS, count: 1, category: 'one' }]);
    const catalog = catalogOf(makeService('quiet', 3), makeService('busy', 3));
    assert.equal(await seedDemoHistory(store, catalog, NOW_MS), 1);
    assert.equal(store.imported.get('busy')?.length, 1);
    const before = store.imported.get('quiet');
    assert.equal(await seedDemoHistory(store, catalog, NOW_MS + 60_000), 0);
    assert.equal(store.imported.get('quiet'), before);
  });
});

describe('inventHistory', () => {
  const service = makeService('demo', 12);
  const history = inventHistory(service, NOW_MS);

  it('is the same for the same service and time, and different for another service', () => {
    assert.deepEqual(inventHistory(service, NOW_MS), history);
    assert.notDeepEqual(inventHistory(makeService('other', 12), NOW_MS), history);
  });

  it('keeps to the expected rate on average', () => {
    const days = (NOW_MS - (history[0]?.atMs ?? 0)) / DAY_MS;
    const perHour = sum(history) / days / 24;
    assert.ok(days > 34 && days < 39, `${days} days`);
    assert.ok(perHour > 11 && perHour < 13.5, `${perHour} an hour`);
  });

  const atHour = (hour: number): Imported =>
    history.filter(({ atMs }) => new Date(atMs).getUTCHours() === hour);

  it('draws livelier evenings than mornings', () => {
    assert.ok(sum(atHour(21)) > 2 * sum(atHour(9)), `${sum(atHour(21))} against ${sum(atHour(9))}`);
  });

  it('lists hours and then the minutes of the last 48 hours, oldest first, ending before this minute', () => {
    const times = history.map(({ atMs }) => atMs);
    assert.deepEqual(
      times,
      [...times].sort((left, right) => left - right),
    );
    assert.ok(times.every((atMs) => atMs < Math.floor(NOW_MS / 60_000) * 60_000));
    const old = times.filter((atMs) => atMs < NOW_MS - DAY_MS * 2 - HOUR_MS);
    assert.ok(old.every((atMs) => atMs % HOUR_MS === 0));
    assert.ok(times.slice(old.length).some((atMs) => atMs % HOUR_MS !== 0));
    assert.ok(times.every((atMs) => atMs % 60_000 === 0));
  });

  it('names only categories of the service, and only counts above 0', () => {
    assert.deepEqual(new Set(history.map(({ category }) => category)), new Set(['one', 'two']));
    assert.ok(history.every(({ count }) => Number.isInteger(count) && count > 0));
  });
});
