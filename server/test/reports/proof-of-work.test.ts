import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer, type TestServer } from '../helpers/test-server.js';
import {
  fetchProof,
  readOutcomes,
  sendRaw,
  solve,
  type TestProof,
} from '../helpers/solve-proof.js';

const START_MS = Date.UTC(2026, 10, 22, 9);
const ANN = '203.0.113.1';
const BOB = '203.0.113.2';

interface Clock {
  nowMs: number;
}

/** A server that asks for little work, and a clock in the test's hand. */
async function startProven(
  t: TestContext,
  environment: Record<string, string> = {},
): Promise<TestServer & { clock: Clock }> {
  const clock = { nowMs: START_MS };
  const server = await startServer(
    t,
    { PROOF_OF_WORK: 'light', REPORTS_PER_MINUTE: '1000', ...environment },
    {
      now: () => clock.nowMs,
      catalog: makeCatalog(makeService(), makeService({ id: 'discord', name: 'Discord' })),
    },
  );
  return { ...server, clock };
}

/** Asks, solves, and lets so much time pass as a person needs to choose. */
async function prove(server: { url: string; clock: Clock }, address: string): Promise<TestProof> {
  const proof = await fetchProof(server.url, address);
  server.clock.nowMs += 1000;
  return proof;
}

const answerOf = async (response: Response): Promise<unknown> => {
  assert.equal(response.status, 202);
  return response.json();
};

describe('a challenge', () => {
  test('is signed, for one service and address, good for five minutes, and not stored', async (t) => {
    const { url } = await startProven(t);
    const response = await fetch(`${url}/v1/services/kik/challenge`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const { parameters, signature } = (await response.json()) as TestProof['challenge'];
    assert.match(signature ?? '', /^[0-9a-f]{64}$/);
    assert.equal(parameters.algorithm, 'PBKDF2/SHA-256');
    const { sender, ...data } = parameters.data ?? {};
    assert.match(String(sender), /^[\w-]{16}$/);
    assert.deepEqual(data, {
      service: 'kik',
      issuedAtMs: START_MS,
      opensAtMs: START_MS + 1000,
      expiresAtMs: START_MS + 300_000,
    });
    assert.equal((await fetch(`${url}/v1/services/nobody/challenge`)).status, 404);
  });

  test('is not given to a link, a picture or a frame', async (t) => {
    const { url } = await startProven(t);
    for (const headers of [
      { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
      { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
      { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'script' },
    ]) {
      // Not by fetch(), which sets these headers itself.
      const status = await requestStatus(`${url}/v1/services/kik/challenge`, 'GET', headers);
      assert.equal(status, 400, JSON.stringify(headers));
    }
    const form = { 'Sec-Fetch-Mode': 'navigate', 'Content-Type': 'application/json' };
    assert.equal(await requestStatus(`${url}/v1/services/kik/reports`, 'POST', form), 400);
  });

  test('is limited per minute, and costs more from the tenth on', async (t) => {
    const { url } = await startProven(t, { REPORTS_PER_MINUTE: '20' });
    const statuses: number[] = [];
    const counters: number[] = [];
    for (let index = 0; index < 41; index += 1) {
      const response = await fetch(`${url}/v1/services/kik/challenge`);
      statuses.push(response.status);
      if (response.status !== 200) continue;
      const { solution } = await solve((await response.json()) as TestProof['challenge']);
      counters.push(solution.counter);
    }
    assert.deepEqual(statuses.slice(38), [200, 200, 429]);
    assert.ok(Math.max(...counters.slice(0, 9)) <= 8, String(counters));
    assert.ok(Math.min(...counters.slice(30)) >= 32, String(counters));
    assert.ok(Math.max(...counters) <= 64, String(counters));
  });

  test('is not needed where the operator turns it off, and the feed says so', async (t) => {
    const { url } = await startServer(t, { PROOF_OF_WORK: 'off' });
    assert.equal((await fetch(`${url}/v1/services/kik/challenge`)).status, 204);
    const feed = (await (await fetch(`${url}/v1/services/kik/status.json`)).json()) as {
      community: { reports?: string };
    };
    assert.equal(feed.community.reports, 'open');
    assert.equal((await sendRaw(url, { address: ANN })).status, 202);
  });
});

describe('a report with its proof', () => {
  test('is counted', async (t) => {
    const server = await startProven(t);
    const proof = await prove(server, ANN);
    const answer = await answerOf(await sendRaw(server.url, { address: ANN, proof }));
    assert.deepEqual(answer, { outcome: 'counted', reportCount: 1 });
    assert.deepEqual(await readOutcomes(server.url), { counted: 1 });
  });

  test("is counted by a process whose clock is half a second behind the issuer's", async (t) => {
    const server = await startProven(t);
    const good = await prove(server, ANN);
    server.clock.nowMs -= 500;
    await sendRaw(server.url, { address: ANN, proof: good });
    assert.deepEqual(await readOutcomes(server.url), { counted: 1 });
    const early = await prove(server, BOB);
    server.clock.nowMs -= 501;
    await sendRaw(server.url, { address: BOB, proof: early });
    assert.deepEqual(await readOutcomes(server.url), { counted: 1, early: 1 });
  });

  test('gets its first answer when it is sent again with the same key and proof, even when the proof has expired', async (t) => {
    const server = await startProven(t);
    const report = { address: ANN, key: 'same-key', proof: await prove(server, ANN) };
    const first = await answerOf(await sendRaw(server.url, report));
    server.clock.nowMs += 600_000;
    assert.deepEqual(await answerOf(await sendRaw(server.url, report)), first);
    const renewed = { ...report, proof: await prove(server, ANN) };
    assert.deepEqual(await answerOf(await sendRaw(server.url, renewed)), first);
    assert.deepEqual(await readOutcomes(server.url), { counted: 3 });
  });

  test('is refused in a clear sentence when the proof is missing or malformed', async (t) => {
    const { url } = await startProven(t);
    for (const proof of [undefined, null, 5, 'x', [], {}, { challenge: {}, solution: {} }]) {
      const response = await sendRaw(url, { address: ANN, proof });
      assert.equal(response.status, 400, JSON.stringify(proof));
      const { error } = (await response.json()) as { error: { path: string; message: string } };
      assert.equal(error.path, 'proof');
      assert.match(error.message, /challenge/);
    }
  });
});

describe('an invalid proof', () => {
  const kinds: [
    outcome: string,
    spoil: (server: TestServer & { clock: Clock }) => Promise<unknown>,
  ][] = [
    ['early', (server) => fetchProof(server.url, ANN)],
    [
      'expired',
      async (server) => {
        const proof = await prove(server, ANN);
        server.clock.nowMs += 299_000;
        return proof;
      },
    ],
    [
      'expired',
      async (server) => {
        const proof = await prove(server, ANN);
        server.clock.nowMs += 3 * 86_400_000;
        return proof;
      },
    ],
    ['foreign', (server) => prove(server, BOB)],
    [
      'foreign',
      async (server) => {
        const proof = await fetchProof(server.url, ANN, 'discord');
        server.clock.nowMs += 1000;
        return proof;
      },
    ],
    [
      'replayed',
      async (server) => {
        const proof = await prove(server, ANN);
        await sendRaw(server.url, { address: ANN, proof, key: 'the-first' });
        return proof;
      },
    ],
    [
      'forged',
      async (server) => {
        const { challenge, solution } = await prove(server, ANN);
        return { challenge, solution: { ...solution, derivedKey: '0'.repeat(64) } };
      },
    ],
    [
      'forged',
      async (server) => {
        const { challenge, solution } = await prove(server, ANN);
        const parameters = {
          ...challenge.parameters,
          data: { ...challenge.parameters.data, expiresAtMs: START_MS + 86_400_000 },
        };
        return { challenge: { ...challenge, parameters }, solution };
      },
    ],
    [
      'forged',
      async (server) => {
        const { challenge, solution } = await prove(server, ANN);
        return { challenge: { ...challenge, signature: 'f'.repeat(64) }, solution };
      },
    ],
    [
      'forged',
      async (server) => {
        const { challenge, solution } = await prove(server, ANN);
        const parameters = {
          ...challenge.parameters,
          data: { ...challenge.parameters.data, issuedAtMs: server.clock.nowMs + 40_000_000 },
        };
        return { challenge: { ...challenge, parameters }, solution };
      },
    ],
  ];
  for (const [index, [outcome, spoil]] of kinds.entries()) {
    test(`is answered like a valid one every time, and never counted (${outcome}, case ${index + 1})`, async (t) => {
      const honest = await startProven(t);
      const attacked = await startProven(t);
      const proof = await spoil(attacked);
      // The same steps on both, as far as an attacker can see.
      if (outcome === 'replayed') {
        const first = await prove(honest, ANN);
        await sendRaw(honest.url, { address: ANN, proof: first, key: 'the-first' });
      }
      const answers = { honest: [] as unknown[], attacked: [] as unknown[] };
      for (const key of ['report-1', 'report-1', 'report-2']) {
        const good = await prove(honest, ANN);
        const byHonest = await sendRaw(honest.url, { address: ANN, key, proof: good });
        const byAttacker = await sendRaw(attacked.url, { address: ANN, key, proof });
        answers.honest.push(withoutMoment(await answerOf(byHonest)));
        answers.attacked.push(withoutMoment(await answerOf(byAttacker)));
        assert.deepEqual(namesOf(byAttacker), namesOf(byHonest));
      }
      assert.deepEqual(
        answers.attacked.map((answer) => (answer as { outcome: string }).outcome),
        answers.honest.map((answer) => (answer as { outcome: string }).outcome),
      );
      const outcomes = await readOutcomes(attacked.url);
      assert.equal(outcomes['counted'] ?? 0, outcome === 'replayed' ? 1 : 0);
      assert.equal(outcomes[outcome], 3, JSON.stringify(outcomes));
    });
  }

  test('leaves free the count slot of the visitor whose address it came from', async (t) => {
    const server = await startProven(t);
    await sendRaw(server.url, { address: ANN, proof: await prove(server, BOB) });
    const proof = await prove(server, ANN);
    const answer = await answerOf(await sendRaw(server.url, { address: ANN, proof }));
    // It counts; the answer is the one that the sender of the first report has to expect.
    assert.equal((answer as { outcome: string }).outcome, 'already_reported');
    assert.deepEqual(await readOutcomes(server.url), { foreign: 1, counted: 1 });
  });

  test('cannot use up the proof it was made from', async (t) => {
    const server = await startProven(t);
    const { challenge, solution } = await prove(server, ANN);
    const spoiled = { challenge, solution: { ...solution, derivedKey: '0'.repeat(64) } };
    await sendRaw(server.url, { address: BOB, proof: spoiled });
    await sendRaw(server.url, { address: ANN, proof: { challenge, solution } });
    assert.deepEqual(await readOutcomes(server.url), { forged: 1, counted: 1 });
  });

  test('a proof sent three times at the same moment counts once', async (t) => {
    const server = await startProven(t);
    const proof = await prove(server, ANN);
    await Promise.all([1, 2, 3].map(() => sendRaw(server.url, { address: ANN, proof })));
    const outcomes = await readOutcomes(server.url);
    assert.deepEqual(outcomes, { counted: 1, replayed: 2 });
  });
});

const withoutMoment = (answer: unknown): unknown => {
  const { retryAfterSeconds, ...rest } = answer as { retryAfterSeconds?: number };
  return { ...rest, hasMoment: retryAfterSeconds !== undefined };
};

const namesOf = ({ headers }: Response): string[] => [...headers.keys()].toSorted();

async function requestStatus(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
