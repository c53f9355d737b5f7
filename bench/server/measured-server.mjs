// The server as it is built, with a meter: tells its own CPU, memory and how long its event loop was held up.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp, readSettings } from '../../server/dist/index.js';

const { PATH: _path, ...environment } = process.env;
const server = await createApp({ settings: readSettings(environment) });
const { url } = await server.start();

// One look a millisecond; its own lateness is what it measures.
const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let cpuAtStart = process.cpuUsage();

/** What this thread alone has worked, ms; `process.cpuUsage()` has SQLite's thread in it, and the collector's. */
const ownMs = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

// Lateness that is not others' doing: for as long at most as this thread itself has worked since the last look.
const LOOK_MS = 5;
let worstOwn = 0;
let lastLookAt = 0;
let lastOwnMs = 0;
const look = () => {
  const worked = ownMs();
  const late = performance.now() - lastLookAt - LOOK_MS;
  worstOwn = Math.max(worstOwn, Math.min(late, worked - lastOwnMs));
  lastLookAt = performance.now();
  lastOwnMs = worked;
};
let looking;

const answers = {
  start() {
    globalThis.gc();
    // Not before: looking costs a server that is asked for nothing but its answers some hundredths.
    delay.enable();
    delay.reset();
    lastLookAt = performance.now();
    lastOwnMs = ownMs();
    worstOwn = 0;
    looking ??= setInterval(look, LOOK_MS).unref();
    cpuAtStart = process.cpuUsage();
    return { rssBytes: process.memoryUsage.rss() };
  },
  read() {
    const { user, system } = process.cpuUsage(cpuAtStart);
    const stall = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    const delays = { p99: stall(delay.percentile(99)), worst: stall(delay.max), own: worstOwn };
    globalThis.gc();
    return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss(), delays };
  },
};

process.on('message', ({ ask }) => process.send({ ask, answer: answers[ask]() }));
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.send({ ready: url });
