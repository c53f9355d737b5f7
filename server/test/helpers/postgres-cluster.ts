import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
// A standby says "read-only connections".
const READY = /database system is ready to accept (read-only )?connections/;

/** A Postgres of its own for one test file: a fresh folder, a socket in it, no port, `fsync` on. */
export interface PostgresCluster {
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Starts a streaming standby of the whole cluster; removed with it. */
  startStandby(): Promise<PostgresStandby>;
  /** Ends the server, not its folder; open connections are cut. */
  stop(): Promise<void>;
  /** Starts it again after {@link stop}. */
  start(): Promise<void>;
  /** Ends the server and removes its folder. */
  remove(): Promise<void>;
}

/** A standby of a {@link PostgresCluster}. */
export interface PostgresStandby {
  /** The URL of a database of the cluster on the standby. */
  urlOf(clusterUrl: string): string;
  /** Cuts its connections and ends it. */
  stop(): Promise<void>;
}

/**
 * Finds the programs of an installed Postgres, newest Debian version first, then `PATH`.
 *
 * @returns Folder of `initdb` and `postgres`, or `undefined` when Postgres is not installed.
 */
export function findPostgresBinaries(): string | undefined {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const folders = [
    ...versions
      .sort((left, right) => Number(right) - Number(left))
      .map((version) => join(DEBIAN_FOLDER, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: '-u' | '-g', user: string): number =>
  Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));

/** Postgres and PgBouncer refuse to run as root: then they run as `postgres`, or `nobody` where there is no such user. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error(
    'running as root, and there is neither a user "postgres" nor "nobody" to run Postgres as',
  );
}

async function waitUntilReady(server: ChildProcess): Promise<void> {
  const lines: string[] = [];
  // Postgres logs to standard error. The reader stays, or the pipe would fill up.
  const reader = createInterface({ input: server.stderr! });
  await new Promise<void>((resolve, reject) => {
    reader.on('line', (line) => {
      if (lines.length < 50) lines.push(line);
      if (READY.test(line)) resolve();
    });
    server.once('exit', () => reject(new Error(`Postgres did not start:\n${lines.join('\n')}`)));
  });
}

/**
 * Makes and starts a throw-away cluster.
 *
 * @param binaries See {@link findPostgresBinaries}.
 */
export async function startPostgresCluster(binaries: string): Promise<PostgresCluster> {
  const owner = findOwner();
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-postgres-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  // A template of UTF-8 in the C locale exists on every machine.
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...owner },
  );
  const urlOf = (name: string): string =>
    `postgresql://tester@/${name}?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | undefined;
  const standbys = new Set<ChildProcess>();
  let databases = 0;
  const killAtExit = (): void => {
    for (const child of [server, ...standbys]) child?.kill('SIGQUIT');
  };
  process.once('exit', killAtExit);

  const run = async (dataFolder: string, socketFolder: string): Promise<ChildProcess> => {
    const child = spawn(
      join(binaries, 'postgres'),
      [
        '-D',
        dataFolder,
        '-k',
        socketFolder,
        '-c',
        'listen_addresses=',
        '-c',
        'max_connections=100',
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner },
    );
    await waitUntilReady(child);
    return child;
  };
  const endChild = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = server;
    server = undefined;
    if (ending) await endChild(ending, signal);
  };

  const cluster: PostgresCluster = {
    async start() {
      server = await run(data, folder);
    },
    // Fast shutdown: open connections are cut, https://www.postgresql.org/docs/current/server-shutdown.html.
    stop: () => end('SIGINT'),
    async createDatabase() {
      databases += 1;
      const name = `store_${databases}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async startStandby() {
      const place = await mkdtemp(join(folder, 'standby-'));
      if (owner) await chown(place, owner.uid, owner.gid);
      const copy = join(place, 'data');
      execFileSync(
        join(binaries, 'pg_basebackup'),
        ['-D', copy, '-h', folder, '-U', 'tester', '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
        { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...owner },
      );
      const standby = await run(copy, place);
      standbys.add(standby);
      return {
        urlOf: (url) => url.replace(encodeURIComponent(folder), encodeURIComponent(place)),
        stop: () => endChild(standby, 'SIGINT'),
      };
    },
    async remove() {
      for (const standby of standbys) await endChild(standby, 'SIGQUIT');
      // Immediate shutdown: nothing of it is needed any more.
      await end('SIGQUIT');
      process.removeListener('exit', killAtExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}
