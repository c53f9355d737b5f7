import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFeed, type Feed } from 'outage-status/feed';
import { isProblem } from 'outage-status/model';
import { openStore } from '../../src/store/open-store.js';
import { readEvents } from '../helpers/event-reader.js';
import { makeFolder, startServer, waitFor, type TestServer } from '../helpers/test-server.js';

const KEY = 'abcdefgh';
const VOTE = { category: null } as const;

const readFeed = async ({ url }: TestServer): Promise<Feed> =>
  parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(`${url}/v1/services/kik/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Forty visitors, from number 100 on, report until the feed shows a problem. */
async function beginProblem(server: TestServer): Promise<void> {
  await Promise.all(Array.from({ length: 40 }, (_, index) => server.report(100 + index)));
  await waitFor('a problem', async () =>
    isProblem((await readFeed(server)).status) ? true : undefined,
  );
}

describe('the vote that it works again', () => {
  test('is counted, and never shown as a report', async (t) => {
    const server = await startServer(t);
    await server.report(1);
    const response = await server.report(2, VOTE);
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { outcome: 'counted', reportCount: 1 });
    const feed = await waitFor('the report', async () => {
      const read = await readFeed(server);
      return read.community?.reportCount === 1 ? read : undefined;
    });
    assert.equal(feed.community?.series.counts.at(-1), 1);
    assert.equal(
      feed.community?.categories.reduce((sum, { reportCount }) => sum + reportCount, 0),
      1,
    );
    const history = (await (await fetch(`${server.url}/v1/services/kik/history.json`)).json()) as {
      days: { reportCount: number }[];
    };
    assert.equal(
      history.days.reduce((sum, { reportCount }) => sum + reportCount, 0),
      1,
    );
    const metrics = await (await fetch(`${server.url}/v1/metrics`)).text();
    assert.match(metrics, /outage_status_votes_total 1/);
    assert.match(metrics, /outage_status_reports_total\{outcome="counted"\} 2/);
  });

  test('counts once for a visitor who has reported, and the answer says when the next one does', async (t) => {
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const server = await startServer(t, {}, { now: () => nowMs });
    await server.report(1);
    nowMs += 10 * 60_000;
    const outcomeOf = async (category: string | null): Promise<unknown> =>
      (await server.report(1, { category })).json();
    assert.deepEqual(await outcomeOf(null), { outcome: 'counted', reportCount: 1 });
    nowMs += 59 * 60_000;
    assert.deepEqual(await outcomeOf(null), {
      outcome: 'already_reported',
      reportCount: 0,
      retryAfterSeconds: 5 * 3600 + 60,
    });
    // It fails again for them: their vote was their last word, so they are heard.
    assert.deepEqual(await outcomeOf('login'), { outcome: 'counted', reportCount: 1 });
    assert.deepEqual(await outcomeOf('login'), {
      outcome: 'already_reported',
      reportCount: 1,
      retryAfterSeconds: 6 * 3600,
    });
  });

  test('gets its first answer when it is sent again with the same key, and counts once', async (t) => {
    const server = await startServer(t);
    await beginProblem(server);
    const options = { ...VOTE, key: crypto.randomUUID() };
    const answers = await Promise.all([1, 1, 1].map((visitor) => server.report(visitor, options)));
    for (const answer of answers) {
      assert.deepEqual(await answer.json(), { outcome: 'counted', reportCount: 40 });
    }
    await waitFor('the vote', async () => (await readFeed(server)).community?.recoveredCount);
    assert.equal((await readFeed(server)).community?.recoveredCount, 1);
  });

  test('shares the limit of its address with reports', async (t) => {
    const { report } = await startServer(t, { REPORTS_PER_MINUTE: '2' });
    await report(1, VOTE);
    await report(1);
    const refused = await report(1, VOTE);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  });

  test('shows in the feed while a problem is open, pushed within a second, without those from before', async (t) => {
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const server = await startServer(t, {}, { now: () => nowMs });
    for (const visitor of [1, 2, 3]) await server.report(visitor, VOTE);
    nowMs += 5 * 60_000;
    assert.equal((await readFeed(server)).community?.recoveredCount, undefined);
    await beginProblem(server);
    assert.equal((await readFeed(server)).community?.recoveredCount, undefined);
    const events = await readEvents(t, `${server.url}/v1/services/kik/events`);
    await events.waitForFeed(() => true);
    const sentAt = performance.now();
    await Promise.all([4, 5].map((visitor) => server.report(visitor, VOTE)));
    const pushed = await events.waitForFeed(({ community }) => community?.recoveredCount === 2);
    assert.ok(performance.now() - sentAt < 2000);
    assert.equal(pushed.community?.reportCount, 40);
  });

  test('is noticed by the next round when another process counted it', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const server = await startServer(t, {}, { store });
    await beginProblem(server);
    const events = await readEvents(t, `${server.url}/v1/services/kik/events`);
    await events.waitForFeed(() => true);
    const vote = {
      serviceId: 'kik',
      category: null,
      origin: '',
      idempotencyKey: KEY,
      visitorHashes: ['a-visitor'] as const,
      receivedAtMs: Date.now(),
    };
    await store.reports.addReports([vote], 3_600_000);
    await events.waitForFeed(({ community }) => community?.recoveredCount === 1);
    await server.server.close();
  });

  test('is described in the OpenAPI document', async (t) => {
    const { url } = await startServer(t);
    const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as {
      paths: Record<string, { post: { requestBody: { content: Record<string, unknown> } } }>;
      components: { schemas: Record<string, { required?: string[]; properties?: object }> };
    };
    const { content } = document.paths['/v1/services/{id}/reports']?.post.requestBody ?? {};
    assert.deepEqual(content?.['application/json'], {
      schema: {
        anyOf: [
          { $ref: '#/components/schemas/Report' },
          { $ref: '#/components/schemas/RecoveredReport' },
        ],
      },
    });
    const { Report, RecoveredReport } = document.components.schemas;
    assert.deepEqual(Report?.required, ['category', 'idempotencyKey']);
    assert.deepEqual(RecoveredReport?.required, ['kind', 'idempotencyKey']);
  });
});

describe('an invalid vote', () => {
  const wrong: [what: string, body: unknown, path: string | undefined, message: RegExp][] = [
    [
      'with a category',
      { kind: 'recovered', category: 'app', idempotencyKey: KEY },
      'category',
      /without a category/,
    ],
    ['of an unknown kind', { kind: 'better', idempotencyKey: KEY }, 'kind', /"recovered"/],
    ['with a number for a kind', { kind: 1, idempotencyKey: KEY }, 'kind', /"recovered"/],
    ['with null for a kind', { kind: null, category: 'app', idempotencyKey: KEY }, 'kind', /./],
    ['with a list for a kind', { kind: ['recovered'], idempotencyKey: KEY }, 'kind', /./],
    ['of a kind that every object has', { kind: 'constructor', idempotencyKey: KEY }, 'kind', /./],
    ['without a key', { kind: 'recovered' }, 'idempotencyKey', /8 to 64/],
    [
      'with free text',
      { kind: 'recovered', idempotencyKey: KEY, text: 'hi' },
      'text',
      /Only kind, category, idempotencyKey and proof/,
    ],
    ['of a problem without a category', { kind: 'problem', idempotencyKey: KEY }, 'category', /./],
  ];

  test('is refused by a sentence that names the field', async (t) => {
    const { url } = await startServer(t, { REPORTS_PER_MINUTE: '100' });
    for (const [what, body, path, message] of wrong) {
      const response = await post(url, body);
      assert.equal(response.status, 400, what);
      const { error } = (await response.json()) as { error: Record<string, string> };
      assert.equal(error['code'], 'invalid', what);
      assert.equal(error['path'], path, what);
      assert.match(error['message'] ?? '', message, what);
    }
    const named = { kind: 'problem', category: 'app', idempotencyKey: KEY };
    assert.equal((await post(url, named)).status, 202);
  });
});
