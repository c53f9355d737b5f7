import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Failure, Outcome } from '../../src/probe/outcome.js';
import { judgeRound } from '../../src/probe/own-network.js';

const failed = (failure: Failure): Outcome => ({ kind: 'failed', failure, detail: '' });
const answered: Outcome = { kind: 'answered', durationMs: 90 };
const isLocal = (url: string): boolean => url.startsWith('http://127.0.0.1');

/** The outcomes of a round after the judgement, from those of `https://a.example/`, `https://b.example/` and so on. */
const judge = (...outcomes: readonly Outcome[]): string[] =>
  judgeRound(
    outcomes.map((outcome, index) => ({
      url: `https://${String.fromCodePoint(97 + index)}.example/`,
      outcome,
    })),
    isLocal,
  ).map(({ outcome }) => ('failure' in outcome ? outcome.failure : outcome.kind));

describe('the judgement of a round', () => {
  test('believes failures while another host answers', () => {
    assert.deepEqual(judge(failed('timeout'), answered), ['timeout', 'answered']);
    assert.deepEqual(judge(failed('dns'), { kind: 'unclear', detail: '403' }), ['dns', 'unclear']);
    assert.deepEqual(judge(failed('dns'), failed('http')), ['dns', 'http']);
  });

  test('blames this server’s own network where no host answers over HTTP', () => {
    assert.deepEqual(judge(failed('dns'), failed('timeout')), ['offline', 'offline']);
    // One certificate for everything: something in between answers.
    assert.deepEqual(judge(failed('tls'), failed('tls'), failed('connect')), [
      'offline',
      'offline',
      'offline',
    ]);
  });

  test('believes of a single host a refusal, but no silence', () => {
    assert.deepEqual(judge(failed('connect')), ['connect']);
    assert.deepEqual(judge(failed('tls')), ['tls']);
    assert.deepEqual(judge(failed('dns')), ['offline']);
    assert.deepEqual(judge(failed('timeout')), ['offline']);
  });

  test('takes two addresses of one host for one host', () => {
    const results = ['https://a.example/', 'https://a.example/api'].map((url) => ({
      url,
      outcome: failed('connect'),
    }));
    assert.deepEqual(judgeRound(results, isLocal), results);
  });

  test('lets an address of this machine neither clear the network nor be blamed on it', () => {
    const local = { url: 'http://127.0.0.1:4780/', outcome: answered };
    const remote = [
      { url: 'https://a.example/', outcome: failed('timeout') },
      { url: 'https://b.example/', outcome: failed('timeout') },
    ];
    assert.deepEqual(
      judgeRound([local, ...remote], isLocal).map(({ outcome }) => outcome.kind),
      ['answered', 'offline', 'offline'],
    );
    const down = { ...local, outcome: failed('connect') };
    assert.deepEqual(judgeRound([down], isLocal), [down]);
  });

  test('keeps addresses and their order, and makes nothing worse', () => {
    const outcome = fc.constantFrom<Outcome>(
      answered,
      { kind: 'unclear', detail: '' },
      ...(['dns', 'connect', 'timeout', 'tls', 'http'] as const).map(failed),
    );
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 12 }), (outcomes) => {
        const before = outcomes.map((one, index) => ({
          url: `https://h${index}.example/`,
          outcome: one,
        }));
        const after = judgeRound(before, isLocal);
        assert.deepEqual(
          after.map(({ url }) => url),
          before.map(({ url }) => url),
        );
        for (const [index, result] of after.entries()) {
          assert.ok(
            result.outcome.kind === 'offline' ||
              result === before[index] ||
              result.outcome === before[index]?.outcome,
          );
        }
      }),
    );
  });
});
