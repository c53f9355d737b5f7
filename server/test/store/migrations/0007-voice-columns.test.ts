import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import LibsqlDatabase from 'libsql';
import { Pool } from 'pg';
import { HOUR_MS } from '../../../src/lib/clock.js';
import type { NewReport } from '../../../src/reports/new-report.js';
import { ImmediateSqliteDialect } from '../../../src/store/immediate-sqlite-dialect.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store-of.js';
import type { Database, Tables } from '../../../src/store/tables.js';
import { migrateTo } from '../old-database.js';
import {
  findPostgresBinaries,
  startPostgresCluster,
  type PostgresCluster,
} from '../../helpers/postgres-cluster.js';
import { HOUR_START_MS, reportOf } from '../store-place.js';
import { makeFolder } from '../../helpers/test-server.js';

const WINDOW_MS = 6 * HOUR_MS;
const ALLOWANCE = 2;

/** Voices as the version before kept them: with marks before the hash. */
async function writeOldRows(db: Database): Promise<void> {
  await migrateTo(db, '0006-voice-counts');
  const voices = [
    ['reporter', HOUR_START_MS],
    ['vote voter', HOUR_START_MS],
    ['said suspect-reporter', HOUR_START_MS],
    ['said vote suspect-voter', HOUR_START_MS],
    // One visitor with all four, of which the vote is the last.
    ['all', HOUR_START_MS],
    ['vote all', HOUR_START_MS + 3],
    ['said all', HOUR_START_MS + 1],
    ['said vote all', HOUR_START_MS + 2],
  ] as const;
  for (const [hash, atMs] of voices) {
    await sql`insert into voices (service_id, visitor_hash, reported_at_ms, opened_at_ms, voice_count)
      values ('kik', ${hash}, ${atMs}, ${atMs}, 1)`.execute(db);
  }
  for (const [hash, count] of [
    ['net', ALLOWANCE],
    ['vote net', ALLOWANCE - 1],
  ] as const) {
    await sql`insert into network_voices (service_id, network_hash, opened_at_ms, voice_count)
      values ('kik', ${hash}, ${HOUR_START_MS}, ${count})`.execute(db);
  }
}

const afterAnHour = HOUR_START_MS + HOUR_MS;

/** The answer to a visitor and the stored outcome, half an hour after the rows were written by default. */
async function say(
  store: Store,
  visitor: string,
  kind: 'report' | 'vote',
  fields: Partial<NewReport> = {},
): Promise<string> {
  const report = reportOf(`${visitor}-${kind}-${JSON.stringify(fields)}`, {
    visitorHashes: [visitor],
    receivedAtMs: HOUR_START_MS + HOUR_MS / 2,
    ...(kind === 'vote' && { category: null }),
    ...fields,
  });
  const [answer] = await store.reports.addReports([report], WINDOW_MS);
  return `${answer?.outcome}, told ${answer?.told}`;
}

async function checkMigrated(store: Store, db: Database): Promise<void> {
  const counted = 'counted, told counted';
  const already = 'already_reported, told already_reported';
  assert.equal(await say(store, 'reporter', 'report'), already);
  assert.equal(await say(store, 'reporter', 'vote'), counted);
  assert.equal(await say(store, 'voter', 'vote'), already);
  assert.equal(await say(store, 'voter', 'report'), counted);
  // The old answer was `counted`: it counts now, and the visitor gets the answer that was true before.
  assert.equal(await say(store, 'suspect-reporter', 'report'), 'counted, told already_reported');
  assert.equal(await say(store, 'suspect-voter', 'vote'), 'counted, told already_reported');
  assert.equal(await say(store, 'nobody', 'report'), counted);

  const suspicion = { suspicion: 'forged' } as const;
  assert.equal(await say(store, 'all', 'report'), already);
  assert.equal(await say(store, 'all', 'vote'), already);
  assert.equal(await say(store, 'all', 'report', suspicion), 'forged, told already_reported');
  assert.equal(await say(store, 'all', 'vote', suspicion), 'forged, told already_reported');
  // The visitor's last word was the vote, so that a report is heard again after an hour, and a vote is not.
  const later = { receivedAtMs: afterAnHour + 10 };
  assert.equal(await say(store, 'all', 'vote', later), already);
  assert.equal(await say(store, 'all', 'report', later), counted);

  const networks = [{ hashes: ['net'] as const, allowance: ALLOWANCE }];
  assert.equal(await say(store, 'eve', 'report', { networks }), 'network_full, told counted');
  assert.equal(await say(store, 'fay', 'vote', { networks }), counted);
  assert.equal(await say(store, 'gus', 'vote', { networks }), 'network_full, told counted');

  // Each of one visitor's rows is as old as it was.
  await store.purge(HOUR_START_MS + 24 * HOUR_MS + 3, 30);
  const { rows } = await sql<Record<string, unknown>>`
    select is_vote, is_told_only, reported_at_ms from voices where visitor_hash = 'all'
    order by is_vote, is_told_only`.execute(db);
  assert.deepEqual(
    rows.map((row) => Object.values(row).map(Number)),
    [
      [0, 0, afterAnHour + 10],
      [1, 0, HOUR_START_MS + 3],
    ],
  );
}

describe('the columns of voices', () => {
  test('keep the reports, votes and answers of a SQLite file of the version before', async (t) => {
    const dataDir = await makeFolder(t);
    const database = new LibsqlDatabase(join(dataDir, 'outage-status.sqlite'));
    const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
    await writeOldRows(db);
    const store = await openStore({ dataDir });
    await checkMigrated(store, db);
    await store.close();
    await db.destroy();
  });

  const binaries = findPostgresBinaries();
  // postgres-store.test.ts reports a missing Postgres.
  if (!binaries) return;
  describe('the columns of voices in Postgres', () => {
    let cluster: PostgresCluster;
    before(async () => {
      cluster = await startPostgresCluster(binaries);
    });
    after(() => cluster.remove());

    test('keep the reports, votes and answers of a database of the version before', async () => {
      const databaseUrl = await cluster.createDatabase();
      const pool = new Pool({ connectionString: databaseUrl });
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
      await writeOldRows(db);
      const store = await openStore({ dataDir: 'unused', databaseUrl });
      await checkMigrated(store, db);
      await store.close();
      await db.destroy();
    });
  });
});
