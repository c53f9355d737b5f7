import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MINUTE_MS } from '../../src/lib/clock.js';
import { StoreError } from '../../src/lib/store-error.js';
import type { ViewCount } from '../../src/views/view-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ViewCounter } from '../../src/views/view-counter.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const START_MS = Date.UTC(2026, 10, 22, 9);

/** A counter over a store that can fail, and what it wrote. */
function makeCounter() {
  const written: ViewCount[] = [];
  const warnings: unknown[] = [];
  const state = { nowMs: START_MS, failing: false, seen: 0 };
  const counter = new ViewCounter({
    now: () => state.nowMs,
    observe: () => (state.seen += 1),
    log: { warn: (...parts: unknown[]) => void warnings.push(parts) },
    store: {
      addViews: async (views) => {
        await Promise.resolve();
        if (state.failing) throw new StoreError('gone');
        written.push(...views);
      },
    },
  });
  const total = (): number => written.reduce((sum, { count }) => sum + count, 0);
  return { counter, written, warnings, state, total };
}

describe('ViewCounter', () => {
  test('adds up by service and minute, and writes each view once', async () => {
    const { counter, written, state } = makeCounter();
    counter.count('kik');
    counter.count('kik');
    counter.count('discord');
    state.nowMs += MINUTE_MS;
    counter.count('kik');
    await Promise.all([counter.flush(), counter.flush()]);
    await counter.close();
    assert.deepEqual(written, [
      { serviceId: 'kik', atMs: START_MS, count: 2 },
      { serviceId: 'discord', atMs: START_MS, count: 1 },
      { serviceId: 'kik', atMs: START_MS + MINUTE_MS, count: 1 },
    ]);
    assert.equal(state.seen, 4);
  });

  test('writes nothing without views', async () => {
    const { counter, written } = makeCounter();
    await counter.close();
    assert.deepEqual(written, []);
  });

  test('keeps the views that a failing store refused, with later ones, and warns once', async () => {
    const { counter, state, total, warnings } = makeCounter();
    state.failing = true;
    counter.count('kik');
    const flushing = counter.flush();
    counter.count('kik');
    await flushing;
    await counter.flush();
    state.failing = false;
    await counter.flush();
    assert.equal(total(), 2);
    assert.equal(warnings.length, 1);
  });

  test('drops the oldest when the store is away for longer than ten minutes', async () => {
    const { counter, state, written } = makeCounter();
    state.failing = true;
    for (let minute = 0; minute < 30; minute += 1) {
      counter.count('kik');
      state.nowMs += MINUTE_MS;
      if (minute % 3 === 0) await counter.flush();
    }
    state.failing = false;
    await counter.close();
    assert.equal(written.length, 10);
    assert.equal(written[0]?.atMs, START_MS + 20 * MINUTE_MS);
  });
});

describe('a view', () => {
  test('is an answered GET of the feed without a validator, and nothing else', async (t) => {
    const nowMs = START_MS + 30_000;
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const { url, server, report } = await startServer(t, {}, { store, now: () => nowMs });
    const feedUrl = `${url}/v1/services/kik/status.json`;
    const first = await fetch(feedUrl);
    await fetch(feedUrl);
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await fetch(feedUrl, { headers: { 'If-None-Match': etag } })).status, 304);
    assert.equal((await fetch(feedUrl, { headers: { 'If-None-Match': '"old"' } })).status, 200);
    await fetch(feedUrl, { method: 'HEAD' });
    await fetch(feedUrl, { method: 'OPTIONS' });
    await fetch(feedUrl.replace('kik', 'nobody'));
    await fetch(`${url}/kik`);
    await report(1);
    const metrics = await (await fetch(`${url}/v1/metrics`)).text();
    assert.match(metrics, /outage_status_feed_views_total 2/);
    assert.equal(await store.views.countViews('kik', 0, nowMs), 0);
    await server.close();
    assert.equal(await store.views.countViews('kik', 0, nowMs), 2);

    const next = await startServer(t, {}, { store, now: () => nowMs + MINUTE_MS });
    const explanation = (await (
      await fetch(`${next.url}/v1/services/kik/explain.json`)
    ).json()) as { views: unknown };
    assert.deepEqual(explanation.views, { lastHour: 2, lastDay: 2 });
  });
});
