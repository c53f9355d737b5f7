import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { parseFeed } from 'outage-status/feed';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);
const now = (): number => NOW_MS;

/** Sends a request exactly as given, which `fetch` would tidy up. */
const sendRaw = (
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('the feed route', () => {
  test('serves a feed that the contract accepts', async (t) => {
    const catalog = makeCatalog(
      makeService({ related: ['discord'] }),
      makeService({ id: 'discord', name: 'Discord', guide: undefined }),
    );
    const { url } = await startServer(t, {}, { now, catalog });
    const response = await fetch(`${url}/v1/services/kik/status.json`);
    assert.equal(response.status, 200);
    assert.equal(
      response.headers.get('cache-control'),
      'public, max-age=15, stale-while-revalidate=60',
    );
    const feed = parseFeed(await response.json());
    assert.equal(feed.generatedAt, '2026-11-22T09:07:30Z');
    assert.equal(feed.status, 'operational');
    assert.equal(feed.verdict, 'all_clear');
    assert.equal(feed.since, null);
    assert.equal(feed.official, null);
    assert.equal(feed.community?.reportCount, 0);
    assert.equal(feed.community?.typicalCount, 4);
    assert.equal(feed.community?.series.counts.length, 96);
    assert.equal(feed.community?.series.typical.length, 96);
    assert.equal(feed.community?.series.startAt, '2026-11-21T09:15:00Z');
    assert.deepEqual(
      feed.community?.categories.map(({ share }) => share),
      [0, 0, 0, 0],
    );
    assert.deepEqual(
      feed.incidents.map(({ id, source }) => [id, source]),
      [['kik-2019', 'archive']],
    );
    assert.equal(feed.guide?.steps[0]?.id, 'restart');
    assert.deepEqual(feed.related, [{ id: 'discord', name: 'Discord', status: 'operational' }]);
  });

  test('answers 304 to a client with the newest feed, compressed or not, with the shared headers', async (t) => {
    const { url } = await startServer(t);
    const feedUrl = `${url}/v1/services/kik/status.json`;
    for (const encoding of ['identity', 'gzip', 'br']) {
      const headers = { 'Accept-Encoding': encoding };
      const first = await fetch(feedUrl, { headers });
      assert.equal(
        first.headers.get('content-encoding'),
        encoding === 'identity' ? null : encoding,
      );
      parseFeed(await first.json());
      const etag = first.headers.get('etag') ?? '';
      assert.match(etag, /^"[\w-]+"$/);
      const again = await fetch(feedUrl, {
        headers: { ...headers, 'If-None-Match': `"x", ${etag}` },
      });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get('etag'), etag);
      assert.equal(again.headers.get('access-control-allow-origin'), '*');
      assert.equal(await again.text(), '');
    }
    const changed = await fetch(feedUrl, { headers: { 'If-None-Match': '"other"' } });
    assert.equal(changed.status, 200);
  });

  test('moves its time on without any change, so that a quiet service never goes stale', async (t) => {
    let nowMs = NOW_MS;
    const { url } = await startServer(t, {}, { now: () => nowMs });
    const read = async (): Promise<string> =>
      parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json()).generatedAt;
    assert.equal(await read(), '2026-11-22T09:07:30Z');
    nowMs += 14_000;
    assert.equal(await read(), '2026-11-22T09:07:30Z');
    nowMs += 1000;
    assert.equal(await read(), '2026-11-22T09:07:45Z');
  });
});

describe('every answer', () => {
  test('can be read from any page and carries the safety headers', async (t) => {
    const { url } = await startServer(t);
    const paths = [
      '/v1/services',
      '/v1/services/kik/status.json',
      '/v1/services/kik/history.json',
      '/v1/services/nobody/status.json',
      '/v1/services?limit=0',
      '/v1/health',
      '/v1/metrics',
      '/v1/openapi.json',
      '/v1/nothing',
      '/nothing',
    ];
    for (const path of paths) {
      const response = await fetch(url + path);
      await response.text();
      assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
      assert.equal(
        response.headers.get('access-control-expose-headers'),
        'Date, ETag, Retry-After, Age',
      );
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin', path);
      assert.equal(response.headers.get('content-security-policy'), "frame-ancestors 'none'", path);
      assert.equal(response.headers.get('set-cookie'), null, path);
      assert.ok(response.headers.get('date'), path);
    }
  });

  test('allows a preflight to be kept for a day', async (t) => {
    const { url } = await startServer(t);
    const response = await fetch(`${url}/v1/services/kik/reports`, {
      method: 'OPTIONS',
      headers: { Origin: 'null', 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('access-control-max-age'), '86400');
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /POST/);
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /Content-Type/);
  });

  const errors: [path: string, status: number, code: string, field?: string][] = [
    ['/v1/services/nobody/status.json', 404, 'not_found', 'id'],
    ['/v1/services/__proto__/status.json', 404, 'not_found', 'id'],
    ['/v1/services/constructor/events', 404, 'not_found', 'id'],
    ['/v1/services/%E0%A4%A/status.json', 404, 'not_found', 'id'],
    ['/v1/services/nobody/history.json', 404, 'not_found', 'id'],
    ['/v1/services?limit=0', 400, 'invalid', 'limit'],
    ['/v1/services?limit=many', 400, 'invalid', 'limit'],
    [`/v1/services?q=${'x'.repeat(101)}`, 400, 'invalid', 'q'],
    ['/v1/services/kik/history.json?days=0', 400, 'invalid', 'days'],
    ['/v1/services/kik/history.json?days=99999', 400, 'invalid', 'days'],
    ['/v1/services/kik/reports', 404, 'not_found'],
    ['/widget/../../package.json', 404, 'not_found'],
    ['/widget/%2e%2e/package.json', 404, 'not_found'],
    ['/widget/', 404, 'not_found'],
    ['/demo/', 404, 'not_found'],
    ['/nothing', 404, 'not_found'],
  ];
  test('reports errors in one shape that names the field', async (t) => {
    const { url } = await startServer(t);
    for (const [path, status, code, field] of errors) {
      const response = await fetch(url + path);
      assert.equal(response.status, status, path);
      const { error } = (await response.json()) as { error: Record<string, string> };
      assert.equal(error['code'], code, path);
      assert.equal(error['path'], field, path);
      assert.ok(error['message'], path);
      assert.equal(response.headers.get('cache-control'), 'no-store', path);
    }
  });

  test('survives requests that no browser would send', async (t) => {
    const { url } = await startServer(t);
    assert.equal(await sendRaw(url, '/widget/../../../../etc/passwd'), 404);
    assert.equal(await sendRaw(url, '/v1\\services'), 400);
    assert.equal(await sendRaw(url, '/v1/health', { Host: 'a b' }), 400);
    assert.equal(await sendRaw(url, '/v1/health', { 'If-None-Match': '"'.repeat(4000) }), 200);
    assert.equal(await sendRaw(url, '/v1/health'), 200);
  });

  test('works under a path prefix whether the proxy strips it or not', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status/' });
    for (const path of ['/status/v1/services', '/v1/services']) {
      assert.equal((await fetch(url + path)).status, 200, path);
    }
    const document = (await (await fetch(`${url}/status/v1/openapi.json`)).json()) as {
      servers: { url: string }[];
    };
    assert.deepEqual(document.servers, [{ url: 'https://example.org/status' }]);
  });
});

describe('the list of services', () => {
  const catalog = makeCatalog(
    makeService(),
    makeService({ id: 'zoom', name: 'Zoom', aliases: ['zoom meetings'] }),
    makeService({ id: 'pokemon-go', name: 'Pokémon GO', aliases: [] }),
  );
  const search: [query: string, ids: string[]][] = [
    ['', ['kik', 'pokemon-go', 'zoom']],
    ['?q=KIK', ['kik']],
    ['?q=messenger', ['kik']],
    ['?q=pokemon%20g', ['pokemon-go']],
    ['?q=zoo', ['zoom']],
    ['?q=nobody', []],
    ['?limit=2', ['kik', 'pokemon-go']],
    ['?q=.*', []],
  ];
  test('is sorted by name and searched by id, name and other names', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    for (const [query, ids] of search) {
      const response = await fetch(`${url}/v1/services${query}`);
      const { services } = (await response.json()) as { services: Record<string, string>[] };
      assert.deepEqual(
        services.map(({ id }) => id),
        ids,
        query,
      );
    }
    const { services } = (await (await fetch(`${url}/v1/services?q=kik`)).json()) as {
      services: unknown[];
    };
    assert.deepEqual(services, [
      { id: 'kik', name: 'Kik', kind: 'Messaging app', status: 'operational' },
    ]);
  });
});

describe('history, health, metrics and description', () => {
  test('serves a history of one entry per day, today last', async (t) => {
    const { url, report } = await startServer(t, {}, { now });
    await report(1);
    await report(2);
    const response = await fetch(`${url}/v1/services/kik/history.json?days=3`);
    assert.deepEqual(await response.json(), {
      days: [
        { date: '2026-11-20', reportCount: 0 },
        { date: '2026-11-21', reportCount: 0 },
        { date: '2026-11-22', reportCount: 2 },
      ],
      incidents: [],
      changes: [],
    });
  });

  test('reports good health while the server decides', async (t) => {
    const { url } = await startServer(t);
    const response = await fetch(`${url}/v1/health`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'ok', problems: [], warnings: [] });
  });

  test('counts requests by route, never by path, and reports by outcome', async (t) => {
    const { url, report } = await startServer(t);
    await report(1);
    await report(1);
    await fetch(`${url}/v1/services/kik/status.json`);
    await fetch(`${url}/v1/services/nobody/status.json`);
    await fetch(`${url}/wp-login.php`);
    const response = await fetch(`${url}/v1/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    const text = await response.text();
    assert.match(
      text,
      /http_requests_total\{route="\/v1\/services\/:id\/status\.json",status="200"\} 1/,
    );
    assert.match(
      text,
      /http_requests_total\{route="\/v1\/services\/:id\/status\.json",status="404"\} 1/,
    );
    assert.match(text, /http_requests_total\{route="none",status="404"\} 1/);
    assert.match(text, /outage_status_reports_total\{outcome="counted"\} 1/);
    assert.match(text, /outage_status_reports_total\{outcome="already_reported"\} 1/);
    assert.match(text, /outage_status_commit_reports_count 2/);
    assert.match(text, /outage_status_watchers 0/);
    assert.doesNotMatch(text, /wp-login|10\.0\.0|nobody/);
  });

  test('describes every route in the OpenAPI document', async (t) => {
    const { url } = await startServer(t);
    const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, { required?: string[] }> };
    };
    assert.equal(document.openapi, '3.1.0');
    assert.deepEqual(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      ),
      [
        'get /v1/services',
        'get /v1/services/{id}/status.json',
        'get /v1/services/{id}/events',
        'get /v1/services/{id}/challenge',
        'post /v1/services/{id}/reports',
        'get /v1/services/{id}/history.json',
        'get /v1/services/{id}/explain.json',
        'get /v1/health',
        'get /v1/metrics',
      ],
    );
    const report = document.paths['/v1/services/{id}/reports']?.['post'];
    assert.deepEqual(Object.keys(report?.responses ?? {}), [
      '202',
      '400',
      '403',
      '404',
      '413',
      '415',
      '429',
      '503',
    ]);
    assert.ok(document.components.schemas['Feed']?.required?.includes('generatedAt'));
    assert.deepEqual(document.components.schemas['Report']?.required, [
      'category',
      'idempotencyKey',
    ]);
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      assert.ok(name !== undefined && name in document.components.schemas, name);
    }
  });
});
