// The server as it is built, with a meter: tells its own CPU, memory and how long its event loop was held up.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp, readSettings } from '../../server/dist/index.js';

const { PATH: _path, ...environment } = process.env;
const server = await createApp({ settings: readSettings(environment) });
const { url } = await server.start();

// One look a millisecond; its own lateness is what it measures.
const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let cpuAtStart = process.cpuUsage();

// Lateness that is not others' doing: for as long at most as this process itself has worked since the last look.
const LOOK_MS = 5;
let worstOwn = 0;
let lastLookAt = performance.now();
let lastCpu = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(lastCpu);
  const late = performance.now() - lastLookAt - LOOK_MS;
  worstOwn = Math.max(worstOwn, Math.min(late, (user + system) / 1000));
  lastLookAt = performance.now();
  lastCpu = process.cpuUsage();
}, LOOK_MS).unref();

const answers = {
  start() {
    globalThis.gc();
    delay.reset();
    lastLookAt = performance.now();
    lastCpu = process.cpuUsage();
    worstOwn = 0;
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
