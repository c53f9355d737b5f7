import { expect } from '@open-wc/testing';
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { getTicket, TicketOffice, type Ticket } from '../../src/client/report-proof.js';
import { createReportSender } from '../../src/client/send-report.js';
import { eventually, FakeSurroundings, START_MS } from './fake-surroundings.js';

const FEED_URL = 'https://status.example/v1/services/kik/status.json';
/** The server's clock is a day ahead of the visitor's. */
const ISSUED_AT_MS = START_MS + 86_400_000;

const makeChallenge = (changes: { cost?: number; counter?: number } = {}) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 100,
    counter: 5,
    deriveKey,
    hmacSignatureSecret: 'a secret',
    hmacKeySignatureSecret: 'another',
    data: {
      service: 'kik',
      sender: 'abc',
      issuedAtMs: ISSUED_AT_MS,
      opensAtMs: ISSUED_AT_MS + 1000,
      expiresAtMs: ISSUED_AT_MS + 300_000,
    },
    ...changes,
  });

describe('a ticket for a report', () => {
  let fake: FakeSurroundings;
  const get = (signal = new AbortController().signal) => getTicket(fake.platform, FEED_URL, signal);

  beforeEach(() => {
    fake = new FakeSurroundings();
  });

  it('holds the solved challenge, with moments reckoned by distance and not by clocks', async () => {
    const challenge = await makeChallenge();
    const getting = get();
    const asked = await fake.request(1);
    expect(asked.request.url).to.equal('https://status.example/v1/services/kik/challenge');
    expect(asked.request.credentials).to.equal('omit');
    expect(asked.request.referrerPolicy).to.equal('no-referrer');
    expect(asked.request.cache).to.equal('no-store');
    fake.advance(2000);
    asked.answer(challenge);
    const ticket = (await getting) as Ticket;
    expect(ticket.proof?.challenge).to.deep.equal(challenge);
    expect(ticket.proof?.solution.counter).to.equal(5);
    expect(ticket.opensAtMs).to.equal(START_MS + 2000 + 1000);
    // From when it was asked for, less what is kept for the way.
    expect(ticket.expiresAtMs).to.equal(START_MS + 300_000 - 30_000);
  });

  for (const status of [204, 404]) {
    it(`needs no proof where the answer is ${status}`, async () => {
      const getting = get();
      (await fake.request(1)).respond(new Response(null, { status }));
      expect(((await getting) as Ticket).proof).to.equal(undefined);
    });
  }

  it('is the refusal where the server refuses', async () => {
    const getting = get();
    (await fake.request(1)).answer({}, { status: 429, headers: { 'retry-after': '60' } });
    expect(((await getting) as Response).status).to.equal(429);
  });

  const impossible: [what: string, answer: () => Promise<unknown>][] = [
    ['a sign-in page', async () => '<html>'],
    ['null', async () => null],
    ['no terms', async () => ({ parameters: { cost: 1 } })],
    [
      'work without end',
      () => makeChallenge().then((challenge) => spoil(challenge, { cost: 1e9 })),
    ],
    [
      'a prefix that no key has',
      () => makeChallenge().then((it) => spoil(it, { keyPrefix: 'zz' })),
    ],
    [
      'an algorithm of another library',
      () => makeChallenge().then((it) => spoil(it, { algorithm: 'X' })),
    ],
  ];
  const spoil = (challenge: { parameters: object }, changes: object) => ({
    ...challenge,
    parameters: { ...challenge.parameters, ...changes },
  });
  for (const [what, answer] of impossible) {
    it(`is missing when the answer is ${what}`, async () => {
      const getting = get();
      const body = await answer();
      (await fake.request(1)).answer(body);
      expect(await getting).to.equal(undefined);
    });
  }

  it('is aborted by its signal in the midst of the work', async () => {
    const controller = new AbortController();
    const challenge = await makeChallenge({ cost: 100, counter: 3000 });
    const getting = get(controller.signal).catch((reason: unknown) => reason);
    (await fake.request(1)).answer(challenge);
    await new Promise((resume) => setTimeout(resume, 20));
    controller.abort('gone');
    expect(await getting).to.equal('gone');
  });

  it('blocks the page for less than 50 ms at a time with the usual work', async () => {
    const long: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
    const canObserve = PerformanceObserver.supportedEntryTypes.includes('longtask');
    if (canObserve) observer.observe({ type: 'longtask' });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const challenge = await makeChallenge({ cost: 2000, counter: 120 });
    long.length = 0;
    turns = 0;
    const getting = get();
    (await fake.request(1)).answer(challenge);
    const ticket = (await getting) as Ticket;
    clearInterval(timer);
    observer.disconnect();
    expect(ticket.proof?.solution.counter).to.equal(120);
    expect(turns).to.be.above(2);
    expect(long.map(({ duration }) => duration)).to.deep.equal([]);
  });
});

describe('a ticket made ahead', () => {
  let fake: FakeSurroundings;
  let office: TicketOffice;
  const respond = async (number: number) =>
    (await fake.request(number)).answer(await makeChallenge());

  beforeEach(() => {
    fake = new FakeSurroundings();
    office = new TicketOffice(fake.platform);
  });

  it('is asked for once however often the visitor comes near, and is good for one report', async () => {
    office.prepare(FEED_URL);
    office.prepare(FEED_URL);
    await respond(1);
    const ticket = await office.take(FEED_URL);
    expect(ticket?.proof?.solution.counter).to.equal(5);
    expect(fake.requests).to.have.length(1);
    expect(await office.take(FEED_URL)).to.equal(undefined);
    office.prepare(FEED_URL);
    expect(fake.requests).to.have.length(2);
  });

  it('is replaced by a fresh one when it is too old', async () => {
    office.prepare(FEED_URL);
    await respond(1);
    await office.take(FEED_URL);
    office.prepare(FEED_URL);
    await respond(2);
    await new Promise((resume) => setTimeout(resume, 50));
    fake.advance(280_000);
    expect(await office.take(FEED_URL)).to.equal(undefined);
    office.prepare(FEED_URL);
    expect(fake.requests).to.have.length(3);
  });

  it('is forgotten when it could not be had', async () => {
    office.prepare(FEED_URL);
    (await fake.request(1)).loseConnection();
    expect(await office.take(FEED_URL)).to.equal(undefined);
  });

  it('goes with the report, not sooner than the server accepts it', async () => {
    const send = createReportSender({
      platform: fake.platform,
      office,
      isOnline: () => true,
      retryDelayMs: () => 0,
    });
    office.prepare(FEED_URL);
    await respond(1);
    const sending = send(FEED_URL, 'messages');
    await eventually(() => fake.timersMs.length === 3);
    expect(fake.timersMs[0]).to.equal(1000);
    expect(fake.requests).to.have.length(1);
    fake.advance(1000);
    const post = await fake.request(2);
    const body = (await post.request.clone().json()) as { proof: { solution: object } };
    expect(body.proof.solution).to.have.property('counter', 5);
    post.answer({ outcome: 'counted', reportCount: 1 }, { status: 202 });
    expect(await sending).to.deep.equal({ outcome: 'counted', reportCount: 1 });
  });

  it('is asked for by the report itself when there is none, and a refusal reaches the visitor', async () => {
    const send = createReportSender({
      platform: fake.platform,
      office,
      isOnline: () => true,
      retryDelayMs: () => 0,
    });
    const sending = send(FEED_URL, 'messages');
    (await fake.request(1)).loseConnection();
    (await fake.request(2)).answer({}, { status: 403 });
    expect(await sending).to.deep.equal({ outcome: 'refused', retryAfterMs: undefined });
    expect(fake.requests).to.have.length(2);
  });
});
