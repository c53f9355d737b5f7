import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import LibsqlDatabase from 'libsql';
import { Client } from 'pg';
import { findPostgresBinaries, startPostgresCluster } from '../helpers/postgres-cluster.js';
import { startProcess, type ServerProcess } from '../helpers/server-process.js';

const CLIENTS = 48;
const SERVICES = ['kik', 'discord', 'github'] as const;
/** Has reported for every service before the load begins, so that from it a forgotten key cannot count again. */
const EARLIER_VISITOR = '192.0.2.1';

type Service = (typeof SERVICES)[number];

interface Report {
  readonly service: Service;
  readonly idempotencyKey: string;
}

/** One place that a killed server finds again when it starts again. */
interface Place {
  readonly environment: Record<string, string>;
  /** Sum of a column over a table. */
  sum(expression: string, table: string): Promise<number>;
  remove(): Promise<void>;
}

async function makeSqlitePlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outage-status-sigkill-'));
  return {
    environment: { DATA_DIR: dataDir },
    sum: async (expression, table) => {
      const database = new LibsqlDatabase(join(dataDir, 'outage-status.sqlite'));
      const row = database.prepare(`select ${expression} as total from ${table}`).get([]);
      database.close();
      return (row as { total: number }).total;
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function makePostgresPlace(binaries: string): Promise<Place> {
  const cluster = await startPostgresCluster(binaries);
  const databaseUrl = await cluster.createDatabase();
  return {
    environment: { DATABASE_URL: databaseUrl },
    sum: async (expression, table) => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      const { rows } = await client.query(`select ${expression}::int as total from ${table}`);
      await client.end();
      return (rows as { total: number }[])[0]?.total ?? 0;
    },
    remove: () => cluster.remove(),
  };
}

const kill = (server: ServerProcess): Promise<number | null> => server.end('SIGKILL');

/** First category of every service, from its own feed. */
async function readCategories(url: string): Promise<Map<Service, string>> {
  const entries = SERVICES.map(async (service): Promise<[Service, string]> => {
    const answer = await fetch(`${url}/v1/services/${service}/status.json`);
    const feed = (await answer.json()) as { community: { categories: { id: string }[] } };
    return [service, String(feed.community.categories[0]?.id)];
  });
  return new Map(await Promise.all(entries));
}

async function post(
  url: string,
  { service, idempotencyKey }: Report,
  visitor: string,
  category: string | undefined,
): Promise<string> {
  const answer = await fetch(`${url}/v1/services/${service}/reports`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      // The server's own page: any other site may only supply a limited number.
      Origin: url,
      'X-Forwarded-For': visitor,
    },
    body: JSON.stringify({ category, idempotencyKey }),
  });
  const body = (await answer.json()) as { outcome?: string };
  return answer.status === 202 ? String(body.outcome) : `status ${answer.status}`;
}

async function readTotal(url: string): Promise<number> {
  const totals = SERVICES.map(async (service) => {
    const answer = await fetch(`${url}/v1/services/${service}/history.json?days=2`);
    const { days } = (await answer.json()) as { days: { reportCount: number }[] };
    return days.reduce((sum, { reportCount }) => sum + reportCount, 0);
  });
  return (await Promise.all(totals)).reduce((sum, total) => sum + total, 0);
}

/** When to kill: a moment that nothing in the server is in step with. */
interface Moment {
  /** Acknowledged reports of this round. */
  readonly reports: number;
  /** Milliseconds after the last of these; a batch takes about as long. */
  readonly delayMs: number;
}

const chooseMoment = (): Moment => ({ reports: randomInt(1, 500), delayMs: randomInt(12) });

/** Sends reports of ever new visitors from many clients at once and kills the server in the midst of it. */
class Load {
  readonly acknowledged: Report[] = [];
  readonly refused: string[] = [];
  sentCount = 0;

  async runUntilKilled(
    server: ServerProcess,
    categories: Map<Service, string>,
    { reports, delayMs }: Moment,
  ): Promise<{ unanswered: number }> {
    const goal = this.acknowledged.length + reports;
    let killing: Promise<unknown> | undefined;
    let unanswered = 0;
    const client = async (): Promise<void> => {
      for (;;) {
        const index = this.sentCount;
        this.sentCount += 1;
        const service = SERVICES[index % SERVICES.length] as Service;
        const report = { service, idempotencyKey: `report-${index}` };
        const visitor = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
        try {
          const outcome = await post(server.url, report, visitor, categories.get(service));
          if (outcome === 'counted') this.acknowledged.push(report);
          else this.refused.push(outcome);
        } catch (error) {
          if (!killing) throw error;
          unanswered += 1;
          return;
        }
        if (this.acknowledged.length >= goal) killing ??= pause(delayMs).then(() => kill(server));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await killing;
    return { unanswered };
  }
}

const binaries = findPostgresBinaries();
// postgres-store.test.ts reports a missing Postgres.
const PLACES: readonly (readonly [string, number, () => Promise<Place>])[] = [
  ['SQLite', 4, makeSqlitePlace],
  ...(binaries ? ([['Postgres', 3, () => makePostgresPlace(binaries)]] as const) : []),
];

describe('a server killed in the midst of reports', { timeout: 180_000 }, () => {
  for (const [name, rounds, makePlace] of PLACES)
    test(`has every acknowledged report after the restart, and none twice: ${name}`, async (context) => {
      const place = await makePlace();
      let server = await startProcess(place.environment, { signal: context.signal });
      context.after(async () => {
        await kill(server);
        await place.remove();
      });
      const categories = await readCategories(server.url);
      const load = new Load();
      for (const service of SERVICES) {
        const first = { service, idempotencyKey: `earlier-${service}` };
        assert.equal(
          await post(server.url, first, EARLIER_VISITOR, categories.get(service)),
          'counted',
        );
      }

      for (let round = 0; round < rounds; round += 1) {
        const moment = chooseMoment();
        context.diagnostic(`killed ${moment.delayMs} ms after ${moment.reports} reports`);
        const { unanswered } = await load.runUntilKilled(server, categories, moment);
        assert.ok(unanswered > 0, 'the kill did not interrupt anything');
        assert.deepEqual(load.refused, []);

        server = await startProcess(place.environment, { signal: context.signal });
        const total = await readTotal(server.url);
        const acknowledgedCount = load.acknowledged.length + SERVICES.length;
        assert.ok(
          total >= acknowledgedCount,
          `${total} of ${acknowledgedCount} acknowledged are left`,
        );
        assert.ok(
          total <= load.sentCount + SERVICES.length,
          `${total} counted, ${load.sentCount} sent`,
        );

        // Another visitor's key that was forgotten would be answered already_reported here.
        const outcomes = new Set<string>();
        for (let start = 0; start < load.acknowledged.length; start += CLIENTS) {
          const some = load.acknowledged.slice(start, start + CLIENTS);
          const answers = some.map((report) =>
            post(server.url, report, EARLIER_VISITOR, categories.get(report.service)),
          );
          for (const outcome of await Promise.all(answers)) outcomes.add(outcome);
        }
        assert.deepEqual([...outcomes], ['counted']);
        assert.equal(await readTotal(server.url), total);
        const unknownKey = { service: 'kik', idempotencyKey: `never-sent-${round}` } as const;
        assert.equal(
          await post(server.url, unknownKey, EARLIER_VISITOR, categories.get('kik')),
          'already_reported',
        );
      }

      await kill(server);
      const rows = await place.sum('count(*)', "reports where outcome = 'counted'");
      assert.ok(rows >= load.acknowledged.length);
      for (const table of ['minute_counts', 'hour_counts', 'origin_counts']) {
        assert.equal(await place.sum('sum(report_count)', table), rows, table);
      }
    });
});
