import { expect } from '@open-wc/testing';
import type { FeedSubscription } from '../../src/client/feed-hub.js';
import type { FeedState } from '../../src/client/feed-state.js';
import { eventually, FakeSurroundings } from './fake-surroundings.js';
import { sampleFeed } from './sample-feed.js';

// Not a feed server's address, so that nothing is pushed here.
const URL_OF_FEED = 'https://status.example/kik.json';
const MINUTE_MS = 60_000;

const feedOf = (generatedAt: string) => sampleFeed({ generatedAt: `2026-11-22T${generatedAt}Z` });

describe('a feed watched by polling', () => {
  let fake: FakeSurroundings;
  let states: FeedState[];
  let hub: ReturnType<FakeSurroundings['createHub']>;
  let subscription: FeedSubscription;

  /** Opens the stream, answers its first request, and waits for the watcher to have planned what comes next. */
  const open = async (
    answer: (fake: FakeSurroundings) => void = () => fake.requests[0]!.answer(sampleFeed()),
    refreshSeconds: number | 'off' = 60,
  ) => {
    subscription = hub.openFeed(URL_OF_FEED, (state) => states.push(state), { refreshSeconds });
    answer(fake);
    await eventually(() => states.length === 1 && fake.pageListenerCount === 1);
  };

  const fail = async (
    requestNumber: number,
    status: number,
    headers: Record<string, string> = {},
  ) => {
    const count = states.length;
    (await fake.request(requestNumber)).answer('', { status, headers });
    await eventually(() => states.length > count);
  };

  beforeEach(() => {
    fake = new FakeSurroundings();
    hub = fake.createHub();
    states = [];
  });

  it('asks again after the interval, without going back to "loading" meanwhile', async () => {
    await open();
    fake.advance(MINUTE_MS - 1);
    expect(fake.timersMs).to.deep.equal([1]);
    fake.advance(1);
    (await fake.request(2)).answer(feedOf('09:01:00'));
    await eventually(() => states.length === 2);
    expect(states.map(({ phase }) => phase)).to.deep.equal(['ready', 'ready']);
    expect(states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:01:00Z');
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('looks at the page no more once its last reader has left', async () => {
    let looks = 0;
    const look = () => {
      looks += 1;
      return true;
    };
    fake.page = { ...fake.page, isVisible: look, isOnline: look };
    await open();
    expect(looks).to.be.greaterThan(0);
    subscription.release();
    looks = 0;
    fake.advance(MINUTE_MS);
    expect([looks, fake.timersMs]).to.deep.equal([0, []]);
  });

  it('polls as often as its quickest reader, and slower again when that one has left', async () => {
    await open();
    const hurried = hub.openFeed(URL_OF_FEED, () => undefined, { refreshSeconds: 20 });
    expect(fake.timersMs).to.deep.equal([20_000]);
    hurried.release();
    fake.advance(0);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
    subscription.setRefresh(30);
    expect(fake.timersMs).to.deep.equal([30_000]);
  });

  it('stops polling when every reader has it off, and still refreshes on demand', async () => {
    await open();
    subscription.setRefresh('off');
    expect(fake.timersMs).to.deep.equal([]);
    const refreshed = subscription.refreshNow();
    (await fake.request(2)).answer(feedOf('09:00:10'));
    expect((await refreshed).last?.feed.generatedAt).to.equal('2026-11-22T09:00:10Z');
    expect(fake.timersMs).to.deep.equal([]);
  });

  it('goes back to "loading" with the last feed while a reader waits for a refresh', async () => {
    await open();
    const refreshed = subscription.refreshNow();
    await eventually(() => states.length === 2);
    expect(states[1]).to.deep.equal({ phase: 'loading', last: states[0]!.last });
    (await fake.request(2)).answer(feedOf('09:00:10'));
    expect(await refreshed).to.equal(subscription.state);
    expect(subscription.state.phase).to.equal('ready');
  });

  it('joins a refresh to the poll under way, and two refreshes to each other', async () => {
    await open();
    fake.advance(MINUTE_MS);
    await fake.request(2);
    const refreshes = [subscription.refreshNow(), subscription.refreshNow()];
    await eventually(() => subscription.state.phase === 'loading');
    fake.requests[1]!.answer(feedOf('09:01:00'));
    const [first, second] = await Promise.all(refreshes);
    expect(first).to.equal(second);
    expect(first?.phase).to.equal('ready');
    expect(fake.requests).to.have.length(2);
  });

  describe('after a first answer without the guide', () => {
    const askedUrl = `${URL_OF_FEED}?guide=later`;

    const begin = async () => {
      const text = JSON.stringify(sampleFeed());
      const received = Promise.resolve({
        response: new Response(text),
        receivedAtMs: fake.nowMs,
        text,
      });
      const answer = { url: askedUrl, abort: () => undefined, received };
      const own = fake.createHub();
      await own.prefetchFeed(URL_OF_FEED, { answer });
      const reader = own.openFeed(URL_OF_FEED, () => undefined);
      await eventually(() => fake.timersMs.length > 0);
      return reader;
    };

    it('polls without it, until a refresh asks for all of the feed', async () => {
      const reader = await begin();
      fake.advance(MINUTE_MS);
      const poll = await fake.request(1);
      expect(poll.request.url).to.equal(askedUrl);
      poll.answer(feedOf('09:01:00'));
      await eventually(() => fake.timersMs.length > 0);
      const refreshed = reader.refreshNow();
      const whole = await fake.request(2);
      expect(whole.request.url).to.equal(URL_OF_FEED);
      whole.answer(feedOf('09:01:10'));
      await refreshed;
      fake.advance(MINUTE_MS);
      expect((await fake.request(3)).request.url).to.equal(URL_OF_FEED);
    });

    it('asks for all of it after a poll that had left already', async () => {
      const reader = await begin();
      fake.advance(MINUTE_MS);
      const poll = await fake.request(1);
      const refreshes = [reader.refreshNow(), reader.refreshNow()];
      await eventually(() => reader.state.phase === 'loading');
      poll.answer(feedOf('09:01:00'));
      const whole = await fake.request(2);
      expect(whole.request.url).to.equal(URL_OF_FEED);
      whole.answer(feedOf('09:01:10'));
      for (const state of await Promise.all(refreshes)) {
        expect(state.last?.feed.generatedAt).to.equal('2026-11-22T09:01:10Z');
      }
      expect(fake.requests).to.have.length(2);
    });
  });

  it('keeps the very same feed after a 304 and goes on polling', async () => {
    await open(() => fake.requests[0]!.answer(sampleFeed(), { headers: { etag: '"a"' } }));
    fake.advance(MINUTE_MS);
    (await fake.request(2)).answer('', { status: 304 });
    await eventually(() => states.length === 2);
    expect(states[1]!.phase).to.equal('ready');
    expect(states[1]!.last?.feed).to.equal(states[0]!.last?.feed);
    expect(states[1]!.last?.receivedAtMs).to.equal(fake.nowMs);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('sends the validator itself only where no browser cache does so', async () => {
    await open(() => fake.requests[0]!.answer(sampleFeed(), { headers: { etag: '"a"' } }));
    fake.advance(MINUTE_MS);
    expect((await fake.request(2)).request.headers.has('if-none-match')).to.equal(false);

    fake = new FakeSurroundings();
    fake.page = { ...fake.page, hasHttpCache: false };
    hub = fake.createHub();
    states = [];
    await open(() => fake.requests[0]!.answer(sampleFeed(), { headers: { etag: '"a"' } }));
    fake.advance(MINUTE_MS);
    expect((await fake.request(2)).request.headers.get('if-none-match')).to.equal('"a"');
  });

  it('drops an answer that is older than the feed on screen', async () => {
    await open();
    fake.advance(MINUTE_MS);
    (await fake.request(2)).answer(feedOf('08:59:30'));
    await eventually(() => states.length === 2);
    expect(states[1]!.phase).to.equal('ready');
    expect(states[1]!.last?.feed.generatedAt).to.equal('2026-11-22T09:00:00Z');
  });

  it('measures the clock offset of a visitor whose clock is three days ahead', async () => {
    const date = new Date(fake.nowMs).toUTCString();
    fake.nowMs += 3 * 86_400_000;
    await open(() => fake.requests[0]!.answer(sampleFeed(), { headers: { date } }));
    expect(states[0]!.last?.clockOffsetMs).to.equal(-3 * 86_400_000);
  });

  it('polls on when the clock is set back by a day while it waits', async () => {
    await open();
    fake.nowMs -= 86_400_000;
    fake.setVisible(true);
    expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('aborts a poll on the last release, and leaves no timer and no listener', async () => {
    await open();
    fake.advance(MINUTE_MS);
    const poll = await fake.request(2);
    subscription.release();
    fake.advance(0);
    await eventually(() => fake.timersMs.length === 0);
    expect(poll.isAborted).to.equal(true);
    expect(fake.pageListenerCount).to.equal(0);
    expect(states).to.have.length(1);
  });

  describe('a feed watcher after failures', () => {
    it('keeps the last good feed, backs off, and recovers', async () => {
      await open();
      fake.advance(MINUTE_MS);
      for (const [index, delayMs] of [5_000, 10_000, 20_000].entries()) {
        await fail(index + 2, 500);
        const state = subscription.state;
        expect(state.phase === 'failed' && state.error.httpStatus).to.equal(500);
        expect(state.last?.feed).to.deep.equal(sampleFeed());
        expect(fake.timersMs).to.deep.equal([delayMs]);
        fake.advance(delayMs);
      }
      (await fake.request(5)).answer(feedOf('09:02:00'));
      await eventually(() => subscription.state.phase === 'ready');
      expect(fake.timersMs).to.deep.equal([MINUTE_MS]);
    });

    it('tries a lost connection once more before it counts as a failure', async () => {
      fake.page = { ...fake.page, random: () => 0 };
      await open();
      fake.advance(fake.timersMs[0]!);
      (await fake.request(2)).loseConnection();
      (await fake.request(3)).loseConnection();
      await eventually(() => subscription.state.phase === 'failed');
      expect(states).to.have.length(2);
      expect(fake.requests).to.have.length(3);
    });

    it('comes back soon when the first request fails', async () => {
      await open(() => fake.requests[0]!.loseConnection());
      expect(states[0]!.phase).to.equal('failed');
      expect(fake.timersMs).to.deep.equal([5_000]);
      fake.advance(5_000);
      (await fake.request(2)).answer(sampleFeed());
      await eventually(() => subscription.state.phase === 'ready');
    });

    it('keeps asking for a feed that is not found, slowly', async () => {
      await open(() => fake.requests[0]!.answer('', { status: 404 }));
      expect(fake.timersMs).to.deep.equal([5 * MINUTE_MS]);
      fake.advance(5 * MINUTE_MS);
      await fail(2, 404);
      expect(subscription.state.phase).to.equal('failed');
      expect(fake.timersMs).to.deep.equal([5 * MINUTE_MS]);
    });

    it('waits as long as the server asks, in seconds and as a date', async () => {
      await open(() =>
        fake.requests[0]!.answer('', { status: 429, headers: { 'retry-after': '100' } }),
      );
      expect(fake.timersMs).to.deep.equal([105_000]);
      fake.advance(105_000);
      const date = 'Sun, 22 Nov 2026 12:00:00 GMT';
      await fail(2, 503, { date, 'retry-after': 'Sun, 22 Nov 2026 12:10:00 GMT' });
      expect(fake.timersMs).to.deep.equal([630_000]);
    });

    it('forgets its back-off when the visitor looks again', async () => {
      await open(() => fake.requests[0]!.answer('', { status: 500 }));
      for (const [requestNumber, delayMs] of [
        [2, 5_000],
        [3, 10_000],
      ] as const) {
        fake.advance(delayMs);
        await fail(requestNumber, 500);
      }
      expect(fake.timersMs).to.deep.equal([20_000]);
      fake.setVisible(false);
      fake.setVisible(true);
      expect(fake.timersMs).to.deep.equal([5_000]);
    });

    it('does not come back sooner than the server asked when the visitor looks again', async () => {
      await open(() =>
        fake.requests[0]!.answer('', { status: 503, headers: { 'retry-after': '600' } }),
      );
      fake.setVisible(false);
      fake.advance(120_000);
      fake.setVisible(true);
      expect(fake.timersMs).to.deep.equal([510_000]);
    });
  });

  describe('a feed watcher in a hidden page', () => {
    it('asks for nothing, and at once on return when the interval has passed', async () => {
      await open();
      fake.setVisible(false);
      expect(fake.timersMs).to.deep.equal([]);
      fake.advance(10 * MINUTE_MS);
      expect(fake.requests).to.have.length(1);
      fake.setVisible(true);
      expect(fake.timersMs).to.deep.equal([0]);
      fake.advance(0);
      await fake.request(2);
    });

    it('waits for the rest of the interval on an early return', async () => {
      await open();
      fake.setVisible(false);
      fake.advance(20_000);
      fake.setVisible(true);
      expect(fake.timersMs).to.deep.equal([40_000]);
    });

    it('starts paused in a page that was opened in the background', async () => {
      fake.setVisible(false);
      await open();
      expect(fake.timersMs).to.deep.equal([]);
    });
  });

  describe('a feed watcher without a network', () => {
    it('stops after the first failure, and asks at once when the network is back', async () => {
      fake.page = { ...fake.page, random: () => 0 };
      await open();
      fake.setOnline(false);
      expect(fake.timersMs).to.deep.equal(
        [0.9 * MINUTE_MS],
        'a server on this machine may still answer',
      );
      fake.advance(MINUTE_MS);
      (await fake.request(2)).loseConnection();
      (await fake.request(3)).loseConnection();
      await eventually(() => subscription.state.phase === 'failed');
      expect(fake.timersMs).to.deep.equal([]);
      expect(subscription.state.last?.feed).to.deep.equal(sampleFeed());
      fake.setOnline(true);
      expect(fake.timersMs).to.deep.equal([0]);
    });
  });
});
