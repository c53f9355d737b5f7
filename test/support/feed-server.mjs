// A feed server for tests that talk real HTTP: each test scripts what it answers, under an id of its own.
//
// It is a plugin of the test runner's own server, and listens on a second port besides, so that the same answers can be
// asked for from another origin (with the CORS headers of the real feed server). From a test, use `feed-server.client.ts`.
//
//   PUT    /__feed/<id>           script: { "<path>": answer | [answer, …] }; the last answer of a path repeats;
//                                 forgets all that happened under the id before
//   GET    /__feed/<id>           what happened: { requests: [{ method, path, headers, body, isAborted }], streamCount }
//   POST   /__feed/<id>/release   lets the answers go that are held now
//   POST   /__feed/<id>/push      writes an event to every open stream: { event?: "feed", data: any } or { cut: true },
//                                 which breaks the connections; answers { streamCount } as of before
//   GET    /__feed                { crossOrigin: "http://127.0.0.1:<port>" }
//   other  /__feed/<id>/<path>    the scripted answer; 404 when the path has none
//
// answer: { status = 200, headers = {}, body = "" (anything but text becomes JSON), isHeld = false, isStream = false }
// A 200 gets an ETag of its body, unless the script gives one, and becomes 304 when the request names it.
// OPTIONS is answered as a preflight and written down like any other request, without using up an answer.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'GET, POST',
  'access-control-expose-headers': 'Date, ETag, Retry-After, Age',
};

const readBody = async (request) => {
  let text = '';
  for await (const part of request) text += part;
  return text;
};

const sendJson = (response, value) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...CORS,
  });
  response.end(JSON.stringify(value));
};

const createScript = (answers) => ({
  answers: new Map(Object.entries(answers).map(([path, given]) => [path, [given].flat()])),
  requests: [],
  held: [],
  streams: new Set(),
});

const takeAnswer = (script, path) => {
  const left = script.answers.get(path) ?? [{ status: 404 }];
  return left.length > 1 ? left.shift() : left[0];
};

const openStream = (script, response, headers) => {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    ...CORS,
    ...headers,
  });
  response.write(': open\n\n');
  script.streams.add(response);
  response.on('close', () => script.streams.delete(response));
};

const sendAnswer = (request, response, { status = 200, headers = {}, body = '' }) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
  const all = {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=15',
    ...CORS,
    ...(status === 200 && { etag }),
    ...headers,
  };
  const isUnchanged = status === 200 && request.headers['if-none-match'] === all.etag;
  response.writeHead(isUnchanged ? 304 : status, all);
  response.end(isUnchanged || status === 304 ? undefined : text);
};

const answer = async (script, path, request, response) => {
  const entry = {
    method: request.method,
    path,
    headers: request.headers,
    body: await readBody(request),
    isAborted: false,
  };
  script.requests.push(entry);
  response.on('close', () => (entry.isAborted = !response.writableEnded));
  if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
  const scripted = takeAnswer(script, path);
  if (scripted.isStream) return openStream(script, response, scripted.headers);
  if (scripted.isHeld) await new Promise((release) => script.held.push(release));
  return response.destroyed || sendAnswer(request, response, scripted);
};

const push = (script, { event = 'feed', data, cut }) => {
  const streams = [...script.streams];
  for (const stream of streams) {
    if (cut) stream.destroy();
    else
      stream.write(
        `event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
      );
  }
  return { streamCount: streams.length };
};

const createHandler = (scripts, readCrossOrigin) => async (request, response) => {
  const [, , id, ...rest] = new URL(request.url, 'http://localhost').pathname.split('/');
  const path = rest.join('/');
  if (!id) return sendJson(response, { crossOrigin: readCrossOrigin() });
  if (request.method === 'PUT' && !path) {
    for (const stream of scripts.get(id)?.streams ?? []) stream.destroy();
    scripts.set(id, createScript(JSON.parse(await readBody(request))));
    return sendJson(response, {});
  }
  const script = scripts.get(id);
  if (!script) return response.writeHead(404, CORS).end();
  if (!path)
    return sendJson(response, { requests: script.requests, streamCount: script.streams.size });
  if (path === 'push') return sendJson(response, push(script, JSON.parse(await readBody(request))));
  if (path === 'release') {
    const released = script.held.splice(0);
    for (const release of released) release();
    return sendJson(response, { releasedCount: released.length });
  }
  return answer(script, path, request, response);
};

/** The plugin; add it to `plugins` of the test runner's configuration. */
export function feedServer() {
  const scripts = new Map();
  const handle = createHandler(
    scripts,
    () => `http://127.0.0.1:${crossOriginServer.address().port}`,
  );
  const handleOrFail = (request, response) =>
    handle(request, response).catch((error) => response.writeHead(500).end(String(error)));
  const crossOriginServer = createServer(
    (request, response) => void handleOrFail(request, response),
  );

  return {
    name: 'feed-server',
    async serverStart({ server }) {
      // Ahead of the runner's middleware, which would buffer streams and answer with validators of its own.
      const [serveFiles] = server.listeners('request');
      server.removeListener('request', serveFiles);
      server.on('request', (request, response) => {
        if (/^\/__feed(\/|$)/.test(request.url)) void handleOrFail(request, response);
        else serveFiles(request, response);
      });
      await new Promise((ready) => crossOriginServer.listen(0, '127.0.0.1', ready));
      crossOriginServer.unref();
    },
    async serverStop() {
      crossOriginServer.closeAllConnections();
      await new Promise((done) => crossOriginServer.close(done));
    },
  };
}
