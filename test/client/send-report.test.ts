import { expect } from '@open-wc/testing';
import type { ReportOutcome } from '../../src/client/report-outcome.js';
import type { ReportSubject } from '../../src/client/report-subject.js';
import { takePushSlot } from '../../src/client/push-slots.js';
import { createReportSender, type ReportOptions } from '../../src/client/send-report.js';
import { eventually, FakeSurroundings } from './fake-surroundings.js';

const URL_OF_FEED = 'https://status.example/v1/services/kik/status.json?lang=en';
const KEY = '0b5e1b1e-7c0f-4a53-9d3c-6a4f7f0c2d11';

const NO_PROOF = { proof: undefined, opensAtMs: -Infinity, expiresAtMs: Infinity };

describe('sendReport', () => {
  let fake: FakeSurroundings;
  let isOnline: boolean;

  const tell = (subject: ReportSubject, options?: ReportOptions): Promise<ReportOutcome> =>
    createReportSender({
      platform: fake.platform,
      office: { take: async () => NO_PROOF },
      isOnline: () => isOnline,
      retryDelayMs: () => 0,
    })(URL_OF_FEED, subject, options);
  const send = (options?: ReportOptions): Promise<ReportOutcome> => tell('messages', options);

  const keyOf = async (number: number): Promise<string> => {
    const { request } = await fake.request(number);
    return ((await request.clone().json()) as { idempotencyKey: string }).idempotencyKey;
  };

  beforeEach(() => {
    fake = new FakeSurroundings();
    isOnline = true;
  });

  it('posts the category and a key beside the feed, without credentials', async () => {
    const sent = send({ idempotencyKey: KEY });
    const { request } = await fake.request(1);
    expect(request.method).to.equal('POST');
    expect(request.url).to.equal('https://status.example/v1/services/kik/reports');
    expect(request.credentials).to.equal('omit');
    expect(request.referrerPolicy).to.equal('no-referrer');
    expect(request.headers.get('content-type')).to.equal('application/json');
    expect(await request.clone().json()).to.deep.equal({
      category: 'messages',
      idempotencyKey: KEY,
    });
    fake.requests[0]!.answer({ outcome: 'counted', reportCount: 12 }, { status: 202 });
    expect(await sent).to.deep.equal({ outcome: 'counted', reportCount: 12 });
    expect(fake.timersMs).to.deep.equal([]);
  });

  it('posts "it works again" to the same address, without a category', async () => {
    const sent = tell({ kind: 'recovered' }, { idempotencyKey: KEY });
    const { request } = await fake.request(1);
    expect(request.url).to.equal('https://status.example/v1/services/kik/reports');
    expect(await request.clone().json()).to.deep.equal({ kind: 'recovered', idempotencyKey: KEY });
    fake.requests[0]!.answer({ outcome: 'counted', reportCount: 12 }, { status: 202 });
    expect(await sent).to.deep.equal({ outcome: 'counted', reportCount: 12 });
  });

  it('sends a category that is called "recovered" as a category', async () => {
    void tell('recovered', { idempotencyKey: KEY });
    const { request } = await fake.request(1);
    expect(await request.clone().json()).to.deep.equal({
      category: 'recovered',
      idempotencyKey: KEY,
    });
  });

  it('makes a new UUID for each report', async () => {
    void send();
    void send();
    const keys = [await keyOf(1), await keyOf(2)];
    for (const key of keys) {
      expect(key).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(keys[0]).to.not.equal(keys[1]);
  });

  const answers: [what: string, body: unknown, init: ResponseInit, outcome: ReportOutcome][] = [
    [
      'already reported, with a time',
      { outcome: 'already_reported', reportCount: 12, retryAfterSeconds: 1800 },
      { status: 202 },
      { outcome: 'already_reported', retryAfterMs: 1_800_000 },
    ],
    [
      'already reported, without one',
      { outcome: 'already_reported', reportCount: 12 },
      { status: 202 },
      { outcome: 'already_reported', retryAfterMs: undefined },
    ],
    [
      'too many',
      { error: { code: 'rate_limited' } },
      { status: 429, headers: { 'retry-after': '90' } },
      { outcome: 'refused', retryAfterMs: 90_000 },
    ],
    [
      'unavailable until a date',
      '',
      {
        status: 503,
        headers: {
          date: 'Sun, 22 Nov 2026 12:00:00 GMT',
          'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT',
        },
      },
      { outcome: 'refused', retryAfterMs: 60_000 },
    ],
    [
      'a bad request',
      { error: {} },
      { status: 400 },
      { outcome: 'refused', retryAfterMs: undefined },
    ],
    ['no such service', '', { status: 404 }, { outcome: 'refused', retryAfterMs: undefined }],
    ['a sign-in page', '<html>', { status: 200 }, { outcome: 'refused', retryAfterMs: undefined }],
    ['null', 'null', { status: 202 }, { outcome: 'refused', retryAfterMs: undefined }],
    [
      'a count that is none',
      { outcome: 'counted', reportCount: '12' },
      { status: 202 },
      { outcome: 'refused', retryAfterMs: undefined },
    ],
    [
      'another word',
      { outcome: 'stored', reportCount: 1 },
      { status: 202 },
      { outcome: 'refused', retryAfterMs: undefined },
    ],
  ];
  for (const [what, body, init, outcome] of answers) {
    it(`turns "${what}" into ${outcome.outcome}, after one try`, async () => {
      const sent = send();
      (await fake.request(1)).answer(body, init);
      expect(await sent).to.deep.equal(outcome);
      expect(fake.requests).to.have.length(1);
    });
  }

  it('tries again with the same key when the connection is lost, and returns the final outcome', async () => {
    const sent = send();
    (await fake.request(1)).loseConnection();
    (await fake.request(2)).answer('', { status: 502 });
    const keys = [await keyOf(1), await keyOf(2), await keyOf(3)];
    expect(new Set(keys)).to.have.property('size', 1);
    fake.requests[2]!.answer({ outcome: 'counted', reportCount: 1 }, { status: 202 });
    expect(await sent).to.deep.equal({ outcome: 'counted', reportCount: 1 });
  });

  it('returns offline after three lost connections', async () => {
    const sent = send();
    for (const number of [1, 2, 3]) (await fake.request(number)).loseConnection();
    expect(await sent).to.deep.equal({ outcome: 'offline' });
    expect(fake.requests).to.have.length(3);
  });

  it('returns refused after three server errors', async () => {
    const sent = send();
    for (const number of [1, 2, 3]) (await fake.request(number)).answer('', { status: 500 });
    expect(await sent).to.deep.equal({ outcome: 'refused', retryAfterMs: undefined });
  });

  it('returns offline after one try when the browser knows that there is no network', async () => {
    isOnline = false;
    const sent = send();
    (await fake.request(1)).loseConnection();
    expect(await sent).to.deep.equal({ outcome: 'offline' });
    expect(fake.requests).to.have.length(1);
  });

  it('returns offline when no answer comes within 20 s', async () => {
    const sent = send();
    await fake.request(1);
    fake.advance(20_000);
    expect(await sent).to.deep.equal({ outcome: 'offline' });
    expect(fake.requests[0]!.isAborted).to.equal(true);
  });

  it('rejects with the reason when aborted, and aborts the request', async () => {
    const controller = new AbortController();
    const sent = send({ signal: controller.signal }).catch((reason: unknown) => reason);
    await fake.request(1);
    controller.abort();
    expect(await sent).to.have.property('name', 'AbortError');
    await eventually(() => fake.requests[0]!.isAborted);
  });

  it('sends nothing when it was aborted before', async () => {
    const reason = await send({ signal: AbortSignal.abort('gone') }).catch(
      (error: unknown) => error,
    );
    expect(reason).to.equal('gone');
    expect(fake.requests).to.have.length(0);
  });

  it('uses the fetch that the caller passes', async () => {
    const response = Response.json({ outcome: 'counted', reportCount: 2 });
    expect(await send({ fetch: () => Promise.resolve(response) })).to.deep.equal({
      outcome: 'counted',
      reportCount: 2,
    });
    expect(fake.requests).to.have.length(0);
  });

  it('closes the page’s streams after 3 s without an answer, as it may wait for their connection', async () => {
    let closedCount = 0;
    const giveBack = await takePushSlot('https://status.example', () => (closedCount += 1));
    const quick = send();
    (await fake.request(1)).answer({ outcome: 'counted', reportCount: 1 }, { status: 202 });
    await quick;
    fake.advance(5000);
    expect(closedCount).to.equal(0);
    const slow = send();
    const request = await fake.request(2);
    fake.advance(2999);
    expect(closedCount).to.equal(0);
    fake.advance(1);
    expect(closedCount).to.equal(1);
    request.answer({ outcome: 'counted', reportCount: 2 }, { status: 202 });
    expect((await slow).outcome).to.equal('counted');
    giveBack!();
  });
});
