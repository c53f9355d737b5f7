import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
}

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { date: _date, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });

const METRIC =
  /http_requests_total\{route="\/v1\/services\/:id\/status\.json",status="(\d+)"\} (\d+)/g;

const countsOf = async (url: string): Promise<Record<string, number>> => {
  const text = await (await fetch(`${url}/v1/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(METRIC)].map(([, status, count]) => [status, Number(count)]),
  );
};

// A service without a guide is small; this one is worth compressing.
const catalog = makeCatalog(makeService());

describe('a feed answered at once', () => {
  // With a query the router answers, so that both ways can be set side by side.
  for (const encoding of ['identity', 'gzip', 'br', 'br;q=0, gzip']) {
    test(`equals the answer of the router, in the form of "${encoding}", 304 included`, async (t) => {
      const { url } = await startServer(t, {}, { catalog });
      const path = `${url}/v1/services/kik/status.json`;
      const headers = { 'Accept-Encoding': encoding };
      const routed = await ask(`${path}?by=router`, headers);
      const atOnce = await ask(path, headers);
      assert.equal(atOnce.status, 200);
      assert.deepEqual(atOnce, routed);
      const tag = { ...headers, 'If-None-Match': String(routed.headers['etag']) };
      const unchanged = await ask(path, tag);
      assert.equal(unchanged.status, 304);
      assert.equal(unchanged.body.length, 0);
      assert.deepEqual(unchanged, await ask(`${path}?by=router`, tag));
      assert.deepEqual(await countsOf(url), { 200: 2, 304: 2 });
    });
  }

  test('comes without its guide where the guide can wait, by both ways', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    const path = `${url}/v1/services/kik/status.json`;
    const whole = await ask(path);
    const routed = await ask(`${path}?guide=later&by=router`);
    const atOnce = await ask(`${path}?guide=later`);
    assert.deepEqual(atOnce, routed);
    const feed = JSON.parse(whole.body.toString()) as { guide: object };
    assert.ok(JSON.stringify(feed.guide).length > 100);
    assert.deepEqual(JSON.parse(atOnce.body.toString()), {
      ...feed,
      guide: { steps: [], faq: [] },
    });
    // One form must not pass for the other.
    const tag = { 'If-None-Match': String(whole.headers['etag']) };
    assert.equal((await ask(`${path}?guide=later`, tag)).status, 200);
    assert.equal((await ask(`${path}?guide=now`, tag)).status, 304);
    const own = { 'If-None-Match': String(atOnce.headers['etag']) };
    assert.equal((await ask(`${path}?guide=later`, own)).status, 304);
  });

  test('says nothing of a guide where there is none', async (t) => {
    const bare = makeCatalog({ ...makeService(), guide: undefined });
    const { url } = await startServer(t, {}, { catalog: bare });
    const { body } = await ask(`${url}/v1/services/kik/status.json?guide=later`);
    assert.ok(!('guide' in (JSON.parse(body.toString()) as object)));
  });

  test('is served however many variants clients ask for', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    const path = `${url}/v1/services/kik/status.json`;
    const { headers } = await ask(path);
    // Far more than are kept.
    for (let number = 0; number < 120; number += 1) {
      const other = await ask(path, { 'If-None-Match': `"other-${number}"` });
      assert.equal(other.status, 200);
      assert.ok(other.body.length > 100);
    }
    const known = { 'If-None-Match': `"other", W/${String(headers['etag'])}` };
    assert.equal((await ask(path, known)).status, 304);
    assert.deepEqual(await countsOf(url), { 200: 121, 304: 1 });
  });

  test('leaves everything else to the router', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    await ask(`${url}/v1/services/kik/status.json`);
    const head = await ask(`${url}/v1/services/kik/status.json`, {}, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    for (const id of ['nobody', '__proto__', 'kik/x', '%6bik%2f', '']) {
      assert.equal((await ask(`${url}/v1/services/${id}/status.json`)).status, 404, id);
    }
    assert.equal((await ask(`${url}/v1/services/%6bik/status.json`)).status, 200);
    assert.equal((await ask(`${url}/v1/services/kik/status.json`, {}, 'OPTIONS')).status, 204);
  });

  test('is reached with and without the prefix of a proxy', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status' }, { catalog });
    const plain = await ask(`${url}/v1/services/kik/status.json`);
    const prefixed = await ask(`${url}/status/v1/services/kik/status.json`);
    assert.equal(plain.status, 200);
    assert.deepEqual(prefixed, plain);
    assert.equal((await ask(`${url}/stature/v1/services/kik/status.json`)).status, 404);
  });

  test('includes a report within two seconds', async (t) => {
    const { url, report } = await startServer(t, {}, { catalog });
    const path = `${url}/v1/services/kik/status.json`;
    const before = await ask(path);
    await report(1);
    const sentAt = performance.now();
    let after = await ask(path);
    while (after.headers['etag'] === before.headers['etag'] && performance.now() - sentAt < 5000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      after = await ask(path);
    }
    assert.ok(performance.now() - sentAt < 2000);
    assert.equal(
      (JSON.parse(after.body.toString()) as { community: { reportCount: number } }).community
        .reportCount,
      1,
    );
  });
});
