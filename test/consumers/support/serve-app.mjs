import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};
// A busy machine is no failure.
const START_LIMIT_MS = 60_000;

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** Serves a folder, as hosts of static sites do: `/late` is late.html or late/index.html; for an app of one page, index.html. */
async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://a').pathname));
    const file = [path, `${path}.html`, `${path}/index.html`, extname(path) ? '' : '/index.html']
      .map((name) => join(folder, name))
      .find(isFile);
    if (file) {
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
    } else {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

/** Starts the app's own server: a file for Node, with its parameters, which takes its port from `PORT`. */
async function startProgram([file, ...parameters], cwd) {
  const port = await freePort();
  const child = spawn(process.execPath, [file, ...parameters], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += chunk));
  const origin = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(origin).then(
      () => true,
      () => false,
    );
  for (const endMs = performance.now() + START_LIMIT_MS; !(await answers()); await sleep(100)) {
    if (child.exitCode !== null || performance.now() > endMs) {
      child.kill('SIGKILL');
      throw new Error(`the app's server does not answer:\n${output}`);
    }
  }
  return {
    origin,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Serves a built app on an origin of its own.
 *
 * @param serve A folder's name, or the app's server.
 * @returns `origin`, without a trailing slash, and `close()`.
 */
export const serveApp = (serve, copy) =>
  typeof serve === 'string' ? serveFolder(join(copy, serve)) : startProgram(serve, copy);
