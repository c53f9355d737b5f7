// The built server with a meter: reports its CPU time, memory, and how long its event loop was blocked.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp, readSettings } from '../../server/dist/index.js';

const { PATH: _path, ...environment } = process.env;
const server = await createApp({ settings: readSettings(environment) });
const { url } = await server.start();

// A timer that runs every millisecond and measures how late it is.
const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let cpuAtStart = process.cpuUsage();

/** CPU time of this thread alone, ms; `process.cpuUsage()` includes the threads of SQLite and the garbage collector. */
const ownMs = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

// Counts only delay that this thread caused: at most its own CPU time since the last sample.
const SAMPLE_MS = 5;
let worstOwn = 0;
let lastSampleAt = 0;
let lastOwnMs = 0;
const sample = () => {
  const worked = ownMs();
  const late = performance.now() - lastSampleAt - SAMPLE_MS;
  worstOwn = Math.max(worstOwn, Math.min(late, worked - lastOwnMs));
  lastSampleAt = performance.now();
  lastOwnMs = worked;
};
let sampler;

const answers = {
  start() {
    globalThis.gc();
    // Only on request: the timer would slow other benchmarks by some hundredths.
    delay.enable();
    delay.reset();
    lastSampleAt = performance.now();
    lastOwnMs = ownMs();
    worstOwn = 0;
    sampler ??= setInterval(sample, SAMPLE_MS).unref();
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
