import { randomInt } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, TypeOverrides, types, type ClientConfig } from 'pg';
import { describeCause } from '../lib/describe-cause.js';
import { StoreError } from '../lib/store-error.js';
import { isTlsFailure } from '../lib/tls-failure.js';
import { postgresLimiters } from './limiters.js';
import { migrate, NewerTablesError } from './migrate.js';
import { PostgresChanges } from './postgres-changes.js';
import { Replica } from './replica.js';
import { Session } from './session.js';
import { storeOf, type Store } from './store-of.js';
import type { Database, Tables } from './tables.js';

const CONNECT_TIMEOUT_MS = 5000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Shorter than for the primary, which can answer instead. */
const REPLICA_CONNECT_TIMEOUT_MS = 2000;
const KEEP_ALIVE_DELAY_MS = 10_000;
const MAX_SHARD = 2 ** 31 - 1;

function clientConfig(databaseUrl: string): ClientConfig {
  const parsers = new TypeOverrides();
  // Epoch milliseconds and counts stay far below 2^53; by default pg returns bigint as text.
  parsers.setTypeParser(types.builtins.INT8, Number);
  return {
    connectionString: databaseUrl,
    application_name: 'outage-status',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    types: parsers,
  };
}

/** Names host, port and database of a URL as `pg` parses it, which accepts more than a URL parser. */
function describeDatabase(databaseUrl: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: databaseUrl });
    return `Postgres database ${database ?? ''} on ${host}:${port}`;
  } catch {
    // No `cause`: its text may contain the whole URL, and so the password.
    throw new StoreError('the database URL is not a Postgres URL (postgres://user@host/name)', {
      code: 'invalid',
    });
  }
}

async function readServices(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('decisions')
    .select('service_id')
    .union(db.selectFrom('officials').select('service_id'))
    .execute();
  return rows.map((row) => row.service_id);
}

// PgBouncer refuses them as parameters of the start-up message.
const SET_TIMEOUTS = `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS}`;

const CERTIFICATE_ADVICE =
  'add sslrootcert=/path/to/ca.pem to the URL, the certificate of the authority that signed it, or sslmode=no-verify to encrypt without a check';

function openPool(config: ClientConfig): Pool {
  const pool = new Pool({
    ...config,
    // The pool waits for the promise, although its types do not say so.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: async (client) => {
      await client.query(SET_TIMEOUTS);
    },
  });
  // The pool replaces a broken idle connection on the next use. Without a listener, the event would end the process.
  pool.on('error', () => {});
  // The same for a connection that breaks between two statements; the next statement then fails with the reason.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Connects on the first read only, so that a server starts without its replica. */
function openReplica(primary: Database, readUrl: string): Replica {
  describeDatabase(readUrl);
  const pool = openPool({
    ...clientConfig(readUrl),
    connectionTimeoutMillis: REPLICA_CONNECT_TIMEOUT_MS,
  });
  return new Replica(primary, new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
}

/**
 * Opens the store on Postgres, for several processes on one database; creates missing tables.
 *
 * @param options.databaseUrl Must lead to the primary and to a direct session, for `LISTEN`.
 * @param options.databaseReadUrl Leads to a physical standby, for reads; empty for none.
 * @param options.shard Counter shard of this process, 0 to 2^31 − 1; random by default. Two processes with the same shard
 * count correctly, but wait for each other.
 * @throws {StoreError} If the URL is wrong or the database rejects it; names the host, never the password.
 */
export async function openPostgresStore({
  databaseUrl,
  databaseReadUrl = '',
  shard = randomInt(MAX_SHARD),
}: {
  databaseUrl: string;
  databaseReadUrl?: string | undefined;
  shard?: number;
}): Promise<Store> {
  const location = describeDatabase(databaseUrl);
  const config = clientConfig(databaseUrl);
  const pool = openPool(config);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const replica = databaseReadUrl === '' ? undefined : openReplica(db, databaseReadUrl);
  const connect = async (): Promise<Client> => {
    const client = new Client(config);
    await client.connect();
    return client;
  };
  try {
    await migrate(db);
    const changes = await PostgresChanges.open(connect, () => readServices(db));
    const session = new Session({ db, changes, shard, replica, skipLocked: true, location });
    return storeOf(session, postgresLimiters(pool));
  } catch (cause) {
    await replica?.close();
    await db.destroy();
    const code = cause instanceof NewerTablesError ? 'newer' : 'unavailable';
    const advice = isTlsFailure((cause as { code?: unknown }).code)
      ? `; ${CERTIFICATE_ADVICE}`
      : '';
    const reason = describeCause(cause) + advice;
    throw new StoreError(`cannot open ${location}: ${reason}`, { cause, code });
  }
}
