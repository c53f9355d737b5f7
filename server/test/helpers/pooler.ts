import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { findOwner } from './postgres-cluster.js';

// Debian's place is not in the `PATH` of every user.
const PROGRAM = existsSync('/usr/sbin/pgbouncer') ? '/usr/sbin/pgbouncer' : 'pgbouncer';

/** A real PgBouncer before one database. */
export interface Pooler {
  /** URL of the database through the pooler. */
  readonly url: string;
  /** Path of the certificate that the pooler made for itself; only with TLS. */
  readonly certificate: string;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/**
 * Starts PgBouncer as its packages configure it; it ends with the test.
 *
 * @param databaseUrl Of a database of a `PostgresCluster`.
 * @param options.tls Whether clients must use TLS, under a certificate that no authority signed.
 */
export async function startPooler(
  test: TestContext,
  databaseUrl: string,
  { poolMode, tls = false }: { poolMode: 'session' | 'transaction'; tls?: boolean },
): Promise<Pooler> {
  const target = new URL(databaseUrl.replace('@/', '@localhost/'));
  const name = target.pathname.slice(1);
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-pooler-'));
  const port = await freePort();
  const certificate = join(folder, 'server.pem');
  const key = join(folder, 'server.key');
  if (tls) {
    execFileSync(
      'openssl',
      // prettier-ignore
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost',
        '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
      { stdio: 'ignore' },
    );
  }
  const lines = [
    '[databases]',
    `${name} = host=${target.searchParams.get('host')} dbname=${name} user=tester`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${poolMode}`,
    ...(tls
      ? [
          'client_tls_sslmode = require',
          `client_tls_key_file = ${key}`,
          `client_tls_cert_file = ${certificate}`,
        ]
      : []),
  ];
  const config = join(folder, 'pgbouncer.ini');
  await writeFile(config, `${lines.join('\n')}\n`);
  const owner = findOwner();
  if (owner) {
    await chmod(folder, 0o755);
    for (const file of await readdir(folder)) await chown(join(folder, file), owner.uid, owner.gid);
  }
  const pooler = spawn(PROGRAM, [config], { stdio: ['ignore', 'ignore', 'pipe'], ...owner });
  const exited = once(pooler, 'exit');
  test.after(async () => {
    pooler.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  });
  await new Promise<void>((resolve, reject) => {
    const heard: string[] = [];
    createInterface({ input: pooler.stderr }).on('line', (line) => {
      heard.push(line);
      if (line.includes('process up')) resolve();
    });
    void exited.then(() => reject(new Error(`PgBouncer did not start:\n${heard.join('\n')}`)));
  });
  return { url: `postgresql://tester@127.0.0.1:${port}/${name}`, certificate };
}
