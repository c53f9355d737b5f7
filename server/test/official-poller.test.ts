import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fetchPage, PageError } from '../src/official/fetch-page.js';
import { freshenOfficial } from '../src/official/official-freshness.js';
import { OfficialPoller } from '../src/official/poller.js';
import { openStore } from '../src/store/open-store.js';
import { makeService } from './test-catalog.js';
import { makeFolder } from './test-server.js';

const FEED_URL = 'https://vendor.example/api/v2/summary.json';
const PAGE_URL = 'https://status.vendor.example/';
const service = {
  ...makeService(),
  official: { format: 'statuspage' as const, page: PAGE_URL, feed: FEED_URL },
};

const summary = (indicator: string): string =>
  JSON.stringify({
    page: { id: 'x', name: 'Vendor', url: 'https://elsewhere.example' },
    status: { indicator, description: 'x' },
    components: [],
    incidents: [],
    scheduled_maintenances: [],
  });

interface Seen {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** A network that gives the answers in order, the last one for ever. */
const makeNetwork = (...answers: (() => Response)[]): { fetch: typeof fetch; seen: Seen[] } => {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: (url, init) => {
      seen.push({
        url: url instanceof Request ? url.url : String(url),
        headers: init?.headers as Record<string, string>,
      });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
    },
  };
};

const fail = (): Response => {
  throw new TypeError('fetch failed');
};

const redirect = (location: string) => (): Response =>
  new Response(null, { status: 302, headers: { location } });

describe('fetching a vendor’s page', () => {
  const options = (network: { fetch: typeof fetch }) => ({
    fetch: network.fetch,
    etag: undefined,
    signal: new AbortController().signal,
  });

  test('follows redirects to https', async () => {
    const network = makeNetwork(redirect('/v2'), () => new Response('{}'));
    assert.deepEqual(await fetchPage(FEED_URL, options(network)), {
      kind: 'document',
      text: '{}',
      etag: undefined,
    });
    assert.deepEqual(
      network.seen.map(({ url }) => url),
      [FEED_URL, 'https://vendor.example/v2'],
    );
  });

  for (const target of [
    'http://vendor.example/',
    'http://127.0.0.1:8080/',
    'https://localhost/',
    'file:///etc/passwd',
    'ftp://vendor.example/',
  ]) {
    test(`does not follow one to ${target}`, async () => {
      const network = makeNetwork(redirect(target), () => new Response('secret'));
      await assert.rejects(fetchPage(FEED_URL, options(network)), PageError);
      assert.equal(network.seen.length, 1);
    });
  }

  test('gives up on a circle of redirects', async () => {
    const network = makeNetwork(redirect(FEED_URL));
    await assert.rejects(fetchPage(FEED_URL, options(network)), /redirects more than 3 times/);
  });

  test('reads from this machine when the page itself is on it', async () => {
    const network = makeNetwork(() => new Response('{}'));
    const answer = await fetchPage('http://127.0.0.1:4780/summary.json', options(network));
    assert.equal(answer.kind, 'document');
  });

  test('refuses more than a megabyte, announced or not', async () => {
    const endless = (): Response =>
      new Response(
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) }),
      );
    const announced = (): Response =>
      new Response('x', { headers: { 'content-length': '2000000' } });
    for (const answer of [endless, announced]) {
      await assert.rejects(
        fetchPage(FEED_URL, options(makeNetwork(answer))),
        /longer than 1000000 bytes/,
      );
    }
  });

  test('names the status of an error', async () => {
    const network = makeNetwork(() => new Response('', { status: 503 }));
    await assert.rejects(fetchPage(FEED_URL, options(network)), /status 503/);
  });
});

describe('what the vendor said', () => {
  test('is unknown after fifteen minutes without a new look, and its time stays', () => {
    const official = {
      status: 'operational' as const,
      checkedAt: '2026-11-22T09:00:00Z',
      incidents: [],
    };
    const at = (minutes: number): object =>
      freshenOfficial(official, Date.UTC(2026, 10, 22, 9, minutes));
    assert.deepEqual(at(15), official);
    assert.deepEqual(at(16), { ...official, status: 'unknown' });
  });
});

describe('the official poller', () => {
  test('stores what the page says, asks "changed since?", and logs only changes of readability', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const network = makeNetwork(
      () => new Response(summary('major'), { headers: { etag: '"1"' } }),
      () => new Response(null, { status: 304 }),
      fail,
      fail,
      () => new Response('<html>'),
      () => new Response(summary('none')),
    );
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const lines: string[] = [];
    const outcomes: string[] = [];
    const write = (...parameters: unknown[]): void => void lines.push(String(parameters.at(-1)));
    const log = { debug: write, info: write, warn: write, error: write };
    const poller = new OfficialPoller(
      {
        store,
        fetch: network.fetch,
        now: () => nowMs,
        pollSeconds: 60,
        log,
        observe: (outcome) => outcomes.push(outcome),
        onRead: () => Promise.resolve(),
      },
      [service],
    );
    const look = async (): Promise<(string | undefined)[]> => {
      await poller.look(service);
      nowMs += 60_000;
      const official = await store.readOfficial('kik');
      return [official?.status, official?.checkedAt];
    };

    assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:00:00Z']);
    assert.equal((await store.readOfficial('kik'))?.url, PAGE_URL);
    assert.equal(network.seen[0]?.headers['If-None-Match'], undefined);
    assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:01:00Z']);
    assert.equal(network.seen[1]?.headers['If-None-Match'], '"1"');
    for (let tries = 0; tries < 3; tries += 1) {
      assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:01:00Z']);
    }
    assert.deepEqual(await look(), ['operational', '2026-11-22T09:05:00Z']);
    assert.deepEqual(outcomes, ['read', 'unchanged', 'failed', 'failed', 'failed', 'read']);
    assert.deepEqual(lines, ['official page cannot be read', 'official page is readable again']);
  });
});
