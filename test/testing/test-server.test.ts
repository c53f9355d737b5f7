import { expect } from '@open-wc/testing';
import { fetchFeed, sendReport } from '../../src/client/index.js';
import { FeedError, parseFeed } from '../../src/feed/index.js';
import {
  createTestServer,
  sampleFeed,
  type Shown,
  type TestServer,
} from '../../src/testing/index.js';

const HERE = 'https://status.example/v1/services/kik/';

describe('the stand-in for a feed server', () => {
  const ask = (server: TestServer, path: string, init?: RequestInit) =>
    server.answer(new Request(new URL(path, HERE), init));
  const report = (server: TestServer, body: unknown) =>
    ask(server, 'reports', { method: 'POST', body: JSON.stringify(body) });
  const jsonOf = async (answer: Promise<Response>) => (await answer).json() as Promise<unknown>;

  it('answers with a fresh sample of any service', async () => {
    const server = createTestServer('confirmed', { now: () => Date.UTC(2031, 0, 1) });
    const answer = await ask(server, '../discord/status.json');
    expect(answer.headers.get('date')).to.equal('Wed, 01 Jan 2031 00:00:00 GMT');
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    const feed = parseFeed(await answer.json());
    expect(feed).to.include({ status: 'partial_outage', generatedAt: '2031-01-01T00:00:00Z' });
    expect(feed.service.id).to.equal('discord');
  });

  it('shows a feed as it is to its service alone, until all change', async () => {
    const own = sampleFeed('operational', { service: 'kik', official: 'major_outage' });
    const server = createTestServer('operational');
    server.show(own);
    server.show('stale', 'discord');
    expect(await jsonOf(ask(server, 'status.json'))).to.deep.equal(own);
    expect(await jsonOf(ask(server, '../reddit/status.json'))).to.include({
      status: 'operational',
    });
    expect(await jsonOf(ask(server, '../discord/status.json'))).to.include({
      status: 'major_outage',
    });
    server.show(404);
    for (const id of ['kik', 'discord', 'reddit'])
      expect((await ask(server, `../${id}/status.json`)).status).to.equal(404);
  });

  it('refuses what it cannot show, and says why', () => {
    const cases: [shown: Shown, error: typeof Error | typeof FeedError, message: RegExp][] = [
      [200, RangeError, /^what: 200 is no status of an error, 400 to 599$/],
      ['down' as Shown, TypeError, /^state: down is none of/],
      [{ version: 1 } as Shown, FeedError, /generatedAt/],
    ];
    for (const [shown, error, message] of cases)
      expect(() => createTestServer(shown)).to.throw(error, message);
  });

  it('takes reports as a real server does: once a key, once a visitor', async () => {
    const server = createTestServer('partial_outage');
    expect((await ask(server, 'challenge')).status).to.equal(204);
    const counted = { outcome: 'counted', reportCount: 185 };
    const first = { category: 'login', idempotencyKey: 'one' };
    expect(await jsonOf(report(server, first))).to.deep.equal(counted);
    expect(await jsonOf(report(server, first))).to.deep.equal(counted);
    expect(await jsonOf(report(server, { ...first, idempotencyKey: 'two' }))).to.deep.equal({
      outcome: 'already_reported',
      reportCount: 185,
      retryAfterSeconds: 1800,
    });
    expect(server.reports).to.deep.equal([{ service: 'kik', subject: 'login' }]);
    const feed = parseFeed(await jsonOf(ask(server, 'status.json')));
    expect(feed.community).to.have.property('reportCount', 185);
    expect(feed.community?.categories[1]).to.include({ id: 'login', reportCount: 39 });
  });

  it('refuses reports that a real server refuses', async () => {
    const key = { idempotencyKey: 'one' };
    const server = createTestServer();
    for (const body of [{ ...key, category: 'nothing' }, { category: 'login' }, 'text', null])
      expect((await report(server, body)).status).to.equal(400);
    for (const [shown, status] of [
      ['reports_paused', 403],
      ['without_reports', 404],
      [503, 503],
    ] as const) {
      server.show(shown);
      expect((await ask(server, 'challenge')).status).to.equal(status);
      expect((await report(server, { ...key, category: 'login' })).status).to.equal(status);
    }
    expect(server.reports).to.deep.equal([]);
  });

  it('answers other paths with 404, and preflights', async () => {
    const server = createTestServer();
    for (const path of ['/', '/v1/services', 'history.json', '../KIK/status.json'])
      expect((await ask(server, path)).status).to.equal(404);
    const preflight = await ask(server, 'reports', { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-headers')).to.equal('Content-Type');
  });

  describe('when it is installed', () => {
    it('answers the client, and refuses an event stream so that clients poll', async () => {
      const { fetch: ownFetch, EventSource: OwnEventSource } = globalThis;
      const server = createTestServer('major_outage');
      const remove = server.install();
      try {
        expect((await fetchFeed(`${HERE}status.json`)).status).to.equal('major_outage');
        const outcome = await sendReport(`${HERE}status.json`, 'messages');
        expect(outcome).to.deep.equal({ outcome: 'counted', reportCount: 2406 });
        const source = new EventSource(`${HERE}events`);
        await new Promise((resolve) => source.addEventListener('error', resolve));
        expect(source.readyState).to.equal(EventSource.CLOSED);
        source.close();
        const other = new EventSource('data:text/event-stream,');
        expect(other).to.be.instanceOf(OwnEventSource);
        other.close();
        expect(await (await fetch('data:text/plain,other')).text()).to.equal('other');
      } finally {
        await remove();
      }
      expect([fetch, EventSource]).to.deep.equal([ownFetch, OwnEventSource]);
    });

    it('rejects with the reason of an abort', async () => {
      const remove = createTestServer().install();
      const asked = fetch(`${HERE}status.json`, { signal: AbortSignal.abort('moved on') });
      expect(await asked.catch((reason: unknown) => reason)).to.equal('moved on');
      await remove();
    });
  });
});
