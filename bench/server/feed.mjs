// Measures the feed, in full and as 304, beside nginx with the same bytes as a file, beside the plainest Node server, and
// behind nginx's cache.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  freePort,
  makeFolder,
  median,
  startNginx,
  startProgram,
  startServer,
  measureLoad,
} from './machine.mjs';

const PATH = '/v1/services/kik/status.json';
/** Headers of the server's answer, which nginx must send too. */
const SHARED = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'content-security-policy',
  'cross-origin-resource-policy',
  'vary',
  'x-content-type-options',
];

/** @returns Rows: the request, CPU time and rate of each server, and ratios. */
export async function benchFeed({ rounds, seconds }) {
  const server = await startServer();
  const answer = await fetch(`${server.ready}${PATH}`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  const body = Buffer.from(await answer.arrayBuffer());
  const folder = makeFolder();
  writeFileSync(join(folder, 'status.json'), body);
  const [filePort, cachePort] = [await freePort(), await freePort()];
  const headers = SHARED.map(
    (name) => `add_header ${name} "${answer.headers.get(name)?.replaceAll('"', '\\"')}";`,
  );
  const files = await startNginx(`server {
    listen 127.0.0.1:${filePort};
    location = ${PATH} { alias ${folder}/status.json; ${headers.join(' ')} }
  }`);
  // As in docs/nginx/outage-status.conf.
  const cache = await startNginx(`server {
    listen 127.0.0.1:${cachePort};
    location / {
      proxy_pass ${server.ready}; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_cache_key "$request_method $host$request_uri $http_accept_encoding";
      proxy_set_header Accept-Encoding $http_accept_encoding; proxy_ignore_headers Vary;
      proxy_buffer_size 16k; proxy_buffers 8 16k;
      proxy_cache zone; proxy_cache_lock on; proxy_cache_use_stale updating; proxy_cache_background_update on;
    }
  }`);
  const plain = await startProgram('bare-feed-server.mjs', {
    BODY_FILE: join(folder, 'status.json'),
    HEADERS: JSON.stringify({
      ...Object.fromEntries(SHARED.map((name) => [name, answer.headers.get(name)])),
      'content-type': 'application/json; charset=utf-8',
      etag: '"as-long-as-those-of-ours"',
    }),
  });
  const fileUrl = `http://127.0.0.1:${filePort}${PATH}`;
  const tagOf = async (url) => (await fetch(url)).headers.get('etag');
  const fileTag = await tagOf(fileUrl);
  const sides = {
    'nginx, file': () => measureLoad({ pid: files.pid, url: fileUrl, seconds, expect: 200 }),
    'plain node:http': () => measureLoad({ pid: plain.pid, url: plain.ready, seconds, expect: 200 }),
    'our server': () =>
      measureLoad({ pid: server.pid, url: `${server.ready}${PATH}`, seconds, expect: 200 }),
    'nginx, cache in front': () =>
      measureLoad({ pid: cache.pid, url: `http://127.0.0.1:${cachePort}${PATH}`, seconds, expect: 200 }),
    'nginx, 304': () =>
      measureLoad({
        pid: files.pid,
        url: fileUrl,
        seconds,
        expect: 304,
        headers: { 'If-None-Match': fileTag },
      }),
    'our server, 304': async () => {
      const url = `${server.ready}${PATH}`;
      for (;;) {
        const tag = await tagOf(url);
        const result = await measureLoad({
          pid: server.pid,
          url,
          seconds,
          expect: 304,
          headers: { 'If-None-Match': tag },
        });
        // The server rebuilds a feed every 15 s; a run must not cross that moment.
        if ((await tagOf(url)) === tag) return result;
      }
    },
  };
  const results = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [side, measure] of Object.entries(sides)) {
      const result = await measure();
      // The first round compiles and fills caches.
      if (round >= 0) results[side].push(result);
    }
  }
  const row = (side, yardstick) => {
    const cpu = (name) => median(results[name].map((result) => result.cpuMicroseconds));
    const rate = (name) => median(results[name].map((result) => result.rate));
    return {
      what: side,
      'CPU µs/request': cpu(side).toFixed(1),
      'requests/s': Math.round(rate(side)),
      // Compare within each round, because the load of the machine changes between rounds.
      'CPU, × nginx': median(
        results[side].map(
          (result, round) => result.cpuMicroseconds / results[yardstick][round].cpuMicroseconds,
        ),
      ).toFixed(2),
    };
  };
  return {
    title: `Feed, ${body.length} bytes`,
    rows: [
      row('nginx, file', 'nginx, file'),
      row('plain node:http', 'nginx, file'),
      row('our server', 'nginx, file'),
      row('nginx, cache in front', 'nginx, file'),
      row('nginx, 304', 'nginx, 304'),
      row('our server, 304', 'nginx, 304'),
    ],
  };
}
