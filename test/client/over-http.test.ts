import { expect } from '@open-wc/testing';
import { createFeedHub } from '../../src/client/feed-hub.js';
import { startWatching } from '../../src/client/feed-watcher.js';
import {
  fetchFeed,
  sendReport,
  watchFeed,
  type FeedState,
  type FeedSubscription,
} from '../../src/client/index.js';
import { openRealPage } from '../../src/client/page.js';
import { realPlatform } from '../../src/client/platform.js';
import * as sources from '../../src/sources/index.js';
import { scriptFeed, type ScriptedFeed } from '../support/feed-server.client.js';
import { sampleFeed } from './sample-feed.js';

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resume) => setTimeout(resume, 5));
};

const streamCountOf = async (server: ScriptedFeed): Promise<number> =>
  (await server.look()).streamCount;

describe('the client over HTTP', () => {
  let server: ScriptedFeed;
  let states: FeedState[];
  let subscriptions: FeedSubscription[];

  const watch = (url: string): FeedSubscription => {
    const subscription = watchFeed(url, (state) => states.push(state));
    subscriptions.push(subscription);
    return subscription;
  };

  beforeEach(() => {
    states = [];
    subscriptions = [];
  });

  afterEach(() => {
    for (const subscription of subscriptions) subscription.release();
  });

  for (const origin of ['baseUrl', 'crossOriginBaseUrl'] as const) {
    describe(origin === 'baseUrl' ? 'the same origin' : 'another origin', () => {
      it('lets the browser ask "changed since?", without a preflight, and reads an unchanged feed once', async () => {
        server = await scriptFeed({ 'kik.json': { body: sampleFeed() }, probe: {} });
        const subscription = watch(`${server[origin]}kik.json`);
        await until(() => states.length === 1);
        const refreshed = await subscription.refreshNow();
        expect(refreshed.phase).to.equal('ready');
        expect(refreshed.last?.feed).to.equal(states[0]!.last?.feed);
        // WebKit's private windows, in which tests run, keep no cache: then a plain request has no validator either.
        for (let count = 0; count < 2; count += 1) {
          await (await fetch(`${server[origin]}probe`, { cache: 'no-cache' })).text();
        }
        const { requests } = await server.look();
        expect(requests.map(({ method }) => method)).to.deep.equal(['GET', 'GET', 'GET', 'GET']);
        const asksChanged = requests.map(({ headers }) => 'if-none-match' in headers);
        expect(asksChanged.slice(0, 2)).to.deep.equal(asksChanged.slice(2));
        expect(requests[1]!.headers).to.not.have.any.keys('cookie', 'referer');
      });

      it("reads the server's clock and its Retry-After", async () => {
        const date = new Date(Date.now() + 86_400_000).toUTCString();
        server = await scriptFeed({
          'kik.json': [
            { body: sampleFeed(), headers: { date } },
            { status: 503, headers: { 'retry-after': '60' } },
          ],
        });
        const subscription = watch(`${server[origin]}kik.json`);
        await until(() => states.length === 1);
        expect(states[0]!.last?.clockOffsetMs).to.be.closeTo(86_400_000, 10_000);
        const refreshed = await subscription.refreshNow();
        expect(refreshed.phase === 'failed' && refreshed.error.retryAfterMs).to.equal(60_000);
        expect(refreshed.last?.feed).to.deep.equal(sampleFeed());
      });

      it('sends a report that is counted', async () => {
        server = await scriptFeed({
          reports: { status: 202, body: { outcome: 'counted', reportCount: 12 } },
        });
        const outcome = await sendReport(`${server[origin]}status.json`, 'messages');
        expect(outcome).to.deep.equal({ outcome: 'counted', reportCount: 12 });
        const posts = (await server.look()).requests.filter(({ method }) => method === 'POST');
        expect(posts).to.have.length(1);
        expect(JSON.parse(posts[0]!.body)).to.include({ category: 'messages' });
      });
    });
  }

  it('tries a report again over a new connection, with the same key', async () => {
    server = await scriptFeed({
      reports: [
        { status: 502 },
        { status: 202, body: { outcome: 'already_reported', retryAfterSeconds: 60 } },
      ],
    });
    const outcome = await sendReport(`${server.baseUrl}status.json`, 'messages');
    expect(outcome).to.deep.equal({ outcome: 'already_reported', retryAfterMs: 60_000 });
    const posts = (await server.look()).requests.filter(({ method }) => method === 'POST');
    expect(posts).to.have.length(2);
    expect(posts[0]!.body).to.equal(posts[1]!.body);
  });

  it('hangs up when the last reader leaves during the first request', async () => {
    server = await scriptFeed({ 'kik.json': { body: sampleFeed(), isHeld: true } });
    const subscription = watch(`${server.baseUrl}kik.json`);
    await until(async () => (await server.look()).requests.length === 1);
    subscription.release();
    await until(async () => (await server.look()).requests[0]!.isAborted);
    expect(states).to.deep.equal([]);
  });

  it('fails as network when no server listens', async () => {
    const error: unknown = await fetchFeed('http://127.0.0.1:9/status.json').catch(
      (reason: unknown) => reason,
    );
    expect(error).to.have.property('code', 'network');
  });

  it('fetches one feed', async () => {
    server = await scriptFeed({ 'kik.json': { body: sampleFeed() } });
    expect(await fetchFeed(`${server.crossOriginBaseUrl}kik.json`)).to.deep.equal(sampleFeed());
  });

  it("fetches a vendor's page as a feed", async () => {
    server = await scriptFeed({ 'summary.json': { body: { status: { indicator: 'none' } } } });
    const feed = await fetchFeed(`${server.crossOriginBaseUrl}summary.json`);
    expect(feed).to.include({ status: 'operational', community: null });
    expect(feed.service.name).to.equal('127.0.0.1');
  });

  it('rejects a fetch with the reason of its abort', async () => {
    server = await scriptFeed({ 'kik.json': { body: sampleFeed(), isHeld: true } });
    const controller = new AbortController();
    const fetched = fetchFeed(`${server.baseUrl}kik.json`, { signal: controller.signal });
    controller.abort('moved on');
    expect(await fetched.catch((reason: unknown) => reason)).to.equal('moved on');
  });

  it('shows a pushed feed, with one connection for many readers', async () => {
    server = await scriptFeed({
      'status.json': { body: sampleFeed() },
      events: { isStream: true },
    });
    const url = `${server.crossOriginBaseUrl}status.json`;
    // The runner opens pages side by side, and only one of them is in front.
    const page = { ...openRealPage(), isVisible: () => true };
    const hub = createFeedHub(realPlatform);
    hub.setFeedLoaders({
      watcher: async () => ({ startWatching: (stream) => startWatching(stream, page) }),
      sources: async () => sources,
    });
    for (let count = 0; count < 10; count += 1) {
      subscriptions.push(hub.openFeed(url, (state) => states.push(state)));
    }
    await until(async () => (await streamCountOf(server)) === 1);
    await server.push(sampleFeed({ generatedAt: '2026-11-22T09:00:05Z', status: 'major_outage' }));
    await until(() => states.at(-1)?.last?.feed.status === 'major_outage');
    const { requests } = await server.look();
    expect(requests.map(({ path }) => path)).to.deep.equal(['status.json', 'events']);
    for (const subscription of subscriptions) subscription.release();
    await until(async () => (await streamCountOf(server)) === 0);
  });
});
