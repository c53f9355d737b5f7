import { expect } from '@open-wc/testing';
import { askFirst } from '../../src/client/first-answer.js';
import { scriptFeed } from '../support/feed-server.client.js';

const FEED_PATH = 'v1/services/kik/status.json';

const askOnce = (url: string, isPreloaded: boolean) => askFirst(url, isPreloaded ? url : undefined);

for (const isPreloaded of [true, false]) {
  describe(`the first request for a feed that the page has ${isPreloaded ? '' : 'not '}preloaded`, () => {
    it('gives status, headers, text and time of an answer from another origin', async () => {
      const headers = { etag: '"1"', date: 'Mon, 30 Nov 2026 09:00:00 GMT' };
      const server = await scriptFeed({ [FEED_PATH]: { headers, body: { name: 'Zürich' } } });
      const startedAtMs = Date.now();
      const { received } = askOnce(server.crossOriginBaseUrl + FEED_PATH, isPreloaded);
      const { response, text, receivedAtMs } = await received;
      expect(response.ok).to.equal(true);
      expect(response.status).to.equal(200);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(response.headers.get('date')).to.equal('Mon, 30 Nov 2026 09:00:00 GMT');
      expect(text).to.equal('{"name":"Zürich"}');
      expect(receivedAtMs).to.be.within(startedAtMs, Date.now());
    });

    for (const status of [404, 503, 999]) {
      it(`gives no text with an answer of ${status}`, async () => {
        const headers = { 'retry-after': '60' };
        const server = await scriptFeed({ [FEED_PATH]: { status, headers, body: 'no' } });
        const { response, text } = await askOnce(server.baseUrl + FEED_PATH, isPreloaded).received;
        expect(response.ok).to.equal(false);
        expect(response.status).to.equal(status);
        expect(response.headers.get('retry-after')).to.equal('60');
        expect(text).to.equal(undefined);
      });
    }

    it('fails where no server answers', async () => {
      const { received } = askOnce('http://127.0.0.1:9/status.json', isPreloaded);
      const failure: unknown = await received.catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(TypeError);
    });

    it('ends when it is aborted', async () => {
      const server = await scriptFeed({ [FEED_PATH]: { isHeld: true } });
      const { received, abort } = askOnce(server.baseUrl + FEED_PATH, isPreloaded);
      const ended = received.then(
        () => 'answered',
        () => 'ended',
      );
      let { requests } = await server.look();
      while (requests.length === 0) ({ requests } = await server.look());
      abort();
      expect(await ended).to.equal('ended');
      while (!requests[0]!.isAborted) ({ requests } = await server.look());
    });
  });
}

describe('the first request for a feed', () => {
  it('takes the preload, perhaps with a query, for the feed', async () => {
    const server = await scriptFeed({ [FEED_PATH]: { body: { name: 'short' } } });
    const url = server.baseUrl + FEED_PATH;
    const preload = `${url}?guide=later`;
    const { url: askedUrl, received } = askFirst(url, preload);
    expect((await received).text).to.equal('{"name":"short"}');
    expect(askedUrl).to.equal(preload);
    expect(performance.getEntriesByName(preload)).to.have.length(1);
  });

  it('fails as a request where the page has broken what sends it', async () => {
    const { XMLHttpRequest: real } = globalThis;
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    try {
      const failure: unknown = await askFirst('/status.json', '/status.json').received.catch(
        (error: unknown) => error,
      );
      expect(failure).to.be.instanceOf(Error);
    } finally {
      globalThis.XMLHttpRequest = real;
    }
  });
});
