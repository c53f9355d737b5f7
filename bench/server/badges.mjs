// Measures badges beside nginx, which serves the same bytes as a file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, makeFolder, median, startNginx, startServer, measureLoad } from './machine.mjs';

/** @returns Rows: CPU time and rate of each picture, and ratios. */
export async function benchBadges({ rounds, seconds }) {
  const server = await startServer();
  const folder = makeFolder();
  const port = await freePort();
  const files = await startNginx(
    `server { listen 127.0.0.1:${port}; types { image/svg+xml svg; image/png png; } location / { root ${folder}; } }`,
  );
  const rows = [];
  for (const name of ['svg', 'png']) {
    const url = `${server.ready}/badge/kik.${name}`;
    writeFileSync(join(folder, `kik.${name}`), Buffer.from(await (await fetch(url)).arrayBuffer()));
    const ours = [];
    const theirs = [];
    for (let round = -1; round < rounds; round += 1) {
      const file = await measureLoad({
        pid: files.pid,
        url: `http://127.0.0.1:${port}/kik.${name}`,
        seconds,
        expect: 200,
      });
      const drawn = await measureLoad({ pid: server.pid, url, seconds, expect: 200 });
      if (round < 0) continue;
      theirs.push(file);
      ours.push(drawn);
    }
    const cpu = (results) => median(results.map((result) => result.cpuMicroseconds));
    rows.push({
      what: `badge, ${name}`,
      'CPU µs/request': cpu(ours).toFixed(1),
      'requests/s': Math.round(median(ours.map((result) => result.rate))),
      'CPU, × nginx': (cpu(ours) / cpu(theirs)).toFixed(2),
    });
  }
  return { title: 'Badge storm', rows };
}
