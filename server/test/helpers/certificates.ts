import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = (folder: string, ...args: string[]): Promise<unknown> =>
  promisify(execFile)('openssl', args, { cwd: folder });

/** A certificate with its key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of a test, and certificates of it. */
export interface TestAuthority {
  /** The authority's own certificate, in PEM. */
  readonly ca: string;
  /** For `service.test` and `other.test`. */
  readonly good: Certificate;
  /** For `service.test`, until the day before yesterday. */
  readonly expired: Certificate;
  /** For `elsewhere.test` alone. */
  readonly elsewhere: Certificate;
}

const time = (daysFromNow: number): string =>
  `${new Date(Date.now() + daysFromNow * 86_400_000).toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`;

/** Makes an authority and its certificates with the system's openssl. */
export async function makeAuthority(): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-tls-'));
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const sign = async (
    name: string,
    hosts: readonly string[],
    fromDays: number,
    untilDays: number,
  ): Promise<Certificate> => {
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    await openssl(
      folder,
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      `/CN=${hosts[0]}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    );
    await writeFile(join(folder, `${name}.ext`), `subjectAltName=${names}\n`);
    await openssl(
      folder,
      'ca',
      '-batch',
      '-config',
      'ca.conf',
      '-extfile',
      `${name}.ext`,
      '-startdate',
      time(fromDays),
      '-enddate',
      time(untilDays),
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.crt`,
    );
    return { cert: await read(`${name}.crt`), key: await read(`${name}.key`) };
  };
  try {
    await writeFile(join(folder, 'index.txt'), '');
    await writeFile(join(folder, 'serial'), '01\n');
    await writeFile(
      join(folder, 'ca.conf'),
      `[ca]
default_ca=test
[test]
database=index.txt
serial=serial
new_certs_dir=.
certificate=ca.crt
private_key=ca.key
default_md=sha256
policy=any
unique_subject=no
[any]
commonName=supplied
`,
    );
    await openssl(
      folder,
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '3',
      '-subj',
      '/CN=authority of a test',
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
    );
    return {
      ca: await read('ca.crt'),
      good: await sign('good', ['service.test', 'other.test'], -1, 2),
      expired: await sign('expired', ['service.test'], -4, -2),
      elsewhere: await sign('elsewhere', ['elsewhere.test'], -1, 2),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
