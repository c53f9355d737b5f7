import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const SERVER_FOLDER = join(import.meta.dirname, '../..');

/** Node's parameters that start the server's program, be it compiled as this file is, or with the loader. */
export const PROGRAM: readonly string[] = import.meta.url.endsWith('.js')
  ? [join(SERVER_FOLDER, 'src/bin.js')]
  : [
      '--import',
      join(SERVER_FOLDER, 'test/load-typescript.mjs'),
      join(SERVER_FOLDER, 'src/bin.ts'),
    ];

/** A server as a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Without a slash at the end. */
  readonly url: string;
  /** What it has written to standard error so far. */
  readonly errors: () => string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** How a process ended that never answered. */
export interface FailedStart {
  readonly code: number | null;
  readonly errors: string;
}

/** How a server is started. */
interface StartOptions {
  /** A program, with parameters, that runs what follows it, such as `prlimit`. */
  readonly wrapper?: readonly string[];
  /** Kills the server, even one that has not come up yet: a test's own signal, for a test that may time out. */
  readonly signal?: AbortSignal;
}

interface Starting {
  readonly server: ServerProcess | undefined;
  readonly failed: FailedStart | undefined;
}

async function start(
  environment: Record<string, string>,
  { wrapper = [], signal: killing }: StartOptions = {},
): Promise<Starting> {
  const [program, ...before] = [...wrapper, process.execPath];
  const child = spawn(program ?? process.execPath, [...before, ...PROGRAM], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      TRUSTED_PROXIES: 'loopback',
      REPORTS_PER_MINUTE: '100000',
      OFFICIAL_POLL_SECONDS: '0',
      CHECK_SECONDS: '0',
      PROOF_OF_WORK: 'off',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(killing && { signal: killing, killSignal: 'SIGKILL' }),
  });
  // When it is killed; `close` follows.
  child.on('error', () => undefined);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/[^/\s]+/.exec(output)?.[0];
      if (found) resolve(found);
    });
    void exit.then(() => resolve(undefined));
  });
  if (url === undefined) return { server: undefined, failed: { code: await exit, errors } };
  const server: ServerProcess = {
    child,
    url,
    errors: () => errors,
    end: (signal) => {
      if (child.exitCode === null) child.kill(signal);
      return exit;
    },
  };
  return { server, failed: undefined };
}

/**
 * Starts a server and waits until it answers. The caller ends it.
 *
 * @param environment Settings beside the test's own: a free port, trusted loopback, no official polling, no proof of work, errors logged.
 * @throws When it ends instead, with what it said.
 */
export async function startProcess(
  environment: Record<string, string>,
  options?: StartOptions,
): Promise<ServerProcess> {
  const { server, failed } = await start(environment, options);
  if (!server) throw new Error(`the server ended with ${failed?.code}:\n${failed?.errors}`);
  return server;
}

/**
 * Starts a server that is not expected to come up.
 *
 * @throws When it comes up all the same.
 */
export async function failToStart(environment: Record<string, string>): Promise<FailedStart> {
  const { server, failed } = await start(environment);
  if (failed) return failed;
  await server?.end('SIGKILL');
  throw new Error('the server came up');
}

/** Sends one report of the visitor of a number and tells its outcome, or `status …` when it was not taken. */
export async function postReport(
  url: string,
  {
    service = 'kik',
    category = 'messages',
    key,
    visitor,
  }: {
    service?: string;
    category?: string;
    key: string;
    visitor: number;
  },
): Promise<string> {
  const answer = await fetch(`${url}/v1/services/${service}/reports`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      // Of the server's own page: reports of one foreign site alone make no outage.
      Origin: url,
      'X-Forwarded-For': `10.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`,
    },
    body: JSON.stringify({ category, idempotencyKey: key }),
  });
  const body = (await answer.json()) as { outcome?: string };
  return answer.status === 202 ? String(body.outcome) : `status ${answer.status}`;
}

/** Counted reports of a service in the last days, from its history. */
export async function countReports(url: string, service = 'kik'): Promise<number> {
  const answer = await fetch(`${url}/v1/services/${service}/history.json?days=3`);
  const { days } = (await answer.json()) as { days: { reportCount: number }[] };
  return days.reduce((sum, { reportCount }) => sum + reportCount, 0);
}
