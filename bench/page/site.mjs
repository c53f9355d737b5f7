// The servers of the benchmark: one origin for the page, one for everything it embeds. All contestants get the same
// conditions: brotli if the client accepts it, no caching, one feed that can change.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

// As servers compress what they make for one request.
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const listen = async (answer) => {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
};

/** Converts the feed's status to the format of Statuspage, which one of the peers reads. */
const toSummary = (feed) => ({
  page: { id: 'kik', name: feed.service.name, url: feed.service.url, updated_at: feed.generatedAt },
  status: {
    indicator: feed.status === 'major_outage' ? 'critical' : 'major',
    description: feed.status === 'major_outage' ? 'Major Outage' : 'Partial Outage',
  },
  components: [],
  incidents: [],
  scheduled_maintenances: [],
});

/**
 * @param files Texts by path on the embedding origin.
 * @param feedBefore The feed before the change; `feedAfter` is the one after it.
 * @param badge The picture of the badge.
 * @returns `pageOrigin`, `origin`; `warm()`, which compresses everything in advance; `publish(path, html)`; `reset()`, after
 *   which the feed is the one before the change, made just now; `feed`, as it is; `change()`, which pushes the change and returns its time, epoch ms; `close()`.
 */
export async function startSite({ files, feedBefore, feedAfter, badge }) {
  const packed = new Map();
  const pages = new Map();
  let madeAt = feedBefore.generatedAt;
  const streams = new Set();
  let changed = false;
  const feedNow = () => ({ ...(changed ? feedAfter : feedBefore), generatedAt: madeAt });

  const pack = (text) => {
    if (!packed.has(text)) packed.set(text, brotliCompressSync(text));
    return packed.get(text);
  };

  const send = (request, response, text, type) => {
    const headers = {
      'content-type': TYPES[type],
      'cache-control': type === 'json' ? 'public, max-age=15' : 'no-store',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Date, ETag, Retry-After, Age',
      'timing-allow-origin': '*',
    };
    if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '') || text.length < 200) {
      response.writeHead(200, headers).end(text);
      return;
    }
    response.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(pack(text));
  };

  // As the feed server answers it.
  const firstFeedNow = () => ({ ...feedNow(), guide: { steps: [], faq: [] } });
  const answers = {
    '/v1/services/kik/status.json': () => feedNow(),
    '/v1/services/kik/status.json?guide=later': firstFeedNow,
    '/api/v2/summary.json': () => toSummary(feedNow()),
    '/public/status/kik': () => ({ status: feedNow().status }),
  };

  const own = await listen((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const answer = answers[request.url] ?? answers[pathname];
    if (answer) {
      send(request, response, JSON.stringify(answer()), 'json');
    } else if (pathname === '/badge/kik.svg') {
      send(request, response, badge, 'svg');
    } else if (pathname === '/v1/services/kik/events') {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'access-control-allow-origin': '*',
      });
      response.write(
        `event: feed\ndata: ${JSON.stringify({ ...feedNow(), guide: undefined })}\n\n`,
      );
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else if (files.has(pathname)) {
      send(request, response, files.get(pathname), pathname.split('.').at(-1));
    } else {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    }
  });
  const page = await listen((request, response) => {
    const html = pages.get(new URL(request.url, 'http://site').pathname);
    if (html) send(request, response, html, 'html');
    else response.writeHead(404).end();
  });

  return {
    pageOrigin: page.origin,
    origin: own.origin,
    get streamCount() {
      return streams.size;
    },
    get feed() {
      return feedNow();
    },
    publish(path, html) {
      packed.delete(pages.get(path));
      pages.set(path, html);
      packed.set(html, brotliCompressSync(html, QUICK));
    },
    warm() {
      for (const text of files.values()) pack(text);
    },
    reset() {
      for (const feed of [feedNow(), firstFeedNow()]) packed.delete(JSON.stringify(feed));
      changed = false;
      madeAt = new Date().toISOString();
      for (const feed of [feedNow(), firstFeedNow()]) pack(JSON.stringify(feed));
    },
    change() {
      changed = true;
      madeAt = new Date().toISOString();
      const event = `event: feed\ndata: ${JSON.stringify({ ...feedNow(), guide: undefined })}\n\n`;
      for (const stream of streams) stream.write(event);
      return Date.now();
    },
    close() {
      for (const { server } of [own, page]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
