import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { parseFeed, type Feed } from 'outage-status/feed';
import { isProblem } from 'outage-status/model';
import { fetchProof, Flood, readOutcomes, sendRaw } from '../helpers/solve-proof.js';
import { startServer, waitFor, type TestServer } from '../helpers/test-server.js';

/** Three rounds of decisions of the test server. */
const SETTLED_MS = 400;

const readFeed = async (url: string): Promise<Feed> =>
  parseFeed(await (await fetch(`${url}/v1/services/kik/status.json`)).json());

/** The feed once everything that was sent has been decided on. */
async function readSettled(url: string): Promise<Feed> {
  await new Promise((resolve) => setTimeout(resolve, 1000 + SETTLED_MS));
  return readFeed(url);
}

/** The limit on tries out of the way, so that what is behind it is seen to hold. */
const startOpen = (t: TestContext): Promise<TestServer> =>
  startServer(t, { REPORTS_PER_MINUTE: '100000' });

/** An address for each number, each in another /56 of one /48. */
const inOneNetwork = (index: number): string =>
  `2001:db8:1:${(index % 65_536).toString(16)}::${(index >> 16) + 1}`;

const onTheStreet = (index: number): string => `198.51.${100 + (index >> 8)}.${index & 255}`;

/**
 * Asserts that one site has used up its thirty places, and nothing more. Reports that are being written while the server
 * reads the counts anew, once a second, are counted twice until the next time: some of the thirty are refused then.
 *
 * @returns How many counted.
 */
const assertSiteFull = async (url: string, sentCount: number): Promise<number> => {
  const { counted = 0, site_full: refused = 0, ...others } = await readOutcomes(url);
  assert.ok(counted <= 30 && counted >= 15, `${counted} counted`);
  assert.equal(counted + refused, sentCount);
  assert.deepEqual(others, {});
  return counted;
};

const isCalm = ({ status }: Feed): boolean => !isProblem(status);

describe('an attack', () => {
  test('counts 10,000 reports from one address as one visitor, and reads few of them', async (t) => {
    const { url } = await startServer(t);
    const answers = await new Flood(url).send(10_000, () => ({ address: '203.0.113.9' }));
    const refused = answers.get('429') ?? 0;
    // The limit is by the minute, and two minutes may have begun.
    assert.ok(refused >= 9960 && refused <= 9980, JSON.stringify([...answers]));
    assert.equal(answers.get('202 counted'), 1);
    assert.equal(answers.get('202 already_reported'), 10_000 - refused - 1);
    const feed = await readSettled(url);
    assert.equal(feed.community?.reportCount, 1);
    assert.ok(isCalm(feed));
  });

  test('counts 10,000 addresses of one /48 as eight visitors', async (t) => {
    const { url } = await startOpen(t);
    const answers = await new Flood(url).send(10_000, (index) => ({
      address: inOneNetwork(index),
    }));
    assert.deepEqual([...answers], [['202 counted', 10_000]]);
    assert.deepEqual(await readOutcomes(url), { counted: 8, network_full: 9992 });
    const feed = await readSettled(url);
    assert.equal(feed.community?.reportCount, 8);
    assert.ok(isCalm(feed), feed.status);
  });

  test('makes no outage of 1,000 visitors of one page, nor with its own frames or under many names', async (t) => {
    const { url } = await startOpen(t);
    const origins = ['https://evil.example', 'https://www.evil.example', 'null'];
    await new Flood(url).send(1000, (index) => ({
      address: onTheStreet(index),
      origin: origins[index % origins.length] ?? '',
    }));
    const outcomes = await readOutcomes(url);
    assert.ok((outcomes['site_full'] ?? 0) > 800, JSON.stringify(outcomes));
    assert.ok(isCalm(await readSettled(url)));
  });

  test('silences no other page by frames without a site, and the outage on these pages is still found', async (t) => {
    const { url } = await startOpen(t);
    await new Flood(url).send(200, (index) => ({ address: onTheStreet(index), origin: 'null' }));
    const ofFrames = await assertSiteFull(url, 200);
    await new Flood(url).send(64, (index) => ({
      address: onTheStreet(1000 + index),
      origin: `https://page-${index % 16}.example`,
    }));
    assert.equal((await readOutcomes(url))['counted'], ofFrames + 64);
    await waitFor('a problem', async () => {
      const read = await readFeed(url);
      return isCalm(read) ? undefined : read;
    });
  });

  test('counts pages on a thousand addresses of one network as one site', async (t) => {
    const { url } = await startOpen(t);
    await new Flood(url).send(300, (index) => ({
      address: onTheStreet(index),
      origin: `http://[2001:db8::${(index + 1).toString(16)}]:8080`,
    }));
    await assertSiteFull(url, 300);
    assert.ok(isCalm(await readSettled(url)));
  });

  test('stays foreign when its own host name leads to this server', async (t) => {
    const { url } = await startServer(t, {
      REPORTS_PER_MINUTE: '100000',
      PUBLIC_URL: 'https://status.example',
    });
    await new Flood(url).send(200, (index) => ({
      address: onTheStreet(index),
      origin: 'http://evil.example',
      host: 'evil.example',
    }));
    await assertSiteFull(url, 200);
    assert.ok(isCalm(await readSettled(url)));
  });

  test('hides no genuine outage, and loses no genuine report', async (t) => {
    const { url } = await startServer(t, {
      PROOF_OF_WORK: 'light',
      REPORTS_PER_MINUTE: '100000',
    });
    const genuine = 40;
    const proofs = await Promise.all(
      Array.from({ length: genuine }, (_, index) => fetchProof(url, onTheStreet(index))),
    );
    const stolen = await fetchProof(url, '192.0.2.1');
    const forged = { ...stolen, solution: { counter: 1, derivedKey: '0'.repeat(64) } };
    await new Promise((resolve) => setTimeout(resolve, 1100));
    assert.ok(isCalm(await readFeed(url)));
    const flood = new Flood(url).send(3000, (index) => ({
      address: onTheStreet(index),
      proof: index % 2 === 0 ? stolen : forged,
    }));
    const answers = await Promise.all(
      proofs.map((proof, index) =>
        sendRaw(url, { address: onTheStreet(index), proof, category: 'login' }),
      ),
    );
    await flood;
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [202]);
    const { counted, foreign = 0, forged: refused = 0 } = await readOutcomes(url);
    assert.equal(counted, genuine);
    assert.equal(foreign + refused, 3000);
    const feed = await waitFor('a problem', async () => {
      const read = await readFeed(url);
      return isCalm(read) ? undefined : read;
    });
    assert.equal(feed.community?.reportCount, genuine);
    const login = feed.community?.categories.find(({ id }) => id === 'login');
    assert.equal(login?.reportCount, genuine);
  });

  test('changes nothing with forged and stolen proofs alone', async (t) => {
    const { url } = await startServer(t, {
      PROOF_OF_WORK: 'light',
      REPORTS_PER_MINUTE: '100000',
    });
    const stolen = await fetchProof(url, '192.0.2.1');
    await new Flood(url).send(2000, (index) => ({ address: onTheStreet(index), proof: stolen }));
    const feed = await readSettled(url);
    assert.equal(feed.community?.reportCount, 0);
    assert.ok(isCalm(feed));
  });
});

describe('an address that strangers may share', () => {
  test('counts once an hour, three times in six hours', async (t) => {
    let nowMs = Date.UTC(2026, 10, 22, 9);
    const { report } = await startServer(t, {}, { now: () => nowMs });
    const outcomes: string[] = [];
    for (const minutes of [0, 59, 1, 60, 60, 60, 120]) {
      nowMs += minutes * 60_000;
      const answer = (await (await report(1)).json()) as { outcome: string };
      outcomes.push(answer.outcome);
    }
    const [counted, already] = ['counted', 'already_reported'];
    assert.deepEqual(outcomes, [counted, already, counted, counted, already, already, counted]);
  });
});

describe('a household with IPv6', () => {
  test('counts once per /64, and four times per /56', async (t) => {
    const { url } = await startOpen(t);
    for (const host of ['1', '2', 'ffff']) await sendRaw(url, { address: `2001:db8:7::${host}` });
    assert.deepEqual(await readOutcomes(url), { counted: 1, already_reported: 2 });
    for (let subnet = 1; subnet < 8; subnet += 1) {
      await sendRaw(url, { address: `2001:db8:7:${subnet}::1` });
    }
    assert.deepEqual(await readOutcomes(url), { counted: 4, already_reported: 2, network_full: 4 });
    await sendRaw(url, { address: '2001:db8:7:100::1' });
    assert.equal((await readOutcomes(url))['counted'], 5);
  });
});
