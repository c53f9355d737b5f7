import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const READY = 'database system is ready to accept connections';

/** A Postgres of its own for one test file: a fresh folder, a socket in it, no port, `fsync` on. */
export interface PostgresCluster {
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server, not its folder; open connections are cut. */
  stop(): Promise<void>;
  /** Starts it again after {@link stop}. */
  start(): Promise<void>;
  /** Ends the server and removes its folder. */
  remove(): Promise<void>;
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

/** Postgres refuses to run as root: then it runs as `postgres`, or `nobody` where there is no such user. */
function findOwner(): Owner | undefined {
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
      if (line.includes(READY)) resolve();
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
  let databases = 0;
  const killAtExit = (): void => void server?.kill('SIGQUIT');
  process.once('exit', killAtExit);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = server;
    server = undefined;
    if (!ending) return;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
  };

  const cluster: PostgresCluster = {
    async start() {
      server = spawn(
        join(binaries, 'postgres'),
        ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=100'],
        { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner },
      );
      await waitUntilReady(server);
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
    async remove() {
      // Immediate shutdown: nothing of it is needed any more.
      await end('SIGQUIT');
      process.removeListener('exit', killAtExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}
