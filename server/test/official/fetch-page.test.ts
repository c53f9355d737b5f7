import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { fetchPage, MAX_BYTES, type PageRequest } from '../../src/official/fetch-page.js';
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
