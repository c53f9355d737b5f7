import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readEvents } from '../helpers/event-reader.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer, waitFor } from '../helpers/test-server.js';

const watchersOf = async (url: string): Promise<number> =>
  Number(/outage_status_watchers (\d+)/.exec(await (await fetch(`${url}/v1/metrics`)).text())?.[1]);

describe('an event stream', () => {
  test('sends the feed at once, without the guide, and a jittered time to reconnect', async (t) => {
    const { url } = await startServer(t);
    const events = await readEvents(t, `${url}/v1/services/kik/events`);
    assert.equal(events.response.status, 200);
    assert.match(events.response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(events.response.headers.get('access-control-allow-origin'), '*');
    assert.equal(events.response.headers.get('cache-control'), 'no-store, no-transform');
    assert.equal(events.response.headers.get('x-accel-buffering'), 'no');
    const feed = await events.waitForFeed(() => true);
    assert.equal(feed.guide, undefined);
    assert.equal(feed.service.id, 'kik');
    assert.match(events.text(), /^retry: \d{4}\n\n/);
    assert.match(events.text(), /^event: feed$/m);
  });

  test('sends a report to every watcher within a second', async (t) => {
    const { url, report } = await startServer(t);
    const watchers = await Promise.all(
      Array.from({ length: 20 }, () => readEvents(t, `${url}/v1/services/kik/events`)),
    );
    await Promise.all(watchers.map((watcher) => watcher.waitForFeed(() => true)));
    const sentAt = performance.now();
    await report(1);
    await Promise.all(
      watchers.map((watcher) => watcher.waitForFeed((feed) => feed.community?.reportCount === 1)),
    );
    assert.ok(performance.now() - sentAt < 1000);
  });

  test('gathers many reports into few messages, the last count among them', async (t) => {
    const { url, report } = await startServer(t);
    const events = await readEvents(t, `${url}/v1/services/kik/events`);
    const startedAt = performance.now();
    for (let visitor = 1; visitor <= 40; visitor += 1) await report(visitor);
    await events.waitForFeed((feed) => feed.community?.reportCount === 40);
    const seconds = (performance.now() - startedAt) / 1000;
    const messages = events.text().match(/^event: feed$/gm)?.length ?? 0;
    assert.ok(messages <= seconds + 3, `${messages} messages in ${seconds} s`);
  });

  test('stays silent about other services', async (t) => {
    const catalog = makeCatalog(makeService(), makeService({ id: 'zoom', name: 'Zoom' }));
    const { url, report } = await startServer(t, {}, { catalog });
    const kik = await readEvents(t, `${url}/v1/services/kik/events`);
    const zoom = await readEvents(t, `${url}/v1/services/zoom/events`);
    await zoom.waitForFeed(() => true);
    await report(1);
    await kik.waitForFeed((feed) => feed.community?.reportCount === 1);
    assert.equal(zoom.text().match(/^event: feed$/gm)?.length, 1);
  });

  test('is refused beyond the limit with a time to wait, and opens again when another ends', async (t) => {
    const { url } = await startServer(t, { MAX_WATCHERS: '1' });
    const stop = new AbortController();
    const first = await fetch(`${url}/v1/services/kik/events`, { signal: stop.signal });
    assert.equal(first.status, 200);
    const refused = await fetch(`${url}/v1/services/kik/events`);
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    await refused.text();
    stop.abort();
    await waitFor('the first to be gone', async () =>
      (await watchersOf(url)) === 0 ? true : undefined,
    );
    assert.equal((await readEvents(t, `${url}/v1/services/kik/events`)).response.status, 200);
  });

  test('is not opened by HEAD', async (t) => {
    const { url } = await startServer(t);
    const response = await fetch(`${url}/v1/services/kik/events`, { method: 'HEAD' });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(await watchersOf(url), 0);
  });
});
