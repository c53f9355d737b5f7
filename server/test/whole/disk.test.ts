import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import LibsqlDatabase from 'libsql';
import { openStore } from '../../src/store/open-store.js';
import { countReports, failToStart, postReport, startProcess } from '../helpers/server-process.js';
import { makeFolder, waitFor } from '../helpers/test-server.js';

const FILE = 'outage-status.sqlite';

/** A new folder; what is deferred is done after the test in reverse, so that whatever uses the folder ends before it goes. */
const makeDisk = async (
  t: TestContext,
): Promise<{ dataDir: string; defer: (end: () => unknown) => void }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'outage-status-disk-'));
  const ends: (() => unknown)[] = [() => rm(dataDir, { recursive: true, force: true })];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  return { dataDir, defer: (end) => void ends.push(end) };
};

/** Mounts a small file system of its own on a folder. Only root may; false for everybody else. */
const mount = (folder: string, options: string, defer: (end: () => unknown) => void): boolean => {
  if (process.getuid?.() !== 0) return false;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  if (status !== 0) return false;
  defer(() => execFileSync('umount', ['-l', folder]));
  return true;
};

const send = async (url: string, from: number, count: number): Promise<string[]> => {
  const visitors = Array.from({ length: count }, (_, index) => from + index);
  return Promise.all(
    visitors.map((visitor) => postReport(url, { visitor, key: `report-${visitor}` })),
  );
};

interface SmallDisk {
  readonly dataDir: string;
  readonly defer: (end: () => unknown) => void;
  readonly wrapper: readonly string[];
  /** Makes room while the server runs. */
  readonly makeRoom: (pid: number) => void;
}

/** A full file system where this is root, and a limit on the size of files everywhere. */
const SMALL_DISKS: Record<string, (t: TestContext) => Promise<SmallDisk | undefined>> = {
  'the largest file allowed': async (t) => ({
    ...(await makeDisk(t)),
    wrapper: ['prlimit', `--fsize=${600 * 1024}:unlimited`],
    makeRoom: (pid) => execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited']),
  }),
  'a whole file system': async (t) => {
    const { dataDir, defer } = await makeDisk(t);
    if (!mount(dataDir, 'size=1m', defer)) return undefined;
    return {
      dataDir,
      defer,
      wrapper: [],
      makeRoom: () => execFileSync('mount', ['-o', 'remount,size=64m', dataDir]),
    };
  },
};

describe('a disk', { timeout: 120_000 }, () => {
  for (const [what, makeSmallDisk] of Object.entries(SMALL_DISKS)) {
    test(`refuses reports while it is full, loses none, and goes on once there is room: ${what}`, async (t) => {
      const disk = await makeSmallDisk(t);
      if (!disk) return t.diagnostic('not root: no file system can be mounted');
      const server = await startProcess(
        { DATA_DIR: disk.dataDir },
        { wrapper: disk.wrapper, signal: t.signal },
      );
      disk.defer(() => server.end('SIGKILL'));
      let sent = 0;
      let counted = 0;
      let outcomes: string[] = [];
      // A disk that is nearly full refuses a large batch and takes a small one after it, so until none of them gets in.
      do {
        outcomes = await send(server.url, sent, 100);
        sent += 100;
        counted += outcomes.filter((outcome) => outcome === 'counted').length;
      } while (outcomes.includes('counted') && sent < 20_000);
      assert.deepEqual([...new Set(outcomes)], ['status 503']);
      const health = await fetch(`${server.url}/v1/health`);
      assert.equal(health.status, 503);
      assert.match(await health.text(), /Reports cannot be stored/);
      assert.match(server.errors(), /full|disk I\/O/);
      assert.equal(await countReports(server.url), counted);

      disk.makeRoom(server.child.pid ?? 0);
      const again = await waitFor('the disk to take reports', async () => {
        const [outcome] = await send(server.url, sent, 1);
        return outcome === 'counted' ? outcome : undefined;
      });
      assert.equal(again, 'counted');
      assert.equal(await countReports(server.url), counted + 1);
      assert.equal((await fetch(`${server.url}/v1/health`)).status, 200);
      assert.equal(await server.end('SIGTERM'), 0);
      const database = new LibsqlDatabase(join(disk.dataDir, FILE));
      disk.defer(() => database.close());
      assert.deepEqual(database.prepare('pragma integrity_check').all(), [
        { integrity_check: 'ok' },
      ]);
    });
  }

  test('ends the start with 77 and a sentence when it is read-only', async (t) => {
    const { dataDir, defer } = await makeDisk(t);
    const isRoot = process.getuid?.() === 0;
    if (isRoot && !mount(dataDir, 'ro', defer)) {
      return t.diagnostic('root may write anywhere, and nothing can be mounted here');
    }
    if (!isRoot) await chmod(dataDir, 0o500);
    const { code, errors } = await failToStart({ DATA_DIR: dataDir });
    if (!isRoot) await chmod(dataDir, 0o700);
    assert.equal(code, 77, errors);
    assert.match(errors, /^cannot open .*outage-status\.sqlite in the data folder: it cannot be/);
    assert.doesNotMatch(errors, /\n\s+at /);
  });
});

describe('a database file', { timeout: 60_000 }, () => {
  test('ends the start with 65 and a sentence when it is damaged, and stays as it is', async (t) => {
    const dataDir = await makeFolder(t);
    const store = await openStore({ dataDir });
    await store.close();
    const file = join(dataDir, FILE);
    const database = new LibsqlDatabase(file);
    database.pragma('wal_checkpoint(truncate)');
    database.close();
    const bytes = await readFile(file);
    // The table of tables, behind the header of the file.
    bytes.fill(0xab, 100, 4096);
    await writeFile(file, bytes);
    const { code, errors } = await failToStart({ DATA_DIR: dataDir });
    assert.equal(code, 65, errors);
    assert.match(errors, /it is not a database, or it is damaged; restore a backup/);
    assert.doesNotMatch(errors, /\n\s+at /);
    assert.deepEqual(await readFile(file), bytes);
  });

  test('ends the start with 65 when a newer server wrote it, and the error names that version', async (t) => {
    const dataDir = await makeFolder(t);
    const store = await openStore({ dataDir });
    await store.close();
    const database = new LibsqlDatabase(join(dataDir, FILE));
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')");
    database.close();
    const { size } = await stat(join(dataDir, FILE));
    const { code, errors } = await failToStart({ DATA_DIR: dataDir });
    assert.equal(code, 65, errors);
    assert.match(errors, /a newer version of this server has changed the tables \(9999-later\)/);
    assert.doesNotMatch(errors, /corrupted|\n\s+at /);
    assert.equal((await stat(join(dataDir, FILE))).size, size);
  });

  test('holds every report of two processes on it, and a report sent to both once', async (t) => {
    const { dataDir, defer } = await makeDisk(t);
    const servers = await Promise.all(
      [1, 2].map(() => startProcess({ DATA_DIR: dataDir }, { signal: t.signal })),
    );
    defer(() => Promise.all(servers.map((server) => server.end('SIGKILL'))));
    const [left, right] = servers.map(({ url }) => url) as [string, string];
    const outcomes = await Promise.all([
      send(left, 0, 200),
      send(right, 1000, 200),
      send(left, 5000, 50),
      send(right, 5000, 50),
    ]);
    assert.deepEqual([...new Set(outcomes.flat())], ['counted']);
    assert.deepEqual([await countReports(left), await countReports(right)], [450, 450]);
    assert.deepEqual(await Promise.all(servers.map((server) => server.end('SIGTERM'))), [0, 0]);
  });
});
