import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { fetchPage, MAX_BYTES, type PageRequest } from '../../src/official/fetch-page.js';
import { createGuardedFetch, guardLookup } from '../../src/official/guarded-fetch.js';
import { nextPause } from '../../src/official/next-pause.js';
import { PageError } from '../../src/official/page-error.js';

const FEED_URL = 'https://vendor.example/api/v2/summary.json';
const NOW_MS = Date.UTC(2026, 10, 22, 9);
const LOOPBACK = ['127.0.0.1/32', '::1/128'];

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

const requestOf = (
  network: { fetch: typeof fetch },
  changes: Partial<PageRequest> = {},
): PageRequest => ({
  fetch: network.fetch,
  rule: new AddressRule([]),
  validators: undefined,
  now: () => NOW_MS,
  signal: new AbortController().signal,
  ...changes,
});

const redirect = (location: string) => (): Response =>
  new Response(null, { status: 302, headers: { location } });

/** Serves on a free port of this machine, until the test ends. */
const serve = async (t: TestContext, listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
};

describe('AddressRule', () => {
  const rows: [address: string, allowed: boolean][] = [
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['127.8.8.8', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::7f00:1', false],
    ['2002:7f00:1::', false],
    ['::7f00:1', false],
    ['::ffff:0:7f00:1', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['3fff::1', false],
    ['2001:db8::1', false],
    ['not an address', false],
  ];
  for (const [address, allowed] of rows) {
    test(`${allowed ? 'allows' : 'refuses'} ${address}`, () => {
      assert.equal(new AddressRule([]).allows(address), allowed);
    });
  }

  test('allows the addresses of named networks, and no private ones beside them', () => {
    const rule = new AddressRule(['10.1.0.0/16', 'fd00:1::/32']);
    const asked = ['10.1.9.9', '10.2.0.1', 'fd00:1::5', 'fd00:2::5', '::ffff:10.1.0.1'];
    assert.deepEqual(
      asked.map((address) => rule.allows(address)),
      [true, false, true, false, true],
    );
  });
});

describe('fetchPage', () => {
  test('follows redirects to https', async () => {
    const network = makeNetwork(redirect('/v2'), () => new Response('{}'));
    assert.deepEqual(await fetchPage(FEED_URL, requestOf(network)), {
      kind: 'document',
      text: '{}',
      validators: { etag: undefined, lastModified: undefined },
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
    'https://api.localhost/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://user:password@vendor.example/',
    'file:///etc/passwd',
    'ftp://vendor.example/',
  ]) {
    test(`does not follow a redirect to ${target}`, async () => {
      const network = makeNetwork(redirect(target), () => new Response('secret'));
      await assert.rejects(fetchPage(FEED_URL, requestOf(network)), PageError);
      assert.equal(network.seen.length, 1);
    });
  }

  test('gives up on a circle of redirects', async () => {
    const network = makeNetwork(redirect(FEED_URL));
    await assert.rejects(fetchPage(FEED_URL, requestOf(network)), /redirects more than 3 times/);
  });

  test('reads from this machine only where the operator allows it', async () => {
    const url = 'http://127.0.0.1:4780/summary.json';
    const network = makeNetwork(() => new Response('{}'));
    await assert.rejects(fetchPage(url, requestOf(network)), /not public; see OFFICIAL_NETWORKS/);
    assert.equal(network.seen.length, 0);
    const allowed = requestOf(network, { rule: new AddressRule(LOOPBACK) });
    assert.equal((await fetchPage(url, allowed)).kind, 'document');
  });

  test('refuses a document that is too long, announced or not', async () => {
    const endless = (): Response =>
      new Response(
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(500_000)) }),
      );
    const announced = (): Response =>
      new Response('x', { headers: { 'content-length': String(MAX_BYTES + 1) } });
    for (const answer of [endless, announced]) {
      await assert.rejects(
        fetchPage(FEED_URL, requestOf(makeNetwork(answer))),
        new RegExp(`longer than ${MAX_BYTES} bytes`),
      );
    }
  });

  test('names the status of an error, and how long to wait', async () => {
    const answers: [retryAfter: string, waitMs: number | undefined][] = [
      ['120', 120_000],
      [new Date(NOW_MS + 60_000).toUTCString(), 60_000],
      [new Date(NOW_MS - 60_000).toUTCString(), undefined],
      ['soon', undefined],
    ];
    for (const [retryAfter, retryAfterMs] of answers) {
      const answer = (): Response =>
        new Response('', { status: 503, headers: { 'retry-after': retryAfter } });
      await assert.rejects(fetchPage(FEED_URL, requestOf(makeNetwork(answer))), {
        name: 'PageError',
        message: 'it answered with status 503',
        httpStatus: 503,
        retryAfterMs,
      });
    }
  });

  test('asks "changed since?" with both validators', async () => {
    const network = makeNetwork(
      () =>
        new Response('{}', {
          headers: { etag: '"1"', 'last-modified': 'Sun, 22 Nov 2026 08:00:00 GMT' },
        }),
      () => new Response(null, { status: 304 }),
    );
    const first = await fetchPage(FEED_URL, requestOf(network));
    assert.ok(first.kind === 'document');
    const second = await fetchPage(FEED_URL, requestOf(network, { validators: first.validators }));
    assert.deepEqual(second, { kind: 'unchanged' });
    assert.equal(network.seen[1]?.headers['If-None-Match'], '"1"');
    assert.equal(network.seen[1]?.headers['If-Modified-Since'], 'Sun, 22 Nov 2026 08:00:00 GMT');
  });

  test('does not believe "unchanged" where nothing is known', async () => {
    const network = makeNetwork(() => new Response(null, { status: 304 }));
    await assert.rejects(fetchPage(FEED_URL, requestOf(network)), /status 304/);
  });

  const encoded: [what: string, bytes: Buffer, contentType: string][] = [
    ['UTF-8 with a mark', Buffer.from('\uFEFF"é"'), 'application/json'],
    ['UTF-16 LE with a mark', Buffer.from('\uFEFF"é"', 'utf16le'), 'application/json'],
    ['UTF-16 BE with a mark', Buffer.from('\uFEFF"é"', 'utf16le').swap16(), 'application/json'],
    ['UTF-16 LE without a word', Buffer.from('"é"', 'utf16le'), 'text/plain'],
    ['UTF-16 BE without a word', Buffer.from('"é"', 'utf16le').swap16(), 'text/plain'],
    ['UTF-8 that claims UTF-16', Buffer.from('"é"'), 'application/json;charset=utf-16'],
    ['Latin-1', Buffer.from('"é"', 'latin1'), 'application/json; charset=iso-8859-1'],
    ['a charset that is none', Buffer.from('"é"'), 'application/json; charset=klingon'],
  ];
  for (const [what, bytes, contentType] of encoded) {
    test(`decodes ${what}`, async () => {
      const network = makeNetwork(
        () => new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }),
      );
      const answer = await fetchPage(FEED_URL, requestOf(network));
      assert.equal(answer.kind === 'document' && answer.text, '"é"');
    });
  }
});

describe('the guarded network', () => {
  const knows = (...addresses: string[]): typeof lookup =>
    ((_name: string, _options: object, callback: (error: null, found: object[]) => void) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as typeof lookup;

  const lookUp = (rule: AddressRule, look: typeof lookup): Promise<unknown> =>
    new Promise((resolve, reject) => {
      guardLookup(rule, look)('vendor.example', { all: true }, (error, found) =>
        error ? reject(error) : resolve(found),
      );
    });

  test('refuses a public name with a private address, also beside a public one', async () => {
    const rule = new AddressRule([]);
    const refusal = /vendor.example has an address that is not public/;
    await assert.rejects(lookUp(rule, knows('10.0.0.1')), refusal);
    await assert.rejects(lookUp(rule, knows('93.184.216.34', '::1')), refusal);
    await assert.rejects(lookUp(rule, knows()), /has no address/);
    assert.deepEqual(await lookUp(rule, knows('93.184.216.34')), [
      { address: '93.184.216.34', family: 4 },
    ]);
  });

  test('does not connect to this machine by name, unless the operator allows it', async (t) => {
    let asked = 0;
    const port = await serve(t, (_request, response) => {
      asked += 1;
      response.end('{}');
    });
    const url = new URL(`http://localhost:${port}/`);
    await assert.rejects(createGuardedFetch(new AddressRule([]))(url), (error: Error) =>
      /not public/.test((error.cause as Error).message),
    );
    assert.equal(asked, 0);
    const response = await createGuardedFetch(new AddressRule(LOOPBACK))(url);
    assert.equal(await response.text(), '{}');
    assert.equal(asked, 1);
  });
});

describe('nextPause', () => {
  const rows: [
    what: string,
    failures: number,
    retryAfterMs: number | undefined,
    seconds: number,
  ][] = [
    ['after a success', 0, undefined, 60],
    ['after one failure', 1, undefined, 120],
    ['after three failures', 3, undefined, 480],
    ['after a hundred failures', 100, undefined, 900],
    ['when asked to wait', 1, 600_000, 630],
    ['when asked to wait for less', 1, 1000, 120],
    ['when asked to wait for a week', 1, 604_800_000, 3780],
  ];
  for (const [what, failureCount, retryAfterMs, seconds] of rows) {
    test(`is ${seconds} s ${what}`, () => {
      const pauseMs = nextPause({ intervalMs: 60_000, failureCount, retryAfterMs, random: 0.5 });
      assert.equal(Math.round(pauseMs / 1000), seconds);
    });
  }

  test('is up to a tenth longer or shorter by chance, and never shorter than the server asks', () => {
    const pause = (random: number, retryAfterMs?: number): number =>
      Math.round(nextPause({ intervalMs: 60_000, failureCount: 0, retryAfterMs, random }) / 1000);
    assert.deepEqual([pause(0), pause(1), pause(0, 60_000)], [54, 66, 60]);
  });

  test('is never shorter than a long interval', () => {
    const options = { intervalMs: 3_600_000, failureCount: 5, retryAfterMs: undefined };
    assert.equal(nextPause({ ...options, random: 0.5 }), 3_600_000);
  });
});
