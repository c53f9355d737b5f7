import assert from 'node:assert/strict';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { startServer, waitFor } from '../helpers/test-server.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

const send = (
  url: string,
  headers: OutgoingHttpHeaders,
  body: string | Uint8Array,
  method = 'POST',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { date: _date, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest, body: text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const metricsOf = async (url: string, name: string): Promise<Record<string, number>> => {
  const text = await (await fetch(`${url}/v1/metrics`)).text();
  const lines = text.matchAll(new RegExp(`^outage_status_${name}\\{(.*)\\} (\\d+)$`, 'gm'));
  return Object.fromEntries([...lines].map(([, labels, count]) => [labels, Number(count)]));
};

// With a query the router hands it over, so that both ways can be set side by side.
const ways = (url: string): [atOnce: string, routed: string] => {
  const path = `${url}/v1/services/kik/reports`;
  return [path, `${path}?by=router`];
};

describe('a report taken before the router', () => {
  const key = 'a-key-of-its-own';
  const good = JSON.stringify({ category: 'app', idempotencyKey: key });
  const requests: [what: string, headers: OutgoingHttpHeaders, body: string | Uint8Array][] = [
    ['a report', JSON_TYPE, good],
    ['a vote', JSON_TYPE, JSON.stringify({ kind: 'recovered', idempotencyKey: key })],
    ['a report in pieces', { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }, good],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'category=app'],
    ['no type', {}, good],
    ['a navigation', { ...JSON_TYPE, 'Sec-Fetch-Mode': 'navigate' }, good],
    ['a frame', { ...JSON_TYPE, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'iframe' }, good],
    ['a script', { ...JSON_TYPE, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }, good],
    ['a foreign page', { ...JSON_TYPE, Origin: 'https://blog.example' }, good],
    ['a sandboxed page', { ...JSON_TYPE, Origin: 'null' }, good],
    ['no body', JSON_TYPE, ''],
    ['half a body', JSON_TYPE, good.slice(0, 20)],
    ['no UTF-8', JSON_TYPE, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['an unknown category', JSON_TYPE, JSON.stringify({ category: 'x', idempotencyKey: key })],
    ['one byte too many', JSON_TYPE, good.padEnd(2049)],
    ['as many bytes as allowed', JSON_TYPE, good.padEnd(2048)],
    [
      'too many bytes, unannounced',
      { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' },
      good.padEnd(9000),
    ],
  ];
  for (const [what, headers, body] of requests) {
    test(`is answered and counted as by the router: ${what}`, async (t) => {
      const answers: Answer[] = [];
      const counts: unknown[] = [];
      for (const way of [0, 1] as const) {
        // Each on a server of its own, as the second would be a retry of the first.
        const { url } = await startServer(t);
        answers.push(await send(ways(url)[way], headers, body));
        counts.push([
          await metricsOf(url, 'http_requests_total'),
          await metricsOf(url, 'reports_total'),
        ]);
      }
      const [atOnce, routed] = answers;
      assert.deepEqual(atOnce, routed);
      assert.deepEqual(counts[0], counts[1]);
      assert.equal(atOnce?.headers['access-control-allow-origin'], '*');
      assert.equal(atOnce.headers['content-security-policy'], "frame-ancestors 'none'");
      assert.equal(atOnce.headers['cache-control'], 'no-store');
    });
  }

  test('is answered as by the router, whatever its headers and body are', async (t) => {
    const { url } = await startServer(t, { REPORTS_PER_MINUTE: '100000' });
    const [atOnce, routed] = ways(url);
    const headers = fc.record(
      {
        'Content-Type': fc.constantFrom('application/json', 'Application/JSON; x=y', 'text/plain'),
        'Sec-Fetch-Mode': fc.constantFrom('cors', 'same-origin', 'no-cors', ''),
        'Sec-Fetch-Dest': fc.constantFrom('empty', 'image'),
        Origin: fc.constantFrom('null', 'https://blog.example', url, 'x'),
        'X-Forwarded-For': fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom(',', 'unknown')),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc
        .record(
          {
            kind: fc.constantFrom('problem', 'recovered', 'other'),
            category: fc.constantFrom('app', 'login', 'nothing', 5),
            // Too short, so that the first is no reason to answer the second otherwise.
            idempotencyKey: fc.string({ maxLength: 7 }),
            proof: fc.anything({ maxDepth: 1, withBigInt: false }),
          },
          { requiredKeys: [] },
        )
        .map((fields) => JSON.stringify(fields)),
    );
    await fc.assert(
      fc.asyncProperty(headers, body, async (sent, text) => {
        assert.deepEqual(await send(atOnce, sent, text), await send(routed, sent, text));
      }),
      { numRuns: 150 },
    );
  });

  test('is refused over the limit of its address on either path', async (t) => {
    const { url } = await startServer(t, { REPORTS_PER_MINUTE: '2' });
    const statuses: unknown[] = [];
    for (const way of [...ways(url), ...ways(url)]) {
      const { status, headers } = await send(way, JSON_TYPE, good);
      statuses.push(status, typeof headers['retry-after']);
    }
    assert.deepEqual(statuses, [202, 'undefined', 202, 'undefined', 429, 'string', 429, 'string']);
  });

  test('is dropped without a failure when its client goes away in the middle', async (t) => {
    const { url } = await startServer(t);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const half =
      'POST /v1/services/kik/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"cat';
    await new Promise((resolve) => socket.write(half, resolve));
    socket.destroy();
    await waitFor('its end', async () => {
      const counts = await metricsOf(url, 'reports_total');
      return counts['outcome="invalid"'];
    });
    assert.equal((await send(ways(url)[0], JSON_TYPE, good)).status, 202);
  });

  test('must be a POST to a known service; the router answers the rest', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status' });
    const statusOf = async (path: string, method = 'POST'): Promise<number | undefined> =>
      (await send(url + path, { ...JSON_TYPE, 'X-Forwarded-For': '10.0.0.1' }, good, method))
        .status;
    assert.equal(await statusOf('/status/v1/services/kik/reports'), 202);
    assert.equal(await statusOf('/v1/services/%6bik/reports'), 202);
    assert.equal((await fetch(ways(url)[0], { method: 'OPTIONS' })).status, 204);
    assert.equal((await fetch(ways(url)[0])).status, 404);
    assert.equal(await statusOf('/v1/services/kik/reports', 'PUT'), 404);
    for (const id of ['nobody', '__proto__', 'kik/x', '%6bik%2f', '']) {
      assert.equal(await statusOf(`/v1/services/${id}/reports`), 404, id);
    }
  });
});
