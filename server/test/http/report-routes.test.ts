import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { parseFeed, type Feed } from 'outage-status/feed';
import { openStore } from '../../src/store/open-store.js';
import { StoreError } from '../../src/lib/store-error.js';
import type { Store } from '../../src/store/store-of.js';
import { makeFolder, startServer, waitFor } from '../helpers/test-server.js';

const readFeed = async (url: string): Promise<Feed> =>
  parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());

const post = (
  url: string,
  body: string | Uint8Array | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/v1/services/kik/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });

const errorOf = async (response: Response): Promise<Record<string, string>> =>
  ((await response.json()) as { error: Record<string, string> }).error;

describe('a report', () => {
  test('is counted, and the feed shows it within a second', async (t) => {
    const { url, report } = await startServer(t);
    assert.equal((await readFeed(url)).community?.reportCount, 0);
    const response = await report(1, { category: 'login' });
    assert.equal(response.status, 202);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await response.json(), { outcome: 'counted', reportCount: 1 });
    const countedAt = performance.now();
    const feed = await waitFor('the report in the feed', async () => {
      const read = await readFeed(url);
      return read.community?.reportCount === 1 ? read : undefined;
    });
    assert.ok(performance.now() - countedAt < 1000);
    assert.deepEqual(
      feed.community?.categories.map(({ id, reportCount, share }) => [id, reportCount, share]),
      [
        ['messages', 0, 0],
        ['login', 1, 1],
        ['feed', 0, 0],
        ['app', 0, 0],
      ],
    );
    assert.equal(feed.community?.series.counts.at(-1), 1);
    assert.equal(feed.status, 'operational');
  });

  test('is not counted twice for one visitor, and the answer says when the next one is', async (t) => {
    let nowMs = Date.UTC(2026, 10, 22, 9, 0, 0);
    const { report } = await startServer(t, {}, { now: () => nowMs });
    await report(1);
    nowMs += 10 * 60_000;
    const again = await report(1, { category: 'app' });
    assert.equal(again.status, 202);
    assert.deepEqual(await again.json(), {
      outcome: 'already_reported',
      reportCount: 1,
      retryAfterSeconds: 5 * 3600 + 50 * 60,
    });
    nowMs += (5 * 60 + 50) * 60_000;
    assert.deepEqual(await (await report(1)).json(), { outcome: 'counted', reportCount: 1 });
  });

  test('gets its first answer when it is sent again with the same key, and counts once', async (t) => {
    const { report } = await startServer(t);
    const key = crypto.randomUUID();
    const answers = await Promise.all([report(1, { key }), report(1, { key }), report(1, { key })]);
    for (const answer of answers) {
      assert.deepEqual(await answer.json(), { outcome: 'counted', reportCount: 1 });
    }
  });

  test('is not counted again for a visitor who merely claims another address', async (t) => {
    const { report } = await startServer(t, { TRUSTED_PROXIES: '' });
    const outcomes = [];
    for (const visitor of [1, 2, 3]) {
      outcomes.push(((await (await report(visitor)).json()) as { outcome: string }).outcome);
    }
    assert.deepEqual(outcomes, ['counted', 'already_reported', 'already_reported']);
  });

  test('belongs behind a trusted proxy to the last address that the proxy did not vouch for', async (t) => {
    const { url } = await startServer(t);
    const outcomes = [];
    // The visitor may have sent any header of that name; only what the proxy added at its end is true.
    for (const forwarded of [
      '6.6.6.6, 203.0.113.7',
      'garbage, 203.0.113.7',
      ',,, 203.0.113.7',
      '203.0.113.7, 127.0.0.1',
    ]) {
      const body = JSON.stringify({ category: 'app', idempotencyKey: crypto.randomUUID() });
      const response = await post(url, body, { 'X-Forwarded-For': forwarded });
      outcomes.push(((await response.json()) as { outcome: string }).outcome);
    }
    assert.deepEqual(outcomes, [
      'counted',
      'already_reported',
      'already_reported',
      'already_reported',
    ]);
  });

  test('belongs behind two proxies to the address that the first of them saw, in any spelling', async (t) => {
    const { url } = await startServer(t, { TRUSTED_PROXIES: 'loopback,10.0.0.0/8' });
    const outcomes = [];
    for (const forwarded of [
      '6.6.6.6, 203.0.113.7, 10.1.2.3',
      '6.6.6.6, ::ffff:203.0.113.7, 10.1.2.3',
      '203.0.113.7:50123, 10.1.2.3',
      '[::ffff:203.0.113.7]:50123',
      // A proxy that is not known is a visitor, and the rest its own word.
      '203.0.113.8, 192.0.2.99, 10.1.2.3',
      '203.0.113.9, 192.0.2.99, 10.1.2.4',
    ]) {
      const body = JSON.stringify({ category: 'app', idempotencyKey: crypto.randomUUID() });
      const response = await post(url, body, { 'X-Forwarded-For': forwarded });
      outcomes.push(((await response.json()) as { outcome: string }).outcome);
    }
    const [counted, already] = ['counted', 'already_reported'];
    assert.deepEqual(outcomes, [counted, already, already, already, counted, already]);
  });

  test('gets the answer of an earlier report with the same key, whatever else it says', async (t) => {
    const { url } = await startServer(t);
    const key = crypto.randomUUID();
    const send = async (category: string, address: string): Promise<unknown> => {
      const body = JSON.stringify({ category, idempotencyKey: key });
      return (await post(url, body, { 'X-Forwarded-For': address })).json();
    };
    const first = await send('app', '203.0.113.7');
    assert.deepEqual(await send('login', '203.0.113.7'), first);
    assert.deepEqual(await send('login', '203.0.113.8'), first);
    const feed = await waitFor('the report', async () => {
      const answer = await fetch(`${url}/v1/services/kik/status.json`);
      const { community } = parseFeed(await answer.json());
      return community?.reportCount === 1 ? community : undefined;
    });
    assert.deepEqual(
      feed.categories.filter(({ reportCount }) => reportCount > 0).map(({ id }) => id),
      ['app'],
    );
  });

  test('takes the last value of a repeated field, and no key reaches the prototype', async (t) => {
    const { url } = await startServer(t);
    const twice = await post(
      url,
      '{"category":"app","category":"nonsense","idempotencyKey":"said-twice"}',
    );
    assert.equal(twice.status, 400);
    const proto = await post(
      url,
      '{"__proto__":{"category":"app"},"idempotencyKey":"from-the-prototype"}',
    );
    assert.equal(proto.status, 400);
  });

  test('is refused from too busy an address with a time to wait', async (t) => {
    const { report } = await startServer(t, { REPORTS_PER_MINUTE: '2' });
    await report(1);
    await report(1);
    const refused = await report(1);
    assert.equal(refused.status, 429);
    assert.equal((await errorOf(refused))['code'], 'rate_limited');
    const seconds = Number(refused.headers.get('retry-after'));
    assert.ok(seconds >= 1 && seconds <= 60, `${seconds}`);
    assert.equal((await report(2)).status, 202);
  });
});

describe('an invalid report', () => {
  const key = 'abcdefgh';
  const wrong: [what: string, body: string, path: string | undefined][] = [
    ['no JSON', '{"category": ', undefined],
    ['an empty body', '', undefined],
    ['a list', '[]', undefined],
    ['null', 'null', undefined],
    ['no category', JSON.stringify({ idempotencyKey: key }), 'category'],
    [
      'a category of another service',
      JSON.stringify({ category: 'voice', idempotencyKey: key }),
      'category',
    ],
    [
      'a category that every object has',
      JSON.stringify({ category: 'constructor', idempotencyKey: key }),
      'category',
    ],
    ['a number for a category', JSON.stringify({ category: 5, idempotencyKey: key }), 'category'],
    ['no key', JSON.stringify({ category: 'app' }), 'idempotencyKey'],
    ['a short key', JSON.stringify({ category: 'app', idempotencyKey: 'short' }), 'idempotencyKey'],
    [
      'a long key',
      JSON.stringify({ category: 'app', idempotencyKey: 'x'.repeat(65) }),
      'idempotencyKey',
    ],
    [
      'a key with a newline',
      JSON.stringify({ category: 'app', idempotencyKey: 'abcdefgh\n' }),
      'idempotencyKey',
    ],
    ['free text', JSON.stringify({ category: 'app', idempotencyKey: key, text: 'hi' }), 'text'],
    [
      'a prototype key',
      `{"category":"app","idempotencyKey":"${key}","__proto__":{"x":1}}`,
      '__proto__',
    ],
  ];
  test('is refused by a sentence that names the field', async (t) => {
    const { url } = await startServer(t, { REPORTS_PER_MINUTE: '100' });
    for (const [what, body, path] of wrong) {
      const response = await post(url, body);
      assert.equal(response.status, 400, what);
      const error = await errorOf(response);
      assert.equal(error['code'], 'invalid', what);
      assert.equal(error['path'], path, what);
    }
    const named = await errorOf(
      await post(url, JSON.stringify({ category: 'x', idempotencyKey: key })),
    );
    assert.match(named['message'] ?? '', /messages, login, feed, app/);
    assert.equal((await readFeed(url)).community?.reportCount, 0);
  });

  test('is refused in bytes that are not UTF-8', async (t) => {
    const { url } = await startServer(t);
    const response = await post(url, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]));
    assert.equal(response.status, 400);
  });

  test('is refused as anything but JSON, so a plain form on a foreign page cannot send one', async (t) => {
    const { url } = await startServer(t);
    const body = JSON.stringify({ category: 'app', idempotencyKey: key });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      '',
    ]) {
      const response = await post(url, body, { 'Content-Type': type });
      assert.equal(response.status, 415, type);
    }
    assert.equal(
      (await post(url, body, { 'Content-Type': 'application/json; charset=utf-8' })).status,
      202,
    );
  });

  test('is refused for an unknown service', async (t) => {
    const { url } = await startServer(t);
    const response = await fetch(`${url}/v1/services/nobody/reports`, {
      method: 'POST',
      body: '{}',
    });
    assert.equal(response.status, 404);
  });

  test('is refused when it is too long, announced or not', async (t) => {
    const { url } = await startServer(t);
    const long = JSON.stringify({
      category: 'app',
      idempotencyKey: key,
      padding: 'x'.repeat(3000),
    });
    assert.equal((await post(url, long)).status, 413);
    const unannounced = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(long));
        controller.close();
      },
    });
    assert.equal((await post(url, unannounced)).status, 413);
    const short = new ReadableStream({
      start(controller) {
        controller.enqueue(
          new TextEncoder().encode(JSON.stringify({ category: 'app', idempotencyKey: key })),
        );
        controller.close();
      },
    });
    assert.equal((await post(url, short)).status, 202);
  });

  test('is refused after two kilobytes when it never ends, and the connection is closed', async (t) => {
    const { url } = await startServer(t);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      'POST /v1/services/kik/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const flood = setInterval(() => socket.write(`400\r\n${'x'.repeat(1024)}\r\n`), 5);
    await closed;
    clearInterval(flood);
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });
});

describe('a failing store', () => {
  /** A real store whose ports fail while told to. */
  const makeFailing = (store: Store, isFailing: () => boolean): Store => {
    const failing = <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get(target, name) {
          const method = Reflect.get(target, name) as (...parameters: unknown[]) => unknown;
          return (...parameters: unknown[]) =>
            isFailing() ? Promise.reject(new StoreError('gone')) : method(...parameters);
        },
      });
    return {
      ...store,
      reports: failing(store.reports),
      decisions: failing(store.decisions),
      views: failing(store.views),
      official: failing(store.official),
      history: failing(store.history),
      check: () => (isFailing() ? Promise.reject(new StoreError('gone')) : store.check()),
    };
  };

  test('turns reports and feeds into 503 with a time to wait, keeps the last good feed until it is stale, and heals', async (t) => {
    let failing = false;
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const real = await openStore({ dataDir: await makeFolder(t) });
    const store = makeFailing(real, () => failing);
    const { url, report, server } = await startServer(t, {}, { store, now: () => nowMs });
    const feedUrl = `${url}/v1/services/kik/status.json`;
    const good = await readFeed(url);

    failing = true;
    const refused = await report(1);
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    const error = await errorOf(refused);
    assert.equal(error['code'], 'unavailable');
    assert.doesNotMatch(error['message'] ?? '', /gone/);

    nowMs += 200_000;
    assert.equal((await readFeed(url)).generatedAt, good.generatedAt);
    nowMs += 100_000;
    const stale = await fetch(feedUrl);
    assert.equal(stale.status, 503);
    assert.ok(Number(stale.headers.get('retry-after')) > 0);
    assert.equal(stale.headers.get('access-control-allow-origin'), '*');
    const health = await fetch(`${url}/v1/health`);
    assert.equal(health.status, 503);
    assert.match(await health.text(), /The database does not answer/);

    failing = false;
    assert.equal((await fetch(feedUrl)).status, 200);
    assert.equal((await report(1)).status, 202);
    await server.close();
    await real.close();
  });
});
