import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFeed, type Feed } from 'outage-status/feed';
import { openStore } from '../../src/store/open-store.js';
import { readEvents } from '../helpers/event-reader.js';
import { makeFolder, startServer, waitFor, type TestServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 30);
const CATEGORIES = ['messages', 'login', 'feed', 'app'];

const readFeed = async ({ url }: TestServer): Promise<Feed> =>
  parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());

const reportAll = async (
  { report }: TestServer,
  count: number,
  options: { origin?: string; firstVisitor?: number } = {},
): Promise<void> => {
  const { firstVisitor = 1, ...rest } = options;
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const category = CATEGORIES[index % CATEGORIES.length] ?? '';
      const response = await report(firstVisitor + index, { category, ...rest });
      assert.equal(((await response.json()) as { outcome: string }).outcome, 'counted');
    }),
  );
};

const countRounds = async ({ url }: TestServer): Promise<number> => {
  const metrics = await (await fetch(`${url}/v1/metrics`)).text();
  return Number(/decision_rounds_total (\d+)/.exec(metrics)?.[1]);
};

/** Waits for a round of decisions that began after now: the second to end from here. */
const waitForRound = async (server: TestServer): Promise<void> => {
  const before = await countRounds(server);
  await waitFor('a round of decisions', async () =>
    (await countRounds(server)) >= before + 2 ? true : undefined,
  );
};

for (const [what, settings] of [
  ['minutes, counted by the store', { DECISION_STEP_SECONDS: '60' }],
  ['seconds, counted in memory', { DECISION_STEP_SECONDS: '1' }],
] as const) {
  const stepMs = Number(settings.DECISION_STEP_SECONDS) * 1000;
  describe(`an outage over steps of ${what}`, () => {
    test('begins when enough visitors report, ends when they stop, and stays on record', async (t) => {
      let nowMs = NOW_MS;
      const server = await startServer(t, settings, { now: () => nowMs });
      const events = await readEvents(t, `${server.url}/v1/services/kik/events`);
      await reportAll(server, 80);
      const during = await events.waitForFeed((feed) => feed.status === 'major_outage');
      assert.equal(during.verdict, 'community_only');
      assert.equal(during.since, '2026-11-22T09:30:00Z');
      assert.equal(during.incidents[0]?.source, 'community');
      assert.equal(during.incidents[0]?.endedAt, null);

      // The reports have stopped, but one burst is not over at once.
      nowMs += 10 * stepMs;
      await waitForRound(server);
      assert.notEqual((await readFeed(server)).status, 'operational');
      nowMs += 20 * stepMs;
      const after = await events.waitForFeed(
        (feed) =>
          feed.status === 'operational' &&
          feed.incidents[0]?.endedAt !== null &&
          feed.since !== null,
      );
      assert.equal(after.verdict, 'all_clear');
      assert.equal(after.incidents[0]?.status, 'resolved');

      const history = (await (
        await fetch(`${server.url}/v1/services/kik/history.json?days=1`)
      ).json()) as { changes: { to: string }[] };
      assert.equal(history.changes[0]?.to, 'operational');
      assert.ok(history.changes.some(({ to }) => to === 'major_outage'));
    });

    test('does not begin by a handful of visitors, nor by an insistent one', async (t) => {
      const server = await startServer(
        t,
        { ...settings, REPORTS_PER_MINUTE: '1000' },
        { now: () => NOW_MS },
      );
      await reportAll(server, 7);
      for (let tries = 0; tries < 30; tries += 1) await server.report(1);
      await waitForRound(server);
      const feed = await readFeed(server);
      assert.equal(feed.status, 'operational');
      assert.equal(feed.community?.reportCount, 7);
    });

    test('does not begin by one foreign site alone, and does by two', async (t) => {
      const server = await startServer(t, settings, { now: () => NOW_MS });
      await reportAll(server, 40, { origin: 'https://blog.example' });
      await waitForRound(server);
      assert.equal((await readFeed(server)).status, 'operational');
      await reportAll(server, 40, { origin: 'https://forum.example', firstVisitor: 1000 });
      await waitFor('an outage', async () =>
        (await readFeed(server)).status === 'major_outage' ? true : undefined,
      );
    });

    test('can begin by a site of the operator alone', async (t) => {
      const server = await startServer(
        t,
        { ...settings, HOME_ORIGINS: 'https://blog.example' },
        { now: () => NOW_MS },
      );
      await reportAll(server, 40, { origin: 'https://blog.example' });
      await waitFor('a problem', async () =>
        (await readFeed(server)).status !== 'operational' ? true : undefined,
      );
    });
  });
}

describe('the incident history', () => {
  test('shows by how much users noticed an outage before the vendor', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const server = await startServer(t, {}, { store, now: () => NOW_MS });
    await reportAll(server, 80);
    const { incidents } = await waitFor('the outage', async () => {
      const feed = await readFeed(server);
      return feed.status === 'major_outage' ? feed : undefined;
    });
    const [seen] = incidents;
    await store.history.importIncidents([
      {
        serviceId: 'kik',
        id: 'told',
        title: 'Elevated errors',
        status: 'investigating',
        impact: 'major',
        startedAt: '2026-11-22T09:48:00Z',
        endedAt: null,
        source: 'official',
      },
    ]);
    const answer = await fetch(`${server.url}/v1/services/kik/history.json`);
    const history = (await answer.json()) as { incidents: { id: string; leadSeconds?: number }[] };
    assert.deepEqual(
      history.incidents.map(({ id, leadSeconds }) => [id, leadSeconds]),
      [
        ['told', undefined],
        [seen?.id, 1080],
      ],
    );
  });
});

describe('two servers on one store', () => {
  test('show each other’s reports and decisions to their watchers', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    const options = { store, now: () => NOW_MS };
    const [first, second] = [await startServer(t, {}, options), await startServer(t, {}, options)];
    const events = await readEvents(t, `${second.url}/v1/services/kik/events`);
    await reportAll(first, 1);
    await events.waitForFeed((feed) => feed.community?.reportCount === 1);
    await reportAll(first, 79, { firstVisitor: 1000 });
    const feed = await events.waitForFeed(({ status }) => status === 'major_outage');
    assert.equal(feed.since, '2026-11-22T09:30:00Z');
    t.after(() => store.close());
  });
});
