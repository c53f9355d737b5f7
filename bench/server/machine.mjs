// Starts the servers and tools of the benchmarks (nginx, wrk, plain Node programs), and measures their CPU time.
import { execFileSync, fork, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { cpus, release, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PACKAGES = { nginx: 'nginx-light', wrk: 'wrk' };
/** Ticks per second in /proc/PID/stat: `sysconf(_SC_CLK_TCK)`, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

const findProgram = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/**
 * Finds nginx or wrk; installs it from Debian if it is missing and the user is root.
 *
 * @throws {Error} If it is still missing; the message names the package to install.
 */
export function program(name) {
  const found = findProgram(name);
  if (found) return found;
  const hint = `${name} is missing: apt-get install --no-install-recommends ${PACKAGES[name]}`;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) throw new Error(hint);
  process.stderr.write(`installing ${PACKAGES[name]} …\n`);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', PACKAGES[name]], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = findProgram(name);
  if (!installed) throw new Error(hint);
  return installed;
}

/** User and system time of a process and its children that still run, in seconds. */
export function cpuSeconds(pid) {
  const own = (id) => {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The program's name, in brackets, may contain spaces; count fields after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    };
  };
  let total = own(pid).seconds;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const { parent, seconds } = own(entry);
      if (parent === pid) total += seconds;
    } catch {
      // The process ended meanwhile.
    }
  }
  return total;
}

/** Finds a free port of 127.0.0.1. */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Makes a folder that {@link cleanUp} removes. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'outage-status-bench-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const cleanups = [];

/** Stops all programs and removes all folders of this file, newest first. */
export async function cleanUp() {
  for (const end of cleanups.splice(0).toReversed()) await end();
}

const endOf = (child) => () =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', resolve);
    child.kill('SIGTERM');
    const cut = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => clearTimeout(cut));
  });

/**
 * Starts nginx with one worker.
 *
 * @param servers Its `server` blocks, which may use `zone` as a cache.
 */
export async function startNginx(servers) {
  const folder = makeFolder();
  mkdirSync(join(folder, 'cache'));
  const config = `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; worker_processes 1; worker_rlimit_nofile 20000;
    pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 10000; }
    http {
      access_log off; tcp_nodelay on; keepalive_requests 100000000; open_file_cache max=100;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      proxy_cache_path ${folder}/cache keys_zone=zone:1m;
      ${servers}
    }`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const child = spawn(
    program('nginx'),
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const end = endOf(child);
  cleanups.push(end);
  for (let tries = 0; !existsSync(join(folder, 'pid')) && tries < 200; tries += 1) await sleep(20);
  if (child.exitCode !== null) {
    throw new Error(`nginx did not start: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
  }
  return { pid: child.pid, end };
}

/**
 * Starts a program of this folder that first sends `{ ready }`, then answers each message `{ ask }` with
 * `{ ask, answer }`.
 *
 * @returns Its `ready` value, and a function that sends a message and returns the answer.
 */
export async function startProgram(name, environment = {}, parameters = []) {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), parameters, {
    env: { PATH: process.env.PATH, ...environment },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const end = endOf(child);
  cleanups.push(end);
  const next = (accept) =>
    new Promise((resolve, reject) => {
      const listen = (message) => {
        if (!accept(message)) return;
        child.off('message', listen);
        child.off('exit', fail);
        resolve(message);
      };
      const fail = (code) => reject(new Error(`${name} ended with ${code}`));
      child.on('message', listen);
      child.once('exit', fail);
    });
  const { ready } = await next((message) => 'ready' in message);
  return {
    ready,
    pid: child.pid,
    end,
    ask: async (question, details = {}) => {
      const answered = next((message) => message.ask === question);
      child.send({ ask: question, ...details });
      return (await answered).answer;
    },
  };
}

/** Starts the built feed server with a new data folder. */
export const startServer = (environment = {}) =>
  startProgram('measured-server.mjs', {
    PORT: '0',
    DATA_DIR: makeFolder(),
    OFFICIAL_POLL_SECONDS: '0',
    CHECK_SECONDS: '0',
    TRUSTED_PROXIES: 'loopback',
    REPORTS_PER_MINUTE: '100000',
    PROOF_OF_WORK: 'off',
    LOG_LEVEL: 'error',
    ...environment,
  });

/** Runs a program until it ends and returns its output. */
const run = (command, parameters) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}`)),
    );
  });

/**
 * Sends requests as fast as the server answers and measures its CPU time.
 *
 * @param options.pid Process id of the server.
 * @param options.expect HTTP status that every answer must have.
 * @returns Requests per second, and the server's CPU time per request in microseconds.
 */
export async function measureLoad({ pid, url, headers = {}, seconds, expect, script, connections = 64 }) {
  const parameters = [
    '-t1',
    '--timeout=20s',
    `-c${connections}`,
    `-d${seconds}s`,
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    ...(script ? ['-s', script] : []),
    url,
  ];
  if (!script) {
    const { status } = await fetch(url, { headers });
    if (status !== expect) throw new Error(`${url} answered ${status}, not ${expect}`);
  }
  const before = cpuSeconds(pid);
  const startedAt = performance.now();
  const output = await run(program('wrk'), parameters);
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const spent = cpuSeconds(pid) - before;
  const requests = Number(/(\d+) requests in/.exec(output)?.[1]);
  if (/Non-2xx/.test(output) || /Socket errors/.test(output) || !(requests > 0)) {
    throw new Error(`${url}: not every request was answered well:\n${output}`);
  }
  return { rate: requests / wallSeconds, cpuMicroseconds: (spent * 1e6) / requests };
}

/** The middle value. */
export const median = (values) =>
  values.toSorted((left, right) => left - right)[values.length >> 1];

/** Describes date, machine and load, for the top of the results. */
export const describeMachine = () =>
  `${new Date().toISOString().slice(0, 10)}, Linux ${release()}, Node ${process.versions.node}, ` +
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]} at the start`;
