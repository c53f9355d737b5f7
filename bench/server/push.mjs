// Measures one change with 5,000 and 10,000 watchers, beside the plainest server that writes the same number of bytes.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, startProgram, startServer } from './machine.mjs';

const SIZES = [5000, 10_000];
const nowMs = () => Number(process.hrtime.bigint() / 1000n) / 1000;

const enoughFiles = (watchers) => {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
  return limit === 'unlimited' || Number(limit) > watchers + 500;
};

const report = async (url, index) => {
  const answer = await fetch(`${url}/v1/services/kik/reports`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `10.9.${index >> 8}.${index & 255}`,
    },
    body: JSON.stringify({ category: 'messages', idempotencyKey: `push-${index}-of-it` }),
  });
  if (!answer.ok) throw new Error(`a report was answered with ${answer.status}`);
};

let reports = 0;

/** One server with its watchers: measures the memory of each, then sends an event per call. */
const fill = async (server, size) => {
  const before = await server.ask('start');
  const watchers = await startProgram('watchers.mjs', {}, [
    `${server.ready}/v1/services/kik/events`,
    String(size),
  ]);
  await watchers.ask('connect');
  await sleep(1000);
  const { rssBytes } = await server.ask('read');
  return { watchers, kilobytes: (rssBytes - before.rssBytes) / 1000 / size };
};

const pushOnce = async (server, watchers, size) => {
  // The server pushes a feed at most once per second.
  await sleep(1500);
  await server.ask('start');
  await watchers.ask('arm');
  reports += 1;
  const sentAt = nowMs();
  await report(server.ready, reports);
  const { arrivals } = await watchers.ask('next');
  const { cpuMicroseconds } = await server.ask('read');
  if (arrivals.length < size)
    throw new Error(`${arrivals.length} of ${size} watchers had the event`);
  return {
    first: arrivals[0] - sentAt,
    spread: arrivals.at(-1) - arrivals[0],
    last: arrivals.at(-1) - sentAt,
    cpu: cpuMicroseconds / size,
  };
};
const compare = async (size, rounds) => {
  const ours = await startServer({ MAX_WATCHERS: String(size + 100), TICK_SECONDS: '300' });
  const probe = await fetch(`${ours.ready}/v1/services/kik/status.json`);
  const bare = await startProgram('bare-push-server.mjs', {
    EVENT_BYTES: String((await probe.arrayBuffer()).byteLength),
  });
  const sides = [
    { what: 'plain node:http', server: bare, results: [] },
    { what: 'our server', server: ours, results: [] },
  ];
  for (const side of sides) Object.assign(side, await fill(side.server, size));
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, watchers, results } of sides) {
      results.push(await pushOnce(server, watchers, size));
    }
  }
  for (const { server, watchers } of sides) {
    await watchers.end();
    await server.end();
  }
  const middle = (results, key) => median(results.map((result) => result[key]));
  return sides.map(({ what, results, kilobytes }) => ({
    what,
    watchers: size,
    'report sent → first, ms': middle(results, 'first').toFixed(0),
    'first → last, ms': middle(results, 'spread').toFixed(0),
    'report sent → last, ms': middle(results, 'last').toFixed(0),
    'CPU µs/watcher': middle(results, 'cpu').toFixed(1),
    'CPU, × plain': (middle(results, 'cpu') / middle(sides[0].results, 'cpu')).toFixed(2),
    'kB/watcher': kilobytes.toFixed(1),
  }));
};

/** @returns Rows for both servers, by number of watchers. */
export async function benchPush({ rounds }) {
  const rows = [];
  const notes = ['The clients run on the same machine; kernel buffers are not in kB/watcher.'];
  for (const size of SIZES) {
    if (enoughFiles(size)) rows.push(...(await compare(size, rounds)));
    else
      notes.push(
        `${size} watchers left out: raise the limit of open files (ulimit -n) above ${size + 500}.`,
      );
  }
  return { title: 'One change to every watcher', rows, notes };
}
