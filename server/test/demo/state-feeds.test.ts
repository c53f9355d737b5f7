import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { FeedError, parseFeed, type Feed } from 'outage-status/feed';
import { DEMO_FOLDER, sendRaw, startDemoServer, type DemoServer } from './demo-server.js';

/** One state of the gallery, as `demo/gallery-states.js` lists it. */
interface GalleryEntry {
  readonly name: string;
  readonly state?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const listGallery = async (): Promise<GalleryEntry[]> => {
  const { GALLERY } = (await import(
    new URL('../../../demo/gallery-states.js', import.meta.url).href
  )) as { GALLERY: { entries: GalleryEntry[] }[] };
  return GALLERY.flatMap(({ entries }) => entries);
};

let demo: DemoServer;
before(async () => {
  demo = await startDemoServer();
});
after(() => demo.close());

const readFeed = async (name: string): Promise<Feed> =>
  parseFeed(await (await fetch(`${demo.url}/demo/states/${name}/status.json`)).json());

const ageSeconds = ({ generatedAt }: Feed): number => (Date.now() - Date.parse(generatedAt)) / 1000;

const sendReport = (name: string): Promise<Response> =>
  fetch(`${demo.url}/demo/states/${name}/v1/services/kik/reports`, { method: 'POST', body: '{}' });

const askAgain = (etag?: string): Promise<Response> =>
  fetch(`${demo.url}/demo/states/failing/status.json`, {
    headers: etag === undefined ? {} : { 'If-None-Match': etag },
  });

describe('the gallery', () => {
  it('serves every state as a feed that the widget accepts, or as the failure that it shows', async () => {
    const refused: Readonly<Record<string, number>> = { missing: 404, unavailable: 503 };
    for (const { name, state = name, attributes = {} } of await listGallery()) {
      if (state === 'loading' || attributes['server'] || attributes['src']) continue;
      const answer = await fetch(`${demo.url}/demo/states/${state}/v1/services/kik/status.json`);
      assert.equal(answer.status, refused[state] ?? 200, state);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const body = await answer.json();
      if (state === 'invalid') assert.throws(() => parseFeed(body), FeedError);
      else if (answer.ok) assert.doesNotThrow(() => parseFeed(body), state);
    }
  });

  it('shows every file of the states folder, each state under a name of its own', async () => {
    const entries = await listGallery();
    const shown = new Set(entries.map(({ name, state = name }) => state));
    const files = await readdir(join(DEMO_FOLDER, 'states'));
    const states = files.filter((file) => file.endsWith('.json'));
    assert.ok(states.length >= 20);
    for (const file of states) assert.ok(shown.has(file.replace('.json', '')), file);
    assert.equal(new Set(entries.map(({ name }) => name)).size, entries.length);
  });

  it('keeps fresh states fresh, and stale states stale', async () => {
    const fresh = await readFeed('operational');
    const stale = await readFeed('stale');
    assert.ok(ageSeconds(fresh) < fresh.maxAgeSeconds);
    assert.ok(ageSeconds(stale) > 30 * stale.maxAgeSeconds);
  });

  it('lays a state over its base and keeps null as a value', async () => {
    const feed = await readFeed('no-official');
    assert.equal(feed.official, null);
    assert.equal(feed.community?.categories.length, 4);
  });

  it('shows the longest texts and the most categories that a feed may have', async () => {
    const [long, many] = await Promise.all([readFeed('long-texts'), readFeed('many-categories')]);
    assert.ok(long.service.name.length > 70);
    assert.equal(many.community?.categories.length, 24);
  });

  it('fails only on the second request of a visit where the state says so', async () => {
    const first = await askAgain();
    const etag = first.headers.get('etag');
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    assert.ok(etag);
    assert.equal((await askAgain(etag)).status, 503);
    assert.equal((await askAgain(`"${Date.now() - 60_000}"`)).status, 200);
    assert.equal((await askAgain('"another"')).status, 200);
  });

  it('answers reports as each state says', async () => {
    assert.deepEqual(await (await sendReport('counted')).json(), {
      outcome: 'counted',
      reportCount: 185,
    });
    assert.deepEqual(await (await sendReport('already-reported')).json(), {
      outcome: 'already_reported',
      reportCount: 184,
      retryAfterSeconds: 1800,
    });
    const refused = await sendReport('refused');
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '600']);
    assert.equal((await sendReport('not-stored')).status, 503);
    await assert.rejects(sendReport('offline'));
  });

  it('never answers the loading state, and lets go when the visitor disconnects', async () => {
    for (const path of ['/demo/slow.json', '/demo/states/loading/v1/services/kik/status.json']) {
      const signal = AbortSignal.timeout(200);
      await assert.rejects(fetch(demo.url + path, { signal }), { name: 'TimeoutError' });
    }
  });

  it('answers 404 for a state without a file, whatever its name', async () => {
    for (const name of ['nothing', '..%2f..%2fpackage', 'README']) {
      assert.equal(await sendRaw(demo.url, `/demo/states/${name}/status.json`), 404, name);
    }
  });
});
