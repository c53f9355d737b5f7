import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { FeedError, parseFeed } from 'outage-status/feed';
import { mountDemo } from '../src/demo/index.js';

const demoFolder = fileURLToPath(new URL('../../demo', import.meta.url));

/** A running server with nothing but the demo, on a free port. */
interface DemoServer {
  readonly url: string;
  readonly logged: string[];
  close(): Promise<void>;
}

async function startDemo(folder: string): Promise<DemoServer> {
  const app = new Hono();
  const logged: string[] = [];
  mountDemo(app, {
    demoFolder: folder,
    publicUrl: 'https://public.example',
    log: { info: (message) => void logged.push(message) },
  });
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started),
    );
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    logged,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Sends a path exactly as written; `fetch` would tidy `..` away. */
const rawStatus = (url: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

/** Sends a PUT with headers that `fetch` does not let through. */
const putState = (
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request(
      {
        hostname,
        port,
        path: '/demo/vendor/state',
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', ...headers },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    )
      .on('error', reject)
      .end(body);
  });

let demo: DemoServer;
before(async () => {
  demo = await startDemo(demoFolder);
});
after(() => demo.close());

const getJson = async (path: string): Promise<any> => (await fetch(demo.url + path)).json();

describe('the demo pages', () => {
  it('lead from the root to the blog post', async () => {
    for (const path of ['/', '/demo']) {
      const answer = await fetch(demo.url + path, { redirect: 'manual' });
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), '/demo/');
    }
    const page = await (await fetch(`${demo.url}/demo/`)).text();
    assert.match(page, /<outage-status\s[^>]*service="kik"/);
  });

  const types = [
    ['/demo/', 'text/html; charset=utf-8'],
    ['/demo/states.html', 'text/html; charset=utf-8'],
    ['/demo/vendor/', 'text/html; charset=utf-8'],
    ['/demo/demo.css', 'text/css; charset=utf-8'],
    ['/demo/states.js', 'text/javascript; charset=utf-8'],
    ['/demo/icon.svg', 'image/svg+xml'],
  ] as const;
  for (const [path, type] of types) {
    it(`are served as ${type}, uncached and framed by nobody else: ${path}`, async () => {
      const answer = await fetch(demo.url + path);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('content-security-policy'), "frame-ancestors 'self'");
    });
  }

  it('need nothing from elsewhere: no page, style or script loads from another origin', async () => {
    const names = (await readdir(demoFolder, { recursive: true })).filter((name) =>
      /\.(html|css|js)$/.test(name),
    );
    for (const name of names.filter((file) => !file.startsWith('npm'))) {
      const text = await (await fetch(`${demo.url}/demo/${name}`)).text();
      assert.doesNotMatch(
        text,
        /<[^>]*\bsrc="https?:|<link[^>]*\bhref="https?:|url\(\s*["']?https?:|\bfrom\s+'https?:|@import/,
        name,
      );
    }
  });

  it('link only to demo pages that exist', async () => {
    for (const name of [
      '',
      'states.html',
      'hundred.html',
      'official.html',
      'sandbox.html',
      'vendor/',
    ]) {
      const page = new URL(`/demo/${name}`, demo.url);
      const links = [
        ...(await (await fetch(page)).text()).matchAll(/<[^>]*\b(?:href|src)="([^"#]+)/g),
      ];
      for (const [, link = ''] of links) {
        const target = new URL(link, page);
        if (target.origin !== page.origin || target.pathname.startsWith('/widget/')) continue;
        assert.equal((await fetch(target)).status, 200, `${name} links to ${link}`);
      }
    }
  });

  const outside = [
    '/demo/../package.json',
    '/demo/%2e%2e/package.json',
    '/demo/..%2fpackage.json',
    '/demo/states/..%5c..%5cpackage.json',
    '/demo//etc/hosts.html',
    '/demo/.hidden.html',
    '/demo/states',
    '/demo/node_modules/x/index.html',
    '/demo/%00.html',
    '/demo/missing.html',
  ];
  for (const path of outside) {
    it(`answer 404 for ${path}`, async () => assert.equal(await rawStatus(demo.url, path), 404));
  }

  it('do not follow a link out of their folder', async () => {
    const root = await mkdtemp(join(tmpdir(), 'demo-'));
    await mkdir(join(root, 'pages'));
    await writeFile(join(root, 'secret.html'), 'secret');
    await writeFile(join(root, 'pages', 'plain.html'), 'plain');
    await symlink(join(root, 'secret.html'), join(root, 'pages', 'link.html'));
    const other = await startDemo(join(root, 'pages'));
    try {
      assert.equal((await fetch(`${other.url}/demo/plain.html`)).status, 200);
      assert.equal((await fetch(`${other.url}/demo/link.html`)).status, 404);
    } finally {
      await other.close();
      await rm(root, { recursive: true });
    }
  });
});

describe('the stand-in vendor', () => {
  after(() => putState(demo.url, '{"state":"operational"}'));

  it('starts with all systems operational, readable by every page', async () => {
    const answer = await fetch(`${demo.url}/demo/vendor/api/v2/summary.json`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    const summary: any = await answer.json();
    assert.deepEqual(Object.keys(summary), [
      'page',
      'status',
      'components',
      'incidents',
      'scheduled_maintenances',
    ]);
    assert.equal(summary.page.url, 'https://public.example/demo/vendor/');
    assert.match(summary.page.name, /stand-in/);
    assert.deepEqual(summary.status, { indicator: 'none', description: 'All Systems Operational' });
    assert.ok(summary.components.every(({ status }: any) => status === 'operational'));
  });

  it('says what it was told: an incident, maintenance, resolved', async () => {
    const tellAndRead = async (state: string): Promise<any> => {
      assert.equal(await putState(demo.url, JSON.stringify({ state })), 200);
      assert.equal((await getJson('/demo/vendor/state')).state, state);
      return getJson('/demo/vendor/api/v2/summary.json');
    };
    const incident = await tellAndRead('incident');
    assert.equal(incident.status.indicator, 'major');
    assert.equal(incident.incidents[0].impact, 'major');
    assert.equal(incident.components[0].status, 'partial_outage');
    const again = await tellAndRead('incident');
    assert.equal(again.incidents[0].started_at, incident.incidents[0].started_at);
    const maintenance = await tellAndRead('maintenance');
    assert.deepEqual(maintenance.incidents, []);
    assert.equal(maintenance.scheduled_maintenances[0].status, 'in_progress');
    assert.ok(maintenance.components.every(({ status }: any) => status === 'under_maintenance'));
    const resolved = await tellAndRead('resolved');
    assert.equal(resolved.status.indicator, 'none');
    assert.deepEqual([resolved.incidents, resolved.scheduled_maintenances], [[], []]);
    assert.ok(demo.logged.includes('demo: the stand-in vendor now says incident'));
  });

  it('listens to this machine only', async () => {
    const body = '{"state":"incident"}';
    assert.equal(await putState(demo.url, body, { 'X-Forwarded-For': '203.0.113.9' }), 403);
    assert.equal(await putState(demo.url, body, { Forwarded: 'for=203.0.113.9' }), 403);
    assert.equal(await putState(demo.url, body, { Host: 'rebound.example' }), 403);
    assert.notEqual((await getJson('/demo/vendor/state')).state, 'incident');
  });

  it('refuses states it does not know', async () => {
    for (const body of ['{"state":"down"}', '{}', 'no json', '']) {
      assert.equal(await putState(demo.url, body), 400, body);
    }
  });
});

describe('the gallery', () => {
  it('serves every state that it shows as a feed that the widget accepts, or as the failure that it is', async () => {
    const { GALLERY } = await import(new URL('../../demo/gallery-states.js', import.meta.url).href);
    const names = GALLERY.flatMap(({ entries }: any) => entries).map(
      ({ name, state = name, attributes = {} }: any) =>
        attributes.server || attributes.src ? 'operational' : state,
    );
    const refused: Record<string, number> = { missing: 404, unavailable: 503 };
    for (const name of new Set<string>(names)) {
      if (name === 'loading') continue;
      const answer = await fetch(`${demo.url}/demo/states/${name}/v1/services/kik/status.json`);
      assert.equal(answer.status, refused[name] ?? 200, name);
      const body = await answer.json();
      if (name === 'invalid') assert.throws(() => parseFeed(body), FeedError);
      else if (answer.ok) assert.doesNotThrow(() => parseFeed(body), name);
    }
  });

  it('uses every file of the states folder', async () => {
    const gallery = await (await fetch(`${demo.url}/demo/gallery-states.js`)).text();
    const files = (await readdir(join(demoFolder, 'states'))).filter((name) =>
      name.endsWith('.json'),
    );
    assert.ok(files.length >= 20);
    for (const file of files) assert.ok(gallery.includes(`'${file.replace('.json', '')}'`), file);
  });

  it('fills in fresh times, and keeps what is stale old', async () => {
    const ageSeconds = async (name: string): Promise<number> => {
      const feed = parseFeed(await getJson(`/demo/states/${name}/status.json`));
      return (Date.now() - Date.parse(feed.generatedAt)) / 1000 / feed.maxAgeSeconds;
    };
    assert.ok((await ageSeconds('operational')) < 1);
    assert.ok((await ageSeconds('stale')) > 30);
  });

  it('lays a state over its base and keeps null as a value', async () => {
    const feed = parseFeed(await getJson('/demo/states/no-official/status.json'));
    assert.equal(feed.official, null);
    assert.equal(feed.community?.categories.length, 4);
  });

  it('fails only on the second request where it says so', async () => {
    const url = `${demo.url}/demo/states/failing/status.json`;
    const first = await fetch(url);
    const etag = first.headers.get('etag');
    assert.equal(first.status, 200);
    assert.ok(etag);
    assert.equal((await fetch(url, { headers: { 'If-None-Match': etag } })).status, 503);
  });

  it('answers reports as each state says', async () => {
    const report = (name: string): Promise<Response> =>
      fetch(`${demo.url}/demo/states/${name}/v1/services/kik/reports`, {
        method: 'POST',
        body: '{}',
      });
    assert.deepEqual(await (await report('counted')).json(), {
      outcome: 'counted',
      reportCount: 185,
    });
    assert.equal(
      ((await (await report('already-reported')).json()) as any).outcome,
      'already_reported',
    );
    const refused = await report('refused');
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '600']);
    assert.equal((await report('not-stored')).status, 503);
    await assert.rejects(report('offline'));
  });

  it('never answers where it is loading, and lets go when the visitor does', async () => {
    for (const path of ['/demo/slow.json', '/demo/states/loading/v1/services/kik/status.json']) {
      await assert.rejects(fetch(demo.url + path, { signal: AbortSignal.timeout(200) }), {
        name: 'TimeoutError',
      });
    }
  });

  it('answers 404 for a state without a file, whatever it is called', async () => {
    for (const name of ['nothing', '..%2f..%2fpackage', 'README']) {
      assert.equal(await rawStatus(demo.url, `/demo/states/${name}/status.json`), 404, name);
    }
  });
});
