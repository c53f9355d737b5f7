import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { before, describe, test, type TestContext } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { createGuardedFetch } from '../../src/official/guarded-fetch.js';
import { ask, type AskParts } from '../../src/probe/ask.js';
import type { Outcome } from '../../src/probe/outcome.js';
import { type Certificate, makeAuthority, type TestAuthority } from '../helpers/certificates.js';

const LOOPBACK = ['127.0.0.1/32', '::1/128'];
const OK = { status: { from: 200, to: 399 } };
const USER_AGENT = 'outage-status-server/1.0.0 (+https://status.example)';

let authority: TestAuthority;
before(async () => {
  authority = await makeAuthority();
});

/** Knows the names of `makeAuthority` as this machine; a look-up of any other name fails as the system's own does. */
const testLookup = ((
  name: string,
  _options: object,
  callback: (error: Error | null, found?: object[]) => void,
) => {
  if (name === 'service.test' || name === 'other.test') {
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  } else if (name === 'private.test') {
    callback(null, [{ address: '10.0.0.1', family: 4 }]);
  } else {
    const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
    callback(Object.assign(error, { code: 'ENOTFOUND', syscall: 'getaddrinfo' }));
  }
}) as unknown as typeof lookup;

/** Listens on a free port of this machine until the test ends, and cuts all connections then. */
const listen = async (t: TestContext, server: Server): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

const serve = async (t: TestContext, listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(t, createHttpServer(listener))}/`;

const serveTls = async (
  t: TestContext,
  certificate: Certificate,
  listener: RequestListener = (_request, response) => response.end('well'),
): Promise<number> => listen(t, createTlsServer({ ...certificate }, listener));

const partsOf = (changes: Partial<AskParts> = {}, networks = LOOPBACK): AskParts => {
  const rule = new AddressRule(networks);
  return {
    fetch: createGuardedFetch(rule, { lookup: testLookup, ca: authority.ca }),
    rule,
    userAgent: USER_AGENT,
    now: Date.now,
    signal: new AbortController().signal,
    ...changes,
  };
};

const askFor = async (
  url: string,
  expect: Parameters<typeof ask>[1][number] = OK,
  parts = partsOf(),
): Promise<Outcome> => {
  const [outcome] = await ask(url, [expect], parts);
  assert.ok(outcome);
  return outcome;
};

const failureOf = (outcome: Outcome): string =>
  outcome.kind === 'failed' ? outcome.failure : `${outcome.kind}: ${JSON.stringify(outcome)}`;

describe('asking an address', () => {
  test('names itself and a contact, and measures the answer', async (t) => {
    let agent: string | undefined;
    const url = await serve(t, (request, response) => {
      agent = request.headers['user-agent'];
      response.end('well');
    });
    const outcome = await askFor(url);
    assert.equal(outcome.kind, 'answered');
    assert.ok(outcome.kind === 'answered' && Number.isInteger(outcome.durationMs));
    assert.equal(agent, USER_AGENT);
  });

  test('tells a slow answer by its duration', async (t) => {
    const url = await serve(t, (_request, response) => {
      setTimeout(() => response.end('well'), 300);
    });
    const outcome = await askFor(url);
    // The timer of the server may be a millisecond early.
    assert.ok(outcome.kind === 'answered' && outcome.durationMs >= 295, JSON.stringify(outcome));
  });

  test('tells a refused connection', async (t) => {
    const server = createServer();
    const port = await listen(t, server);
    await new Promise((closed) => server.close(closed));
    assert.equal(failureOf(await askFor(`http://127.0.0.1:${port}/`)), 'connect');
  });

  test('tells a connection that is reset', async (t) => {
    const port = await listen(
      t,
      createServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    assert.equal(failureOf(await askFor(`http://127.0.0.1:${port}/`)), 'connect');
  });

  test('tells a server that takes the connection and never answers', async (t) => {
    const port = await listen(
      t,
      createServer(() => undefined),
    );
    const outcome = await askFor(`http://127.0.0.1:${port}/`, OK, partsOf({ timeoutMs: 200 }));
    assert.equal(failureOf(outcome), 'timeout');
  });

  test('tells a server whose text never ends', async (t) => {
    const url = await serve(t, (_request, response) => response.write('well'));
    const outcome = await askFor(url, { ...OK, text: 'end' }, partsOf({ timeoutMs: 300 }));
    assert.equal(failureOf(outcome), 'timeout');
  });

  test('does not wait for a text that nobody expects', async (t) => {
    const url = await serve(t, (_request, response) => response.write('well'));
    assert.equal((await askFor(url, OK, partsOf({ timeoutMs: 5000 }))).kind, 'answered');
  });

  test('tells what speaks no HTTP', async (t) => {
    const port = await listen(
      t,
      createServer((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))),
    );
    assert.equal(failureOf(await askFor(`http://127.0.0.1:${port}/`)), 'http');
  });

  test('accepts a certificate that is right', async (t) => {
    const port = await serveTls(t, authority.good);
    assert.equal((await askFor(`https://service.test:${port}/`)).kind, 'answered');
  });

  test('tells an expired certificate', async (t) => {
    const port = await serveTls(t, authority.expired);
    const outcome = await askFor(`https://service.test:${port}/`);
    assert.equal(failureOf(outcome), 'tls');
    assert.ok(outcome.kind === 'failed' && /expired/.test(outcome.detail));
  });

  test('tells a certificate of another host', async (t) => {
    const port = await serveTls(t, authority.elsewhere);
    const outcome = await askFor(`https://service.test:${port}/`);
    assert.equal(failureOf(outcome), 'tls');
    assert.ok(outcome.kind === 'failed' && /altnames/.test(outcome.detail));
  });

  test('tells a certificate of nobody known, and a port without TLS', async (t) => {
    const port = await serveTls(t, authority.good);
    const parts = partsOf();
    const rule = new AddressRule(LOOPBACK);
    const fetch = createGuardedFetch(rule, { lookup: testLookup });
    const url = `https://service.test:${port}/`;
    assert.equal(failureOf(await askFor(url, OK, { ...parts, fetch })), 'tls');
    const plain = new URL(await serve(t, (_request, response) => response.end('well')));
    assert.equal(failureOf(await askFor(`https://service.test:${plain.port}/`)), 'tls');
  });

  test('tells a name that does not resolve', async () => {
    assert.equal(failureOf(await askFor('https://gone.test/')), 'dns');
    // By the system's own look-up: RFC 2606 keeps the name free for ever.
    const rule = new AddressRule(LOOPBACK);
    const parts = { ...partsOf(), fetch: createGuardedFetch(rule) };
    assert.equal(failureOf(await askFor('https://gone.invalid/', OK, parts)), 'dns');
  });

  for (const status of [500, 502, 503, 521]) {
    test(`takes status ${status} for a failure of the server`, async (t) => {
      const url = await serve(t, (_request, response) => response.writeHead(status).end('sorry'));
      assert.deepEqual(await askFor(url), {
        kind: 'failed',
        failure: 'http',
        detail: `status ${status}`,
      });
    });
  }

  for (const status of [401, 403, 404, 429, 451]) {
    test(`learns nothing from status ${status}`, async (t) => {
      const url = await serve(t, (_request, response) => response.writeHead(status).end('no'));
      assert.equal((await askFor(url)).kind, 'unclear');
    });
  }

  test('learns nothing from a challenge page, whatever its status', async (t) => {
    const script =
      '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>';
    const pages: readonly [number, Record<string, string>, string][] = [
      [403, { 'cf-mitigated': 'challenge' }, '<title>Just a moment...</title>'],
      [503, {}, `<title>Just a moment...</title>${script}`],
      [202, { 'x-amzn-waf-action': 'challenge' }, ''],
    ];
    for (const [status, headers, body] of pages) {
      const url = await serve(t, (_request, response) =>
        response.writeHead(status, headers).end(body),
      );
      const outcome = await askFor(url);
      assert.equal(outcome.kind, 'unclear', `${status}`);
    }
  });

  test('keeps the pause that a server asks for', async (t) => {
    const url = await serve(t, (_request, response) =>
      response.writeHead(429, { 'Retry-After': '120' }).end(),
    );
    assert.deepEqual(await askFor(url), {
      kind: 'unclear',
      detail: 'status 429',
      retryAfterMs: 120_000,
    });
  });

  test('takes the status that the catalogue expects for an answer', async (t) => {
    const url = await serve(t, (_request, response) => response.writeHead(401).end());
    assert.equal((await askFor(url, { status: { from: 401, to: 401 } })).kind, 'answered');
  });

  test('asks once for all that share an address, and judges for each', async (t) => {
    let count = 0;
    const url = await serve(t, (_request, response) => {
      count += 1;
      response.end('Welcome to the portal. Please log in.');
    });
    const outcomes = await ask(
      url,
      [OK, { ...OK, text: 'portal' }, { ...OK, text: 'Kik' }],
      partsOf(),
    );
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['answered', 'answered', 'unclear'],
    );
    assert.equal(count, 1);
  });

  test('finds a text of many bytes in pieces, and reads no more than the bound', async (t) => {
    let sent = 0;
    const url = await serve(t, (_request, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000;
      };
      response.on('drain', write);
      response.on('error', () => undefined);
      write();
    });
    assert.equal((await askFor(url, { ...OK, text: 'Kik' })).kind, 'unclear');
    assert.ok(sent < 20_000_000, `${sent} bytes`);
    const word = Buffer.from('ملاحظة');
    const inPieces = await serve(t, (_request, response) => {
      response.write(word.subarray(0, 3));
      setTimeout(() => response.end(word.subarray(3)), 20);
    });
    assert.equal((await askFor(inPieces, { ...OK, text: 'ملاحظة' })).kind, 'answered');
  });

  test('follows a redirect, and gives up on a circle without calling it a failure', async (t) => {
    const url = await serve(t, (request, response) => {
      if (request.url === '/home') response.end('well');
      else response.writeHead(302, { location: request.url === '/loop' ? '/loop' : '/home' }).end();
    });
    assert.equal((await askFor(url)).kind, 'answered');
    const outcome = await askFor(`${url}loop`);
    assert.ok(outcome.kind === 'unclear' && /more than 3 times/.test(outcome.detail));
  });

  test('stops at once when it is aborted, and rejects', async (t) => {
    const port = await listen(
      t,
      createServer(() => undefined),
    );
    const controller = new AbortController();
    const asked = ask(`http://127.0.0.1:${port}/`, [OK], partsOf({ signal: controller.signal }));
    controller.abort();
    await assert.rejects(asked, { name: 'AbortError' });
  });
});

describe('the guard of a check', () => {
  for (const url of [
    'http://127.0.0.1:9/',
    'https://localhost/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::ffff:7f00:1]/',
    'https://private.test/',
    'http://service.test/',
    'https://user:password@service.test/',
  ]) {
    test(`asks nothing at ${url}`, async () => {
      const outcome = await askFor(url, OK, partsOf({}, []));
      assert.equal(outcome.kind, 'unclear');
    });
  }

  test('asks nothing inside where a public address leads there', async (t) => {
    let asked = 0;
    const inside = await serve(t, (_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const port = await serveTls(t, authority.good, (_request, response) =>
      response.writeHead(302, { location: inside.replace('127.0.0.1', '[::ffff:7f00:1]') }).end(),
    );
    const outcome = await askFor(`https://service.test:${port}/`);
    assert.equal(outcome.kind, 'unclear');
    assert.equal(asked, 0);
  });

  test('lets the networks of OFFICIAL_NETWORKS through', async (t) => {
    const url = await serve(t, (_request, response) => response.end('well'));
    assert.equal((await askFor(url, OK, partsOf({}, []))).kind, 'unclear');
    assert.equal((await askFor(url, OK, partsOf({}, ['127.0.0.0/8']))).kind, 'answered');
  });
});
