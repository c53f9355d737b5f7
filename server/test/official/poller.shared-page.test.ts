import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshenOfficial } from '../../src/official/official-freshness.js';
import { makeService } from '../helpers/test-catalog.js';
import {
  incident,
  MINUTE_MS,
  PAGE_URL,
  setUp,
  START_MS,
  summary,
} from '../helpers/vendor-bench.js';

const twoParts = (names: readonly string[]): string =>
  JSON.stringify({
    page: { id: 'x', name: 'Vendor' },
    status: { indicator: 'none' },
    components: names.map((name) => ({ name, status: 'operational' })),
    incidents: [],
  });

describe('a page of several services', () => {
  test('is polled once also where only one of the services names its format', async (t) => {
    const bench = await setUp(
      t,
      () => ({ body: summary('minor') }),
      (origin) => {
        const official = { page: PAGE_URL, feed: `${origin}/summary.json` };
        return [
          makeService({ id: 'one', official }),
          makeService({ id: 'two', official: { ...official, format: 'statuspage' } }),
        ];
      },
    );
    await bench.poll();
    assert.equal(bench.seen.length, 1);
    assert.equal((await bench.official('one'))?.status, 'degraded_performance');
    assert.equal((await bench.official('two'))?.status, 'degraded_performance');
  });

  test('updates the others when it drops one service, whose last status grows old', async (t) => {
    let names = ['API', 'Site'];
    const bench = await setUp(
      t,
      () => {
        const etag = `"${names.join()}"`;
        return bench.seen.at(-1)?.headers['if-none-match'] === etag
          ? { status: 304 }
          : { body: twoParts(names), headers: { etag } };
      },
      (origin) =>
        ['API', 'Site'].map((name) =>
          makeService({
            id: name.toLowerCase(),
            official: { page: PAGE_URL, feed: `${origin}/summary.json`, components: [name] },
          }),
        ),
    );
    await bench.poll();
    names = ['API', 'Renamed'];
    for (let minute = 0; minute < 20; minute += 1) await bench.poll();
    const nowMs = START_MS + 20 * MINUTE_MS;
    const statusOf = async (id: string): Promise<string | undefined> => {
      const official = await bench.official(id);
      return official && freshenOfficial(official, nowMs).status;
    };
    assert.equal(await statusOf('api'), 'operational');
    assert.equal(await statusOf('site'), 'unknown');
    assert.deepEqual(bench.outcomes.slice(0, 3), ['read', 'failed', 'failed']);
    assert.deepEqual(bench.lines, ['official page is silent']);
  });
});

describe('a page that has not changed', () => {
  test('is read again every hour, because its meaning changes by the clock', async (t) => {
    const body = JSON.stringify({
      title: 'Vendor',
      status: 'operational',
      monitors: [],
      statusReports: [],
      maintenances: [
        { id: 1, name: 'Upgrade', from: '2026-11-22T09:30:00Z', to: '2026-11-22T12:00:00Z' },
      ],
    });
    const bench = await setUp(
      t,
      () =>
        bench.seen.at(-1)?.headers['if-none-match'] === '"1"'
          ? { status: 304 }
          : { body, headers: { etag: '"1"' } },
      (origin) => [makeService({ official: { page: PAGE_URL, feed: `${origin}/feed/json` } })],
    );
    await bench.poll(59 * MINUTE_MS);
    await bench.poll(MINUTE_MS);
    assert.equal((await bench.official())?.status, 'operational');
    await bench.poll();
    assert.equal((await bench.official())?.status, 'under_maintenance');
    assert.deepEqual(bench.outcomes, ['read', 'unchanged', 'read']);
  });
});

describe('an incident of a shared page', () => {
  test('is in the history of every service that it touches', async (t) => {
    const bench = await setUp(
      t,
      () => ({ body: summary('major', [incident('1')]) }),
      (origin) =>
        ['one', 'two'].map((id) =>
          makeService({ id, official: { page: PAGE_URL, feed: `${origin}/summary.json` } }),
        ),
    );
    await bench.poll();
    for (const id of ['one', 'two']) {
      const [known] = await bench.store.history.readIncidents(id, 0, 10);
      assert.equal(known?.id, '1', id);
    }
  });
});
