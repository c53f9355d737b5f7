// The network between a visitor and the feed server, with everything that goes wrong there.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';

const OPEN = { 'access-control-allow-origin': '*' };
const SIGN_IN = '<!doctype html><title>Sign in to our Wi-Fi</title><form>…</form>';

/** What becomes of a request for the feed. `network` answers lack the headers that would let a page read them. */
export const FAULTS = {
  reset: (_request, response) => response.destroy(),
  'no answer': () => undefined,
  'an error 500': (_request, response) => response.writeHead(500, OPEN).end('oops'),
  'an error 502 of a gateway': (_request, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
  '429 without a time': (_request, response) => response.writeHead(429, OPEN).end(),
  '429 with a time': (_request, response) =>
    response
      .writeHead(429, {
        ...OPEN,
        'access-control-expose-headers': 'Retry-After',
        'retry-after': '60',
      })
      .end(),
  'half of the document': (_request, response, text) =>
    response
      .writeHead(200, { ...OPEN, 'content-type': 'application/json' })
      .end(text.slice(0, text.length / 2)),
  'a connection that ends halfway': (_request, response, text) => {
    response.writeHead(200, {
      ...OPEN,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  'HTML in place of JSON': (_request, response) =>
    response.writeHead(200, { ...OPEN, 'content-type': 'text/html' }).end(SIGN_IN),
  'a sign-in page of the network': (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(SIGN_IN),
  'a redirect to a sign-in page': (request, response) =>
    request.url.startsWith('/sign-in')
      ? response.writeHead(200, { 'content-type': 'text/html' }).end(SIGN_IN)
      : response.writeHead(302, { location: '/sign-in' }).end(),
  'redirects in a circle': (request, response) =>
    response.writeHead(302, { ...OPEN, location: request.url }).end(),
  '50 MB': (_request, response) => {
    response.writeHead(200, { ...OPEN, 'content-type': 'application/json' });
    const part = Buffer.alloc(1_000_000, ' ');
    let sent = 0;
    const send = () => {
      while (sent < 50 && !response.destroyed) {
        sent += 1;
        if (!response.write(part)) return response.once('drain', send);
      }
      return response.end();
    };
    send();
  },
  'another encoding': (_request, response, text) =>
    response
      .writeHead(200, { ...OPEN, 'content-type': 'application/json; charset=utf-16le' })
      .end(Buffer.from(text, 'utf16le')),
};

/**
 * @param target URL of the real feed server.
 * @returns `url`; `fault`, a name of {@link FAULTS} or `undefined`, which may be set at any time; `close()`. There is
 *   no push here, so that only polling can heal.
 */
export async function startFaultyProxy(target) {
  const proxy = { fault: undefined };
  const server = createServer((request, response) => {
    const isFeed = /\/status\.json$|^\/sign-in/.test(request.url);
    if (request.url.endsWith('/events')) {
      response.writeHead(404, OPEN).end();
      return;
    }
    const { fault } = proxy;
    const { host: _host, 'accept-encoding': _encoding, ...headers } = request.headers;
    const upstream = ask(target + request.url, { method: request.method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        if (isFeed && fault) FAULTS[fault](request, response, body.toString());
        else response.writeHead(answer.statusCode, answer.headers).end(body);
      });
    });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.url = `http://127.0.0.1:${server.address().port}`;
  proxy.close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return proxy;
}
