import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFeed } from 'outage-status/feed';
import { startServer } from '../helpers/test-server.js';
import {
  incident,
  MINUTE_MS,
  setUp,
  START_MS,
  summary,
  watching,
} from '../helpers/vendor-bench.js';

const kuma = JSON.stringify({
  config: { slug: 'home', title: 'Home' },
  incident: null,
  publicGroupList: [{ name: 'All', monitorList: [{ id: 1, name: 'Site' }] }],
  heartbeatList: { 1: [{ status: 1, time: '2026-11-22 08:59:00' }] },
  maintenanceList: [
    { id: 7, title: 'Disks', strategy: 'manual', status: 'under-maintenance', timeslotList: [] },
  ],
});
const undated = (changes: object): string =>
  summary('minor', [incident('a', { created_at: undefined, ...changes })]);

describe('polling for incidents', () => {
  const cases: [what: string, bodies: readonly string[], startedAt: string][] = [
    ['an incident without a start begins at the first look', [undated({})], '2026-11-22T09:00:00Z'],
    ['work that is switched on by hand begins at the first look', [kuma], '2026-11-22T09:00:00Z'],
    [
      'an incident with the time of its newest update alone begins at the first such time',
      ['08:10', '08:20', '08:30'].map((time) => undated({ updated_at: `2026-11-22T${time}:00Z` })),
      '2026-11-22T08:10:00Z',
    ],
    [
      'an incident on a clock that is ahead begins at the first look, also once that time has come',
      [undated({ started_at: '2026-11-22T09:02:00Z' })],
      '2026-11-22T09:00:00Z',
    ],
  ];
  for (const [what, bodies, startedAt] of cases) {
    test(`${what}, and stays there`, async (t) => {
      let poll = 0;
      const bench = await setUp(
        t,
        () => ({ body: bodies[Math.min(poll, bodies.length - 1)]! }),
        watching(),
      );
      for (; poll < 4; poll += 1) {
        await bench.poll();
        const [listed] = (await bench.official())?.incidents ?? [];
        const [stored] = await bench.store.history.readIncidents('kik', START_MS - MINUTE_MS, 10);
        assert.deepEqual([listed?.startedAt, stored?.startedAt], [startedAt, startedAt]);
        assert.equal(listed?.endedAt, null);
      }
    });
  }
});

test('feed and Atom entry keep the start of an incident across polls and restarts', async (t) => {
  const bench = await setUp(t, () => ({ body: undated({}) }), watching());
  const seen: unknown[] = [];
  for (let start = 0; start < 2; start += 1) {
    for (let poll = 0; poll < 2; poll += 1) await bench.poll(MINUTE_MS);
    const now = (): number => START_MS + (2 * start + 2) * MINUTE_MS;
    const { server, url } = await startServer(t, {}, { store: bench.store, now });
    const feed = parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());
    const atom = await (await fetch(`${url}/kik.atom`)).text();
    const [incidentOfFeed] = feed.incidents;
    seen.push([
      feed.since,
      incidentOfFeed?.id,
      incidentOfFeed?.startedAt,
      feed.official?.incidents[0]?.startedAt,
      /<id>[^<]*incidents\/a<\/id>[^]*?<published>([^<]*)/.exec(atom)?.[1],
    ]);
    await server.close();
  }
  const at = '2026-11-22T09:00:00Z';
  assert.deepEqual(seen, [
    [at, 'a', at, at, at],
    [at, 'a', at, at, at],
  ]);
});
