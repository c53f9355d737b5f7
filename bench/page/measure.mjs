// Measures one visit to the page of one contestant, with a fresh browser profile and the browser's own counters.
import { watchCopies } from './watch-copies.mjs';

/** Network latency, bandwidth and slowdown of the processor in each condition. */
export const PROFILES = {
  plain: { label: 'as it is' },
  slow: { label: '150 ms, 1.6 Mbit/s, CPU ÷ 4', latency: 150, bytesPerSecond: 200_000, cpuRate: 4 },
};

const SETTLE_MS = { plain: 1200, slow: 2500 };
const CHANGE_LIMIT_MS = 5000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const throttle = async (client, { latency, bytesPerSecond, cpuRate }) => {
  if (!latency) return;
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
};

/** Counts bytes on the network as they arrive, because an event stream never finishes. */
const watchTraffic = (client) => {
  const urls = [];
  const entries = [];
  let monotonicToEpoch = 0;
  client.on('Network.requestWillBeSent', ({ request, timestamp, wallTime }) => {
    if (!request.url.startsWith('http')) return;
    monotonicToEpoch = wallTime - timestamp;
    urls.push(request.url);
    entries.push({ timestamp, requests: 1, bytes: 0 });
  });
  client.on('Network.responseReceived', ({ response, timestamp }) => {
    entries.push({ timestamp, requests: 0, bytes: response.encodedDataLength });
  });
  client.on('Network.dataReceived', ({ encodedDataLength, timestamp }) => {
    entries.push({ timestamp, requests: 0, bytes: encodedDataLength });
  });
  const sum = (until, key) =>
    entries
      .filter(({ timestamp }) => (timestamp + monotonicToEpoch) * 1000 <= until)
      .reduce((total, entry) => total + entry[key], 0);
  return {
    urls,
    requests: (until) => sum(until, 'requests'),
    bytes: (until) => sum(until, 'bytes'),
  };
};

const readMetrics = async (client) => {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

/**
 * @param browser From Puppeteer.
 * @param site From `startSite`.
 * @param contestant One of `CONTESTANTS`.
 * @param condition `{ profile, copies }`.
 * @returns Milliseconds, bytes and counts of this visit; `changeMs` is `undefined` for a contestant that shows no changes.
 */
export async function measureVisit(browser, site, contestant, { profile, copies }) {
  site.reset();
  const body = await contestant.body(site.origin, copies, site.feed);
  const head = contestant.head(site.origin);
  site.publish(
    '/visit',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Visit</title><link rel="icon" href="data:,">${head}</head><body>${body}<p>After.</p></body></html>`,
  );
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage({ type: 'window' });
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await throttle(client, PROFILES[profile]);
    const traffic = watchTraffic(client);
    await page.evaluateOnNewDocument(
      watchCopies,
      contestant.selector,
      String(contestant.text),
      '[Mm]ajor',
    );
    const before = await readMetrics(client);
    await page.goto(`${site.pageOrigin}/visit`);
    await page.waitForFunction(() => globalThis.benchNotes?.allPaintedMs, {
      polling: 100,
      timeout: 20_000,
    });
    await pause(SETTLE_MS[profile]);
    const settled = await readMetrics(client);
    const { notes, timeOrigin } = await page.evaluate(() => ({
      notes: globalThis.benchNotes,
      timeOrigin: performance.timeOrigin,
    }));
    const paintedAtMs = timeOrigin + notes.firstPaintMs;
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const visit = {
      firstPaintMs: notes.firstPaintMs,
      allPaintedMs: notes.allPaintedMs,
      requests: traffic.requests(Infinity),
      requestsToPaint: traffic.requests(paintedAtMs),
      bytes: traffic.bytes(Infinity),
      bytesToPaint: traffic.bytes(paintedAtMs),
      cpuMs: (settled.TaskDuration - before.TaskDuration) * 1000,
      shift: notes.shift,
      heapMegabytes: usedSize / 1e6,
      longestLaterTaskMs: Math.max(
        0,
        ...notes.longTasks
          .filter(({ startTime }) => startTime > notes.firstPaintMs)
          .map(({ duration }) => duration),
      ),
      streams: site.streamCount,
      feedRequests: traffic.urls.filter((url) => new URL(url).pathname.endsWith('/status.json')).length,
    };
    if (!contestant.follows || site.streamCount === 0) return visit;
    const shown = page.evaluate(() => globalThis.watchChange());
    await pause(50);
    const changedAtMs = site.change();
    const shownAtMs = await Promise.race([shown, pause(CHANGE_LIMIT_MS)]);
    const later = await page.evaluate(() => globalThis.benchNotes.longTasks);
    return {
      ...visit,
      // Infinity if not all copies showed it within the limit.
      changeMs: shownAtMs ? shownAtMs - changedAtMs : Infinity,
      longestChangeTaskMs: Math.max(
        0,
        ...later.slice(notes.longTasks.length).map(({ duration }) => duration),
      ),
    };
  } finally {
    await context.close();
  }
}
