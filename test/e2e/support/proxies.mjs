// Real proxies in front of a feed server, each in a folder of its own. Those that can compress event streams are set to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPrograms } from '../../../scripts/engines.mjs';

const programs = findPrograms();
const START_LIMIT_MS = 20_000;
const isRoot = process.getuid?.() === 0;

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const TYPES = 'text/event-stream text/html application/json';

/** How each is set up: its program, its file by folder, own port and the server's, and how it starts with that. */
const PROXIES = {
  caddy: {
    name: 'Caddy with encode',
    program: programs.caddy,
    write: (_folder, port, upstream) => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  encode gzip
  reverse_proxy 127.0.0.1:${upstream}
}`,
    parameters: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
  varnish: {
    name: 'Varnish',
    program: programs.varnish,
    write: (_folder, _port, upstream) => `vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${upstream}"; }`,
    parameters: (file, folder, port) =>
      ['-F', '-j', 'none', '-n', folder, '-f', file].concat(['-a', `127.0.0.1:${port}`]),
  },
  haproxy: {
    name: 'HAProxy with compression',
    program: programs.haproxy,
    write: (_folder, port, upstream) => `defaults
  mode http
  timeout connect 3s
  timeout client 30s
  timeout server 30s
  option forwardfor
  compression algo gzip
  compression type ${TYPES}
listen outage_status
  bind 127.0.0.1:${port}
  server one 127.0.0.1:${upstream}
`,
    parameters: (file) => ['-db', '-f', file],
  },
  apache: {
    name: 'Apache with mod_deflate',
    program: programs.apache,
    write: (folder, port, upstream) => `ServerName 127.0.0.1
Listen 127.0.0.1:${port}
${isRoot ? 'User www-data\nGroup www-data' : ''}
PidFile ${folder}/pid
Mutex fcntl:${folder}
ErrorLog ${folder}/error.log
${['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'filter', 'deflate']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
AddOutputFilterByType DEFLATE ${TYPES}
ProxyPass / http://127.0.0.1:${upstream}/
`,
    parameters: (file, folder) => ['-d', folder, '-f', file, '-D', 'FOREGROUND'],
  },
  nginx: {
    name: 'nginx with gzip and its buffers',
    program: programs.nginx,
    write: (folder, port, upstream) => `${isRoot ? 'user root;' : ''}
daemon off;
pid ${folder}/pid;
events {}
http {
  access_log off;
  gzip on;
  gzip_proxied any;
  gzip_types ${TYPES.replace('text/html ', '')};
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://127.0.0.1:${upstream}; }
  }
}`,
    parameters: (file, folder) => ['-p', folder, '-c', file, '-e', join(folder, 'error.log')],
  },
};

/** The proxies whose program is on this machine: `id` and `name`; the runner names the others. */
export const proxies = Object.entries(PROXIES)
  .filter(([, { program }]) => program)
  .map(([id, { name }]) => ({ id, name }));

/**
 * Starts a program that serves http, in a folder of its own.
 *
 * @param name For errors.
 * @param probe A path that it answers once it is up.
 * @param prepare Writes its files; takes the folder and the port, and gives the program's parameters.
 * @returns `url` without trailing slash, and `stop()`, which waits for its end.
 */
export async function startProgram(name, program, probe, prepare) {
  const folder = await mkdtemp(join(tmpdir(), `outage-status-${name}-`));
  const port = await freePort();
  const child = spawn(program, await prepare(folder, port), {
    // Caddy keeps files in its user's home.
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const lateAt = performance.now() + START_LIMIT_MS;
  while (!(await fetch(url + probe).catch(() => undefined))?.ok) {
    if (child.exitCode !== null || performance.now() > lateAt) {
      await stop();
      throw new Error(`${name} did not start:\n${output}`);
    }
    await sleep(50);
  }
  return { url, stop };
}

/**
 * Starts a proxy in front of a server.
 *
 * @param id Of one of {@link proxies}.
 * @param serverUrl The server, on this machine.
 * @returns As {@link startProgram}.
 */
export function startProxy(id, serverUrl) {
  const { program, write, parameters } = PROXIES[id];
  return startProgram(id, program, '/v1/services', async (folder, port) => {
    const file = join(folder, 'settings');
    await writeFile(file, write(folder, port, new URL(serverUrl).port));
    return parameters(file, folder, port);
  });
}

/**
 * Starts a proxy that passes on everything but the body of event streams, which it keeps.
 *
 * @param options.holdsHead Whether it keeps the head of a stream, too.
 * @returns As {@link startProxy}; `streamCount()` is how many streams were ever requested.
 */
export async function startDeafProxy(serverUrl, { holdsHead }) {
  const { hostname, port } = new URL(serverUrl);
  let streamCount = 0;
  const proxy = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const upstream = ask({ hostname, port, method, path, headers }, (answer) => {
      const isStream = answer.headers['content-type']?.startsWith('text/event-stream');
      if (isStream) {
        streamCount += 1;
        answer.resume();
        if (holdsHead) return;
      }
      outgoing.writeHead(answer.statusCode, answer.headers);
      if (isStream) outgoing.flushHeaders();
      else answer.pipe(outgoing);
    });
    outgoing.once('close', () => upstream.destroy());
    upstream.on('error', () => outgoing.destroy());
    incoming.pipe(upstream);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${proxy.address().port}`,
    streamCount: () => streamCount,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(resolve);
        proxy.closeAllConnections();
      }),
  };
}
