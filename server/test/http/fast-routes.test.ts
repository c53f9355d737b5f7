import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { SHARED_HEADERS } from '../../src/http/shared-headers.js';
import { openStore } from '../../src/store/open-store.js';
import { StoreError } from '../../src/lib/store-error.js';
import type { Store } from '../../src/store/store-of.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { makeFolder, startServer, type TestServer } from '../helpers/test-server.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Sends a request exactly as given, which `fetch` would tidy up. */
const send = (
  url: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        const { date: _date, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const assertShared = ({ headers }: Answer, what: string): void => {
  for (const [name, value] of Object.entries(SHARED_HEADERS))
    assert.equal(headers[name.toLowerCase()], value, `${name} of ${what}`);
};

/** A real store that takes no reports. */
const openFailingStore = async (t: TestContext): Promise<Store> => {
  const store = await openStore({ dataDir: await makeFolder(t) });
  t.after(() => store.close());
  const addReports = (): Promise<never> => Promise.reject(new StoreError('gone'));
  const reports = new Proxy(store.reports, {
    get: (target, name) => {
      if (name === 'addReports') return addReports;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { ...store, reports };
};

const FEED = '/v1/services/kik/status.json';
const REPORTS = '/v1/services/kik/reports';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const report = (fields: object = {}): string =>
  JSON.stringify({ category: 'app', idempotencyKey: 'a-key-of-its-own', ...fields });
const post = (body: string, headers: OutgoingHttpHeaders = JSON_TYPE) => ({
  method: 'POST',
  headers,
  body,
});

interface Case {
  readonly status: number;
  readonly path: string;
  readonly start?: (t: TestContext) => Promise<TestServer>;
  /** What to send; it may send something before. */
  readonly ask: (server: TestServer) => Promise<Parameters<typeof send>[2]>;
}

/** Every status that a fast route answers with. */
const CASES: readonly Case[] = [
  { status: 200, path: FEED, ask: async () => ({}) },
  {
    status: 304,
    path: FEED,
    ask: async ({ url }) => {
      const { headers } = await send(url, FEED);
      return { headers: { 'If-None-Match': String(headers.etag) } };
    },
  },
  { status: 202, path: REPORTS, ask: async () => post(report()) },
  { status: 400, path: REPORTS, ask: async () => post(report({ category: 'x' })) },
  {
    status: 403,
    path: REPORTS,
    start: (t) => startServer(t, {}, { catalog: makeCatalog(makeService({ reports: 'off' })) }),
    ask: async () => post(report()),
  },
  { status: 413, path: REPORTS, ask: async () => post(report().padEnd(3000)) },
  { status: 415, path: REPORTS, ask: async () => post(report(), {}) },
  {
    status: 429,
    path: REPORTS,
    start: (t) => startServer(t, { REPORTS_PER_MINUTE: '1' }),
    ask: async ({ url }) => {
      await send(url, REPORTS, post(report()));
      return post(report());
    },
  },
  {
    status: 503,
    path: REPORTS,
    start: async (t) => startServer(t, {}, { store: await openFailingStore(t) }),
    ask: async () => post(report()),
  },
];

describe('a fast route', () => {
  for (const { status, path, start = startServer, ask } of CASES) {
    test(`answers ${status} to ${path} with the headers of the router`, async (t) => {
      const answers: Answer[] = [];
      // With a query the router answers. Each on a server of its own, as the second report would be a retry of the first.
      for (const way of [path, `${path}?by=router`]) {
        const server = await start(t);
        const what = await ask(server);
        // A feed is ready at the second time.
        await send(server.url, FEED);
        answers.push(await send(server.url, way, what));
      }
      const [fast, routed] = answers;
      assert.equal(fast?.status, status);
      const untimed = ({ headers }: Answer): IncomingHttpHeaders => ({
        ...headers,
        // They differ with the time, and so do the feeds of two servers.
        ...(headers.etag && { etag: 'some' }),
        ...(headers['retry-after'] && { 'retry-after': 'some' }),
      });
      assert.deepEqual(untimed(fast), untimed(routed!));
      assertShared(fast, path);
    });
  }
});

describe('a request that cannot be routed', () => {
  const unfit: [path: string, headers: OutgoingHttpHeaders][] = [
    ['/v1/services', { Host: 'a b' }],
    ['/v1\\services', {}],
  ];
  for (const [path, headers] of unfit) {
    test(`is refused as the router refuses, and counted: ${path} ${JSON.stringify(headers)}`, async (t) => {
      const { url } = await startServer(t);
      const refused = await send(url, path, { headers });
      assert.equal(refused.status, 400);
      assertShared(refused, path);
      const routed = await send(url, '/v1/services?limit=0');
      assert.equal(routed.status, 400);
      const { 'content-length': _, ...rest } = refused.headers;
      const { 'content-length': __, ...expected } = routed.headers;
      assert.deepEqual(rest, expected);
      const metrics = await (await fetch(`${url}/v1/metrics`)).text();
      assert.match(metrics, /http_requests_total\{route="none",status="400"\} 1/);
    });
  }
});

describe('every answer', () => {
  const requests: [path: string, status: number, method?: string, headers?: OutgoingHttpHeaders][] =
    [
      ['/v1/services', 200],
      ['/v1/services/kik/events', 200, 'HEAD'],
      [FEED, 200, 'HEAD'],
      [FEED, 204, 'OPTIONS'],
      ['/Kik', 301],
      ['/badge/kik.svg', 200],
      ['/oembed', 400],
      ['/widget/nothing.js', 404],
      ['/nobody', 404, 'GET', { Accept: 'text/html' }],
      ['/demo/states/stale/v1/services/kik/status.json', 200],
      ['/demo/states/nobody/v1/services/kik/status.json', 404],
    ];
  test('has the shared headers, and pages and pictures have policies of their own', async (t) => {
    const { url } = await startServer(t, { DEMO: '1' });
    const { 'Content-Security-Policy': _, ...shared } = SHARED_HEADERS;
    for (const [path, status, method = 'GET', headers = {}] of requests) {
      const answer = await send(url, path, { method, headers });
      assert.equal(answer.status, status, path);
      for (const [name, value] of Object.entries(shared)) {
        if (name === 'Access-Control-Expose-Headers' && path.startsWith('/demo/')) continue;
        assert.equal(answer.headers[name.toLowerCase()], value, `${name} of ${method} ${path}`);
      }
      const policy = String(answer.headers['content-security-policy']);
      assert.match(policy, /frame-ancestors '(?:none|self)'/, path);
    }
  });
});
