import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from './installed-package.mjs';

/** The feed of the site at one moment: users report what the vendor does not know. */
export const feedOf = (generatedAtMs = Date.now()) => ({
  version: 1,
  generatedAt: new Date(generatedAtMs).toISOString(),
  maxAgeSeconds: 3600,
  service: { id: 'kik', name: 'Kik' },
  status: 'major_outage',
  since: null,
  verdict: 'community_only',
  community: {
    status: 'major_outage',
    reportCount: 4321,
    typicalCount: 12,
    windowSeconds: 3600,
    series: {
      startAt: new Date(Date.now() - 3_600_000).toISOString(),
      stepSeconds: 900,
      counts: [1, 200, 2000, 2120],
      typical: [3, 3, 3, 3],
    },
    categories: [{ id: 'messages', label: 'Messages not sending', reportCount: 4321, share: 1 }],
  },
  official: null,
  incidents: [],
  related: [],
});

const listen = async (answer) => {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
};

/**
 * Two origins: a page's own, and the one that serves the CDN files and the feed.
 *
 * @returns `cdn` and `publish(html, headers)`, which gives a page's URL; `tamper(file, extra)` appends code to a CDN
 *   file, as an attacker at the CDN would; `holdFeed()` and `holdFile(file)` keep back answers until what they return is called; `restore()` ends all of that;
 *   `refuseReports(times)` answers as a server that fails; `reports` is what was sent; `asked`, the paths that were asked
 *   for; `feed`, what is answered, which may be replaced; `files`, texts to serve beside the CDN files; `close()`.
 */
export async function startCdnSite() {
  const tampered = new Map();
  const files = new Map();
  const reports = [];
  const asked = [];
  const current = { feed: feedOf() };
  let failuresLeft = 0;
  const held = new Map();
  const hold = (name) => {
    let end;
    const isReady = new Promise((resolve) => (end = resolve));
    const release = () => {
      held.delete(name);
      end();
    };
    held.set(name, { isReady, release });
    return release;
  };
  const takeReport = async (request, response, headers) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.method === 'OPTIONS') {
      const allowed = { 'access-control-allow-headers': 'content-type' };
      response.writeHead(204, { ...headers, ...allowed }).end();
      return;
    }
    reports.push({ method: request.method, type: request.headers['content-type'], body });
    failuresLeft -= 1;
    response.writeHead(failuresLeft >= 0 ? 503 : 202, headers);
    response.end(JSON.stringify({ outcome: 'counted', reportCount: 4322 }));
  };
  const sendFile = async (name, response, headers) => {
    await held.get(name)?.isReady;
    const text = files.get(name) ?? readFileSync(join(ROOT, 'cdn', name), 'utf8');
    const body = text + (tampered.get(name) ?? '');
    response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(body);
  };
  const sendFeed = async (response, headers) => {
    await held.get('feed')?.isReady;
    response.writeHead(200, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(current.feed));
  };
  const cdn = await listen((request, response) => {
    const { url } = request;
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    const path = new URL(url, 'http://cdn').pathname;
    asked.push(path);
    if (path.startsWith('/files/')) {
      void sendFile(path.slice('/files/'.length), response, headers);
    } else if (path === '/v1/services/kik/status.json') {
      void sendFeed(response, headers);
    } else if (path === '/v1/services/kik/reports') {
      void takeReport(request, response, headers);
    } else if (path.endsWith('/events')) {
      const [, , , id] = path.split('/');
      const feed = { ...current.feed, service: { ...current.feed.service, id } };
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      response.write(`event: feed\ndata: ${JSON.stringify(feed)}\n\n`);
    } else {
      response.writeHead(404, headers).end();
    }
  });
  const pages = new Map();
  const site = await listen(({ url }, response) => {
    const page = pages.get(url);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html', ...page?.headers });
    response.end(page?.html);
  });
  return Object.assign(current, {
    cdn: cdn.origin,
    reports,
    asked,
    files,
    holdFeed: () => hold('feed'),
    holdFile: hold,
    refuseReports: (times) => void (failuresLeft = times),
    publish(html, headers = {}) {
      const path = `/${pages.size}`;
      pages.set(path, { html: `<!doctype html><meta charset="utf-8">${html}`, headers });
      return site.origin + path;
    },
    tamper: (file, extra) => tampered.set(file, extra),
    restore() {
      tampered.clear();
      for (const { release } of held.values()) release();
    },
    close() {
      for (const { server } of [cdn, site]) {
        server.close();
        server.closeAllConnections();
      }
    },
  });
}
