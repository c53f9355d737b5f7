import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { readEvents } from '../helpers/event-reader.js';
import { startServer, waitFor, type TestServer } from '../helpers/test-server.js';

const CONFIG = join(import.meta.dirname, '../../../docs/nginx/outage-status.conf');
const MISSING =
  'nginx is not installed: neither PATH nor /usr/sbin has it; install the package "nginx-light", ' +
  'or set ALLOW_MISSING_NGINX=1 to go without';

const nginx = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'nginx'))
  .find((file) => existsSync(file));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The documented file with other addresses, in front of a server. Ends with the test, before the server. */
async function startNginx(
  t: TestContext,
  program: string,
): Promise<TestServer & { inside: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-nginx-'));
  await mkdir(join(folder, 'cache'));
  const port = await freePort();
  const ends: (() => unknown)[] = [];
  t.after(async () => {
    for (const end of ends) await end();
    await rm(folder, { recursive: true, force: true });
  });
  const server = await startServer(t, {
    PUBLIC_URL: 'http://status.example',
    // Not all of the loopback: visitors of this test come from there, too.
    TRUSTED_PROXIES: '127.0.0.1',
    TICK_SECONDS: '1',
  });
  const text = await readFile(CONFIG, 'utf8');
  const replaced = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['server 127.0.0.1:4780;', `server ${new URL(server.url).host};`],
    ['/var/cache/nginx/outage-status', join(folder, 'cache')],
  ].reduce((config, [from = '', to = '']) => {
    assert.ok(config.includes(from), from);
    return config.replace(from, to);
  }, text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  await writeFile(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid;
    error_log ${folder}/error.log; events {} http { access_log off; ${temporary.join(' ')} ${replaced} }`,
  );
  const child = spawn(
    program,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'error.log'],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ends.push(() => {
    child.kill('SIGTERM');
    return ended;
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor('nginx', async () => {
    if (child.exitCode !== null) throw new Error(await readFile(join(folder, 'error.log'), 'utf8'));
    return fetch(`${url}/v1/health`).catch(() => undefined);
  });
  return { ...server, url, inside: server.url };
}

const report = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/v1/services/kik/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'http://status.example', ...headers },
    body: JSON.stringify({ category: 'messages', idempotencyKey: crypto.randomUUID() }),
  });

/** Reports from one of this machine's own addresses, claiming to pass on another visitor's report. */
const reportFrom = (url: string, localAddress: string, claim: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': claim };
    const options = { method: 'POST', localAddress, headers };
    const sent = request(`${url}/v1/services/kik/reports`, options, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve((JSON.parse(text) as { outcome: string }).outcome));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ category: 'messages', idempotencyKey: crypto.randomUUID() }));
  });

function describeNginx(program: string): void {
  test('keeps feeds for as long as they allow, and never what must not be kept', async (t) => {
    const { url } = await startNginx(t, program);
    const path = `${url}/v1/services/kik/status.json`;
    const first = await fetch(path);
    const second = await fetch(path);
    assert.deepEqual(
      [first.headers.get('x-cache'), second.headers.get('x-cache')],
      ['MISS', 'HIT'],
    );
    assert.equal(second.headers.get('access-control-allow-origin'), '*');
    assert.equal(await second.text(), await first.text());
    const tag = second.headers.get('etag') ?? '';
    const unchanged = await fetch(path, { headers: { 'If-None-Match': tag } });
    assert.equal(unchanged.status, 304);
    for (const missing of ['/v1/services/nobody/status.json', '/v1/services/nobody/status.json']) {
      const answer = await fetch(`${url}${missing}`);
      assert.deepEqual([answer.status, answer.headers.get('x-cache')], [404, 'MISS']);
    }
  });

  test('keeps one copy of a feed for each encoding, however a browser asks for it', async (t) => {
    const { url } = await startNginx(t, program);
    const ask = async (accepted: string): Promise<string> => {
      const answer = await fetch(`${url}/v1/services/kik/status.json`, {
        headers: { 'Accept-Encoding': accepted },
      });
      await answer.arrayBuffer();
      assert.equal(answer.headers.get('vary'), 'Accept-Encoding');
      return `${answer.headers.get('content-encoding')} ${answer.headers.get('x-cache')}`;
    };
    const asked = [
      ['gzip, deflate, br, zstd', 'br MISS'],
      ['br', 'br HIT'],
      ['gzip;q=0.8,BR;q=1.0', 'br HIT'],
      ['br;q=0, gzip', 'gzip MISS'],
      ['gzip', 'gzip HIT'],
      ['br ; q=0.00,gzip;q=0', 'null MISS'],
      ['identity', 'null HIT'],
      ['brotli', 'null HIT'],
    ] as const;
    for (const [accepted, expected] of asked) assert.equal(await ask(accepted), expected, accepted);
  });

  test('lets events through as they come', async (t) => {
    const server = await startNginx(t, program);
    const events = await readEvents(t, `${server.url}/v1/services/kik/events`);
    await events.waitForFeed(() => true);
    // From TypeScript the store takes its time over the first.
    await reportFrom(server.url, '127.0.0.2', '203.0.113.50');
    await events.waitForFeed(({ community }) => community?.reportCount === 1);
    const sentAt = performance.now();
    assert.equal((await report(server.url)).status, 202);
    await events.waitForFeed(({ community }) => community?.reportCount === 2);
    assert.ok(performance.now() - sentAt < 3000);
  });

  test('passes on the real address of a visitor, whatever the visitor claims', async (t) => {
    const { url } = await startNginx(t, program);
    const claims = ['198.51.100.1', '198.51.100.2, 127.0.0.1', '203.0.113.9'];
    const outcomes: string[] = [];
    for (const localAddress of ['127.0.0.2', '127.0.0.3']) {
      for (const claim of claims) outcomes.push(await reportFrom(url, localAddress, claim));
    }
    const ofOneVisitor = ['counted', 'already_reported', 'already_reported'];
    assert.deepEqual(outcomes, [...ofOneVisitor, ...ofOneVisitor]);
  });

  test('stops a flood of reports and of streams from one address', async (t) => {
    const { url } = await startNginx(t, program);
    const answers = await Promise.all(Array.from({ length: 40 }, () => report(url)));
    const statuses = answers.map(({ status }) => status);
    assert.ok(statuses.includes(202) && statuses.includes(429), statuses.join(' '));
    const stop = new AbortController();
    t.after(() => stop.abort());
    const streams = await Promise.all(
      Array.from({ length: 25 }, () =>
        fetch(`${url}/v1/services/kik/events`, { signal: stop.signal }),
      ),
    );
    assert.deepEqual(
      [200, 429].map((wanted) => streams.filter(({ status }) => status === wanted).length),
      [20, 5],
    );
    stop.abort();
  });

  test('refuses a body that is too large for a report', async (t) => {
    const { url } = await startNginx(t, program);
    const answer = await fetch(`${url}/v1/services/kik/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: 'x'.repeat(10_000),
    });
    assert.equal(answer.status, 413);
  });
}

if (nginx)
  describe('docs/nginx/outage-status.conf', { timeout: 60_000 }, () => describeNginx(nginx));
else {
  const skip = process.env['ALLOW_MISSING_NGINX'] === '1' ? MISSING : false;
  test('nginx accepts docs/nginx/outage-status.conf', { skip }, () => assert.fail(MISSING));
}
