import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { parseFeed } from 'outage-status/feed';
import { openStore } from '../src/store/open-store.js';
import { readEvents } from './helpers/event-reader.js';
import { PROGRAM } from './helpers/server-process.js';
import { makeFolder, waitFor } from './helpers/test-server.js';

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly exit: Promise<number | null>;
}

const run = (t: TestContext, environment: Record<string, string>, ...parameters: string[]): Run => {
  const child = spawn(process.execPath, [...PROGRAM, ...parameters], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => output, errors: () => errors, exit };
};

const urlOf = async (started: Run): Promise<string> => {
  const url = await Promise.race([
    waitFor('the URL', () => /http:\/\/\S+(?=\/\n)/.exec(started.output())?.[0]),
    started.exit.then(() => undefined),
  ]);
  assert.ok(url !== undefined, `it ended: ${started.errors()}`);
  return url;
};

const quiet = async (t: TestContext): Promise<Record<string, string>> => ({
  PORT: '0',
  DATA_DIR: await makeFolder(t),
  OFFICIAL_POLL_SECONDS: '0',
  CHECK_SECONDS: '0',
});

describe('the program', () => {
  test('prints its usage and version, and refuses other options', async (t) => {
    const help = run(t, {}, '--help');
    const version = run(t, {}, '--version');
    const wrong = run(t, {}, '--port=1');
    assert.deepEqual(await Promise.all([help.exit, version.exit, wrong.exit]), [0, 0, 64]);
    assert.match(help.output(), /PORT +TCP port/);
    assert.match(version.output(), /^\d+\.\d+\.\d+\n$/);
    assert.match(wrong.errors(), /^--port=1: no such option.*\n$/);
  });

  test('ends with one sentence for every failure that the operator can fix', async (t) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    t.after(() => blocker.close());
    await new Promise((resolve) => blocker.once('listening', resolve));
    const port = String((blocker.address() as AddressInfo).port);
    const settings = await quiet(t);
    const runs = [
      run(t, { ...settings, PORT: '80000' }),
      run(t, { ...settings, PORT: port }),
      run(t, { ...settings, HOST: '203.0.113.1' }),
      run(t, { ...settings, DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/none' }),
      run(t, { ...settings, DATA_DIR: join(import.meta.filename, 'below-a-file') }),
      run(t, { ...settings, CATALOG_DIRS: '/nowhere' }),
    ];
    const ends: [number, RegExp][] = [
      [78, /^PORT: expected/],
      [69, /^PORT: \d+ is already in use/],
      [78, /^HOST: 203\.0\.113\.1/],
      [69, /^cannot open Postgres database none on 127\.0\.0\.1:1: /],
      [78, /^cannot open .*below-a-file.*: it is not a folder/],
      [78, /nowhere/],
    ];
    for (const [index, started] of runs.entries()) {
      const [code, sentence] = ends[index] ?? [0, /./];
      assert.equal(await started.exit, code, started.errors());
      assert.match(started.errors(), sentence);
      assert.doesNotMatch(started.errors(), /secret|\n\s+at /);
      assert.equal(started.output(), '');
    }
  });

  test('finishes open work, ends streams and exits with 0 when it is asked to stop', async (t) => {
    const settings: Record<string, string> = { ...(await quiet(t)), PROOF_OF_WORK: 'off' };
    const started = run(t, settings);
    const url = await urlOf(started);
    const events = await readEvents(t, `${url}/v1/services/kik/events`);
    await events.waitForFeed(() => true);
    const key = crypto.randomUUID();
    const report = fetch(`${url}/v1/services/kik/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ category: 'messages', idempotencyKey: key }),
    });
    await waitFor('the report', async () =>
      /reports_total\{outcome="counted"\} 1/.test(await (await fetch(`${url}/v1/metrics`)).text())
        ? true
        : undefined,
    );
    const stoppedAt = performance.now();
    started.child.kill('SIGTERM');
    assert.equal(await started.exit, 0);
    assert.ok(performance.now() - stoppedAt < 5000);
    assert.equal((await report).status, 202);
    await events.ended;
    assert.equal(started.output().trim().split('\n').length, 1);

    const store = await openStore({ dataDir: settings['DATA_DIR'] ?? '' });
    t.after(() => store.close());
    const counts = await store.reports.countByCategory('kik', 0, Date.now() + 60_000);
    assert.deepEqual([...counts], [['messages', 1]]);
  });

  test('shows the demo, its own vendor and a past when DEMO=1', async (t) => {
    const started = run(t, { ...(await quiet(t)), DEMO: '1', OFFICIAL_POLL_SECONDS: '5' });
    const demoUrl = await urlOf(started);
    assert.match(demoUrl, /\/demo$/);
    const url = demoUrl.replace(/\/demo$/, '');
    const home = await fetch(`${url}/`, { redirect: 'manual' });
    assert.equal(home.headers.get('location'), '/demo/');
    assert.equal((await fetch(`${url}/demo/`)).status, 200);
    const feed = await waitFor('the vendor', async () => {
      const read = parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());
      return read.official ? read : undefined;
    });
    assert.equal(feed.official?.status, 'operational');
    assert.ok((feed.community?.series.counts ?? []).some((count) => count > 0));
    started.child.kill('SIGINT');
    assert.equal(await started.exit, 0);
  });
});
