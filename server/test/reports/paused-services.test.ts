import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { parseFeed, type Feed } from 'outage-status/feed';
import { openStore } from '../../src/store/open-store.js';
import { PROGRAM } from '../helpers/server-process.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { makeFolder, startServer, waitFor } from '../helpers/test-server.js';

const readFeed = async (url: string): Promise<Feed> =>
  parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());

const run = (dataDir: string, ...words: string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [...PROGRAM, 'reports', ...words], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
  });

describe('a service whose reports are paused', () => {
  test('says so in the feed and refuses reports and challenges when its catalogue file pauses it', async (t) => {
    const catalog = makeCatalog(makeService({ reports: 'off' }));
    const { url, report } = await startServer(t, { PROOF_OF_WORK: 'light' }, { catalog });
    assert.equal((await readFeed(url)).community?.reports, 'paused');
    const refusals = [await report(1), await fetch(`${url}/v1/services/kik/challenge`)];
    for (const response of refusals) {
      assert.equal(response.status, 403);
      assert.deepEqual(await response.json(), {
        error: { code: 'paused', message: 'Reports of Kik are paused by the operator.' },
      });
    }
    const metrics = await (await fetch(`${url}/v1/metrics`)).text();
    assert.match(metrics, /reports_total\{outcome="paused"\} 1/);
  });

  test('reaches a running server from the command line, and resumes the same way', async (t) => {
    const dataDir = await makeFolder(t);
    const { url, report } = await startServer(t, { DATA_DIR: dataDir });
    assert.equal((await report(1)).status, 202);
    assert.equal((await run(dataDir, 'kik', 'off')).stdout, 'kik: off\n');
    assert.equal((await run(dataDir)).stdout, 'kik: off\n');
    await waitFor('the pause', async () =>
      (await readFeed(url)).community?.reports === 'paused' ? true : undefined,
    );
    assert.equal((await report(2)).status, 403);
    // What was counted before stands.
    assert.equal((await readFeed(url)).community?.reportCount, 1);
    await run(dataDir, 'kik', 'on');
    await waitFor('its end', async () =>
      (await readFeed(url)).community?.reports === 'open' ? true : undefined,
    );
    assert.equal((await report(2)).status, 202);
  });

  test('reaches every watcher at once, in the process that wrote it', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const heard: string[] = [];
    store.onChange((id) => heard.push(id));
    await store.reports.writePaused('kik', true, 1);
    await store.reports.writePaused('kik', true, 2);
    assert.deepEqual([...(await store.reports.readPaused())], ['kik']);
    await store.reports.writePaused('kik', false, 3);
    await store.reports.writePaused('kik', false, 4);
    assert.deepEqual([...(await store.reports.readPaused())], []);
    assert.deepEqual(heard, ['kik', 'kik']);
  });
});

describe('the command line', () => {
  for (const [words, said] of [
    [['nobody', 'off'], /there is no service "nobody"/],
    [['kik'], /expected "on" or "off" after kik/],
    [['kik', 'of'], /expected "on" or "off" after kik/],
  ] as const) {
    test(`refuses "reports ${words.join(' ')}" in a sentence`, async (t) => {
      const dataDir = await makeFolder(t);
      await assert.rejects(run(dataDir, ...words), (error: Error & { stderr: string }) => {
        assert.match(error.stderr, said);
        assert.equal(error.stderr.trim().split('\n').length, 1);
        return true;
      });
    });
  }
});
