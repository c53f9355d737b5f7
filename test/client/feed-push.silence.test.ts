import { expect } from '@open-wc/testing';
import { eventually } from './fake-surroundings.js';
import { feedOf, MINUTE_MS, SILENT_MS, URL_OF_FEED, PushBench } from './push-bench.js';
import { sampleFeed } from './sample-feed.js';

describe('a push connection that may be deaf', () => {
  let bench: PushBench;
  beforeEach(() => {
    bench = new PushBench();
  });
  afterEach(() => bench.close());

  it('polls as if there were no push until the first event, however often the connection opens', async () => {
    await bench.open();
    for (let second = 10; second < 60; second += 10) {
      bench.fake.advance(10_000);
      if (second === 30) bench.source().drop();
      bench.source().connect();
    }
    expect(bench.fake.requests).to.have.length(1);
    bench.fake.advance(10_000);
    expect(bench.fake.requests).to.have.length(2);
  });

  it('rests for five minutes when a connection brings nothing in its first 45 s', async () => {
    await bench.open();
    bench.source().connect();
    bench.fake.advance(SILENT_MS - 1);
    expect(bench.source().readyState).to.equal(1);
    bench.fake.advance(1);
    expect(bench.source().readyState).to.equal(2);
    bench.fake.advance(15_000);
    (await bench.fake.request(2)).answer(feedOf('09:01:00'));
    await eventually(() => bench.states.length === 2);
    expect(bench.fake.eventSources).to.have.length(1);
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('rests when a connection does not even open in 45 s', async () => {
    await bench.open();
    bench.fake.advance(SILENT_MS);
    expect(bench.source().readyState).to.equal(2);
  });

  it('stays healthy in a quiet time as long as heartbeats come', async () => {
    await bench.open();
    bench.hear();
    for (let count = 0; count < 7; count += 1) {
      bench.fake.advance(20_000);
      bench.source().beat();
    }
    expect(bench.fake.requests).to.have.length(1);
    expect(bench.fake.timersMs).to.deep.equal([10_000, SILENT_MS]);
  });

  it('takes a heartbeat for a first event', async () => {
    await bench.open();
    bench.source().connect();
    bench.source().beat();
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, 150_000]);
  });

  it('connects again when a healthy connection falls silent, and polls within 66 s of its last event', async () => {
    await bench.open();
    bench.hear();
    bench.fake.advance(20_000);
    bench.source().beat();
    bench.fake.advance(SILENT_MS);
    expect(bench.source().readyState).to.equal(2);
    expect(bench.fake.eventSources).to.have.length(2);
    // In the middle of the 15 s that are left of a minute since the heartbeat.
    expect(bench.fake.timersMs).to.deep.equal([7500, SILENT_MS]);
  });

  it('gives push up when three connections in a row fall silent after their first event', async () => {
    await bench.open();
    for (const number of [1, 2, 3]) {
      bench.hear(number);
      bench.fake.advance(SILENT_MS);
      for (const request of bench.fake.requests.slice(1)) request.answer(feedOf('09:00:00'));
    }
    expect(bench.source(3).readyState).to.equal(2);
    expect(bench.fake.eventSources).to.have.length(3);
  });

  it('forgets that connections fell silent once one has lasted', async () => {
    await bench.open();
    for (const number of [1, 2, 3, 4]) {
      bench.hear(number);
      bench.fake.advance(30_000);
      bench.source(number).beat();
      bench.fake.advance(SILENT_MS);
    }
    expect(bench.fake.eventSources).to.have.length(5);
  });

  for (const [direction, jumpMs] of [
    ['back', -86_400_000],
    ['forward', 86_400_000],
  ] as const) {
    it(`notices silence although the clock is set ${direction} by a day meanwhile`, async () => {
      await bench.open();
      bench.hear();
      bench.fake.jumpClock(jumpMs);
      bench.fake.advance(SILENT_MS);
      expect(bench.source().readyState).to.equal(2);
      expect(bench.fake.timersMs[0]).to.be.at.most(MINUTE_MS);
    });
  }

  it('connects after a rest although the clock was set back by a day', async () => {
    await bench.open();
    bench.source().refuse();
    bench.fake.jumpClock(-86_400_000);
    bench.subscription.setRefresh(30);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(2);
  });

  it('lets go of its connection for a report that waits for one, and polls on', async () => {
    await bench.open();
    bench.hear();
    bench.fake.letGoOfStreams();
    expect(bench.source().readyState).to.equal(2);
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
    bench.subscription.setRefresh(30);
    await bench.takeSlots();
    expect(bench.fake.eventSources).to.have.length(1);
  });

  it('polls where `EventSource` throws', async () => {
    bench.fake.page = {
      ...bench.fake.page,
      openEventSource: () => {
        throw new TypeError('Illegal constructor');
      },
    };
    await bench.open();
    expect(bench.fake.timersMs).to.deep.equal([MINUTE_MS]);
  });

  it('gives its slot back when it is closed while it takes one', async () => {
    bench.subscription = bench.hub.openFeed(URL_OF_FEED, (state) => bench.states.push(state));
    bench.fake.requests[0]!.answer(sampleFeed());
    let givenBackCount = 0;
    const slots: ((giveBack: () => void) => void)[] = [];
    bench.fake.page = {
      ...bench.fake.page,
      takePushSlot: () => new Promise((resolve) => slots.push(resolve)),
    };
    await eventually(() => slots.length === 1);
    bench.fake.setVisible(false);
    bench.fake.setVisible(true);
    for (const take of slots) take(() => (givenBackCount += 1));
    await bench.takeSlots();
    expect(slots).to.have.length(2);
    expect(givenBackCount).to.equal(1);
    expect(bench.fake.eventSources).to.have.length(1);
  });

  it('polls as usual again once push is lost', async () => {
    await bench.open();
    bench.hear();
    bench.source().drop();
    expect(bench.fake.timersMs).to.deep.equal([SILENT_MS, MINUTE_MS]);
  });

  it('spreads the polls of all clients that lost push at once over an interval', async () => {
    await bench.open();
    bench.hear();
    for (let count = 0; count < 7; count += 1) {
      bench.fake.advance(20_000);
      bench.source().beat();
    }
    bench.source().drop();
    expect(bench.fake.timersMs).to.deep.equal([30_000, SILENT_MS]);
  });
});
