import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createApp, type App, type AppOptions } from '../../src/app.js';
import { readSettings, type Environment } from '../../src/settings/read-settings.js';
import { makeCatalog, makeService } from './test-catalog.js';

/** A running server and how to talk to it. */
export interface TestServer {
  readonly server: App;
  /** Without a slash at the end. */
  readonly url: string;
  /** Sends one report as one visitor; every visitor number is another address. */
  readonly report: (visitor: number, options?: ReportOptions) => Promise<Response>;
}

/** What differs from a plain report. */
interface ReportOptions {
  /** `null`: that it works again. */
  readonly category?: string | null;
  readonly key?: string;
  /** `undefined` sends none; the server's own when left out. */
  readonly origin?: string | undefined;
}

const address = (visitor: number): string =>
  `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;

/** Makes a folder that goes with the test. */
export async function makeFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'outage-status-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts a real server on a free port with a real embedded store in a new folder; stops it with the test.
 *
 * @param environment Settings beside the test's own: no official polling, quick ticks, silent log, trusted loopback, no proof of work.
 * @param options Doors of the app; the catalogue holds one service unless given.
 */
export async function startServer(
  test: TestContext,
  environment: Environment = {},
  options: Partial<AppOptions> = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outage-status-'));
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: dataDir,
    TRUSTED_PROXIES: 'loopback',
    OFFICIAL_POLL_SECONDS: '0',
    CHECK_SECONDS: '0',
    TICK_SECONDS: '0.1',
    LOG_LEVEL: 'silent',
    PROOF_OF_WORK: 'off',
    ...environment,
  });
  const server = await createApp({ settings, catalog: makeCatalog(makeService()), ...options });
  test.after(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const { url } = await server.start();
  return {
    server,
    url,
    report: (visitor, { category = 'messages', key = crypto.randomUUID(), ...rest } = {}) => {
      const origin = 'origin' in rest ? rest.origin : url;
      return fetch(`${url}/v1/services/kik/reports`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Forwarded-For': address(visitor),
          ...(origin === undefined ? {} : { Origin: origin }),
        },
        body: JSON.stringify({
          ...(category === null ? { kind: 'recovered' } : { category }),
          idempotencyKey: key,
        }),
      });
    },
  };
}

const LONGEST_WAIT_MS = 40_000;

/**
 * Waits for a state by looking again and again.
 *
 * @param look Returns what was waited for, or `undefined` while it is not there yet.
 * @throws When it is not there after 40 s: a busy machine is no failure.
 */
export async function waitFor<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const deadlineAt = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < deadlineAt) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited ${LONGEST_WAIT_MS / 1000} s in vain for ${what}`);
}
