import { expect } from '@open-wc/testing';
import type { LoadedFeed } from '../../src/client/feed-state.js';
import { requestFeed } from '../../src/client/request-feed.js';
import { FeedError } from '../../src/feed/index.js';
import { readForeignFeed } from '../../src/sources/index.js';
import { eventually, FakeSurroundings, START_MS } from './fake-surroundings.js';
import { sampleFeed } from './sample-feed.js';

const URL_OF_FEED = 'https://status.example/v1/services/kik/status.json';

const failureOf = async (asked: Promise<LoadedFeed>): Promise<FeedError> => {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(FeedError);
  return error as FeedError;
};

describe('one request for a feed', () => {
  let fake: FakeSurroundings;
  let controller: AbortController;

  const ask = (last?: LoadedFeed) =>
    requestFeed(URL_OF_FEED, controller, { platform: fake.platform, readForeignFeed, last });

  beforeEach(() => {
    fake = new FakeSurroundings();
    controller = new AbortController();
  });

  const table: [what: string, body: unknown, init: ResponseInit, code: string, message: RegExp][] =
    [
      ['an error status', 'no', { status: 404 }, 'http', /404/],
      ['an unchanged answer to a first question', '', { status: 304 }, 'http', /304/],
      ['text that is not JSON', '<html>', {}, 'invalid', /expected JSON/],
      ['an empty body', '', {}, 'invalid', /expected JSON/],
      [
        'a feed with a wrong field',
        { ...sampleFeed(), status: 'fine' },
        {},
        'invalid',
        /^status: /,
      ],
      ['a feed of a later version', { ...sampleFeed(), version: 2 }, {}, 'unsupported', /version/],
      ['a document of no known kind', { hello: 1 }, {}, 'unsupported', /hello/],
      ['null', 'null', {}, 'unsupported', /null/],
      ['a body over 1 MB', ' '.repeat(1_000_001), {}, 'invalid', /at most 1000000 bytes/],
    ];
  for (const [what, body, init, code, message] of table) {
    it(`fails on ${what} as ${code}`, async () => {
      const asked = failureOf(ask());
      fake.requests[0]!.answer(body, init);
      const error = await asked;
      expect(error.code).to.equal(code);
      expect(error.message).to.match(message);
    });
  }

  it('stops reading an endless body', async () => {
    const asked = failureOf(ask());
    let sentBytes = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        sentBytes += 100_000;
        stream.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    fake.requests[0]!.respond(new Response(body));
    expect((await asked).code).to.equal('invalid');
    expect(sentBytes).to.be.lessThan(1_500_000);
  });

  it('reads characters that are split between two chunks of the body', async () => {
    const bytes = new TextEncoder().encode(
      JSON.stringify(sampleFeed({ service: { id: 'kik', name: 'كيك 🙂' } })),
    );
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
        stream.close();
      },
    });
    const asked = ask();
    fake.requests[0]!.respond(new Response(body));
    expect((await asked).feed.service.name).to.equal('كيك 🙂');
  });

  it('fails as network without an answer and keeps the cause', async () => {
    const asked = failureOf(ask());
    fake.requests[0]!.loseConnection();
    const error = await asked;
    expect(error.code).to.equal('network');
    expect(error.cause).to.be.instanceOf(TypeError);
  });

  it('fails as timeout after 10 s and gives the connection back', async () => {
    const asked = failureOf(ask());
    fake.advance(9_999);
    expect(fake.requests[0]!.isAborted).to.equal(false);
    fake.advance(1);
    expect((await asked).code).to.equal('timeout');
    expect(fake.requests[0]!.isAborted).to.equal(true);
  });

  it('rejects with the reason of an abort', async () => {
    const asked = ask().catch((reason: unknown) => reason);
    controller.abort('moved on');
    expect(await asked).to.equal('moved on');
    expect(fake.timersMs).to.deep.equal([]);
  });

  for (const [what, end, expected] of [
    ['an abort', () => controller.abort('moved on'), 'moved on'],
    ['the time-out', () => fake.advance(10_000), 'no complete answer in 10 s'],
  ] as const) {
    it(`does not wait for the file that reads vendors' pages after ${what}`, async () => {
      let isLoading = false;
      const loadForEver = () => {
        isLoading = true;
        return new Promise<never>(() => undefined);
      };
      const asked = requestFeed(URL_OF_FEED, controller, {
        platform: fake.platform,
        readForeignFeed: loadForEver,
      }).catch((reason: unknown) => reason);
      fake.requests[0]!.answer({ status: { indicator: 'none' } });
      await eventually(() => isLoading);
      end();
      const reason = await asked;
      expect(reason instanceof Error ? reason.message : reason).to.equal(expected);
      expect(fake.timersMs).to.deep.equal([]);
    });
  }

  it("passes on the server's Retry-After", async () => {
    const asked = failureOf(ask());
    fake.requests[0]!.answer('', { status: 429, headers: { 'retry-after': '120' } });
    expect(await asked).to.include({ httpStatus: 429, retryAfterMs: 120_000 });
  });

  describe('a request for an unchanged feed', () => {
    const last: LoadedFeed = { feed: sampleFeed(), receivedAtMs: 1, clockOffsetMs: 0, etag: '"a"' };
    const date = { date: new Date(START_MS + 5000).toUTCString() };

    it('brings back the last feed with the new time after a 304', async () => {
      const asked = ask(last);
      fake.requests[0]!.answer('', { status: 304, headers: date });
      const loaded = await asked;
      expect(loaded).to.deep.equal({ ...last, receivedAtMs: START_MS, clockOffsetMs: 5000 });
      expect(loaded.feed).to.equal(last.feed);
    });

    it('does not read the body when the browser answers a 304 with its own copy', async () => {
      const asked = ask(last);
      fake.requests[0]!.answer('not read', { headers: { ...date, etag: '"a"' } });
      expect((await asked).feed).to.equal(last.feed);
    });

    it('reads the body when there is no validator on either side', async () => {
      const asked = ask({ ...last, etag: undefined });
      fake.requests[0]!.answer(sampleFeed({ status: 'major_outage' }));
      expect((await asked).feed.status).to.equal('major_outage');
    });
  });
});
