// Starts the real feed server as its own process, on a free port, with a data folder of its own.
import { proveWork } from '../../../scripts/prove-work.mjs';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = new URL('../../../server/dist/bin.js', import.meta.url).pathname;
// A busy machine is no failure.
const START_LIMIT_MS = 60_000;

/**
 * Starts a server of its own: with the data of `DEMO_DATA`, a folder, if that is set; else it invents them.
 *
 * @param environment Settings on top of demo mode's.
 * @returns The running server: `url` without trailing slash, `PUBLIC_URL` if that is set; and `stop()`, which waits for its end.
 */
export async function startServer(environment = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'outage-status-e2e-'));
  const { DEMO_DATA } = process.env;
  if (DEMO_DATA) await cp(DEMO_DATA, dataDir, { recursive: true });
  const child = spawn(process.execPath, [BIN], {
    env: {
      ...process.env,
      DEMO: '1',
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      // A test whose server runs on never ends.
      child.kill('SIGKILL');
      reject(new Error(`no URL from the server within ${START_LIMIT_MS} ms:\n${output}`));
    }, START_LIMIT_MS);
    const read = (chunk) => {
      output += chunk;
      const [found] = /https?:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sends one report as a visitor with an address of their own; the demo server trusts loopback proxies. */
export async function sendReport(url, service, category, visitor) {
  const headers = {
    'content-type': 'application/json',
    // As from a page of the server itself: another site, or none, never makes an outage alone.
    origin: url,
    'x-forwarded-for': `198.51.${Math.floor(visitor / 250)}.${(visitor % 250) + 1}`,
  };
  const base = `${url}/v1/services/${service}`;
  const proof = await proveWork(() => fetch(`${base}/challenge`, { headers }));
  const idempotencyKey = `e2e-${visitor}-${crypto.randomUUID()}`;
  const response = await fetch(`${base}/reports`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ category, idempotencyKey, proof }),
  });
  return { status: response.status, body: await response.json() };
}

/** Sends one report for each of `count` visitors, numbered from `first` on, together: each waits a second for its challenge to open. */
export const sendReports = (url, service, category, first, count) =>
  Promise.all(
    Array.from({ length: count }, (_, index) => sendReport(url, service, category, first + index)),
  );

/** The service's feed as it is now. */
export const readFeed = async (url, service) =>
  (await fetch(`${url}/v1/services/${service}/status.json`, { cache: 'no-store' })).json();
