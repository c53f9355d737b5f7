import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, test, type TestContext } from 'node:test';
import LibsqlDatabase from 'libsql';
import { pino } from 'pino';
import { openStore } from '../../src/store/open-store.js';
import { HOUR_MS } from '../../src/lib/clock.js';
import { fetchProof, sendRaw } from '../helpers/solve-proof.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const START_MS = Date.UTC(2026, 10, 22, 9);
/** An IPv4 address, and an IPv6 one with the networks around it. */
const ADDRESSES = ['203.0.113.77', '2001:db8:abcd:12ef::99'];
const TRACES = ['203.0.113', '2001:db8', 'abcd:12', 'abcd:1200'];

/** Lets visitors report, vote, be refused and be suspected, and returns all that was logged meanwhile. */
async function live(t: TestContext, dataDir: string, clock: { nowMs: number }): Promise<string> {
  let logged = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const { server, url } = await startServer(
    t,
    { DATA_DIR: dataDir, PROOF_OF_WORK: 'light', REPORTS_PER_MINUTE: '6' },
    { now: () => clock.nowMs, log: pino({ level: 'trace' }, sink) },
  );
  for (const address of ADDRESSES) {
    const proof = await fetchProof(url, address);
    clock.nowMs += 1000;
    for (let tries = 0; tries < 8; tries += 1) await sendRaw(url, { address, proof });
    await sendRaw(url, { address: `${address}, 6.6.6.6`, proof });
  }
  await server.close();
  return logged;
}

const readFiles = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map(({ name }) => readFile(join(folder, name), 'latin1')));
  return texts.join('\n');
};

describe("a visitor's address", () => {
  test('is nowhere in the database nor in the log at its most detailed level', async (t) => {
    const dataDir = await makeFolder(t);
    const logged = await live(t, dataDir, { nowMs: START_MS });
    assert.match(logged, /"route":"\/v1\/services\/:id\/reports"/);
    const stored = await readFiles(dataDir);
    assert.match(stored, /kik/);
    for (const trace of TRACES) {
      assert.ok(!stored.includes(trace), `${trace} is in the database`);
      assert.ok(!logged.includes(trace), `${trace} is in the log`);
    }
  });

  test('leaves hashes that no report points to, none after a day, and no salt after two', async (t) => {
    const dataDir = await makeFolder(t);
    await live(t, dataDir, { nowMs: START_MS });
    const count = (table: string): number => {
      const database = new LibsqlDatabase(join(dataDir, 'outage-status.sqlite'));
      const row = database.prepare(`select count(*) as count from ${table}`).get() as {
        count: number;
      };
      database.close();
      return row.count;
    };
    assert.ok(count('voices') > 0 && count('network_voices') > 0 && count('used_proofs') > 0);
    const purgeAt = async (nowMs: number): Promise<void> => {
      const store = await openStore({ dataDir });
      await store.purge(nowMs, 400);
      await store.close();
    };
    await purgeAt(START_MS + 2 * HOUR_MS);
    assert.equal(count('used_proofs'), 0);
    assert.ok(count('voices') > 0);
    await purgeAt(START_MS + 24 * HOUR_MS + 60_000);
    assert.equal(count('voices'), 0);
    assert.equal(count('network_voices'), 0);
    await purgeAt(START_MS + 48 * HOUR_MS);
    assert.equal(count('salts'), 0);
  });

  test('is never sold, and the server declares it', async (t) => {
    const { url } = await startServer(t);
    const response = await fetch(`${url}/.well-known/gpc.json`);
    assert.equal(response.headers.get('content-type'), 'application/json');
    const statement = (await response.json()) as { gpc: boolean; lastUpdate: string };
    assert.equal(statement.gpc, true);
    assert.match(statement.lastUpdate, /^\d{4}-\d\d-\d\d$/);
  });
});
