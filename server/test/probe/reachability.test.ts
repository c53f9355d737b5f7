import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CatalogCheck } from '../../src/catalog/load-catalog.js';
import type { CheckState, CheckStatus } from '../../src/probe/check-state.js';
import { probeStatus, readReachability } from '../../src/probe/reachability.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const MINUTE_MS = 60_000;

const stateOf = (status: CheckStatus, changes: Partial<CheckState> = {}): CheckState => ({
  status,
  sinceMs: NOW_MS - 10 * MINUTE_MS,
  checkedAtMs: NOW_MS - MINUTE_MS,
  failure: status === 'unreachable' ? 'timeout' : null,
  row: { kind: 'answered', count: 1, fromMs: NOW_MS },
  wasDown: false,
  durations: { newest: [80, 300, 120], block: [], blockIndex: 0, past: [] },
  ...changes,
});

/** Checks with the statuses given, each at an address of its own; `!` marks one that is the service. */
const judge = (
  ...marked: readonly string[]
): [url: string | undefined, status: string | undefined, own: string] => {
  const checks = marked.map((text, index): CatalogCheck => ({
    url: `https://${index}.example/`,
    expect: { status: { from: 200, to: 399 } },
    isTheService: text.startsWith('!'),
  }));
  const stored = Object.fromEntries(
    marked.map((text, index) => [
      `https://${index}.example/`,
      stateOf(text.replace('!', '') as CheckStatus),
    ]),
  );
  const said = readReachability(checks, stored, NOW_MS);
  return [said?.url, said?.status, probeStatus(checks, stored, NOW_MS)];
};

const CHECK: CatalogCheck = {
  url: 'https://kik.com/',
  expect: { status: { from: 200, to: 399 } },
  isTheService: true,
};

describe('the reachability of a service', () => {
  test('is that of the worst check', () => {
    assert.deepEqual(judge('reachable', 'slow', 'reachable'), [
      'https://1.example/',
      'slow',
      'unknown',
    ]);
    assert.deepEqual(judge('slow', 'unreachable'), [
      'https://1.example/',
      'unreachable',
      'unknown',
    ]);
    assert.deepEqual(judge('reachable', 'reachable'), [
      'https://0.example/',
      'reachable',
      'unknown',
    ]);
  });

  test('is that of a check that says something, if there is one', () => {
    assert.deepEqual(judge('unknown', 'reachable'), ['https://1.example/', 'reachable', 'unknown']);
    assert.deepEqual(judge('!unknown', 'slow'), ['https://1.example/', 'slow', 'unknown']);
    assert.deepEqual(judge('unknown', 'unknown'), ['https://0.example/', 'unknown', 'unknown']);
  });

  test('is that of the service itself before that of its website', () => {
    assert.deepEqual(judge('unreachable', '!reachable'), [
      'https://1.example/',
      'reachable',
      'unknown',
    ]);
    assert.deepEqual(judge('reachable', '!slow', '!reachable'), [
      'https://1.example/',
      'slow',
      'unknown',
    ]);
  });

  test('makes an outage where the service itself is unreachable, and nowhere else', () => {
    assert.deepEqual(judge('reachable', '!unreachable'), [
      'https://1.example/',
      'unreachable',
      'major_outage',
    ]);
    assert.equal(judge('!slow')[2], 'unknown');
    assert.equal(judge('unreachable')[2], 'unknown');
  });

  test('has the median of the newest answers while there are answers', () => {
    const said = (status: CheckStatus) =>
      readReachability([CHECK], { [CHECK.url]: stateOf(status) }, NOW_MS)?.medianMs;
    assert.deepEqual(
      [said('reachable'), said('slow'), said('unreachable'), said('unknown')],
      [120, 120, null, null],
    );
  });

  test('is unknown five minutes after the newest check, and makes no outage then', () => {
    const stored = { [CHECK.url]: stateOf('unreachable', { checkedAtMs: NOW_MS - 5 * MINUTE_MS }) };
    assert.equal(readReachability([CHECK], stored, NOW_MS)?.status, 'unreachable');
    assert.equal(probeStatus([CHECK], stored, NOW_MS), 'major_outage');
    assert.deepEqual(readReachability([CHECK], stored, NOW_MS + 1), {
      status: 'unknown',
      checkedAt: '2026-11-22T08:55:00Z',
      since: null,
      medianMs: null,
      url: 'https://kik.com/',
    });
    assert.equal(probeStatus([CHECK], stored, NOW_MS + 1), 'unknown');
  });

  test('is missing for a service without checks, and before the first answer', () => {
    assert.equal(readReachability([], { [CHECK.url]: stateOf('reachable') }, NOW_MS), undefined);
    assert.equal(readReachability([CHECK], undefined, NOW_MS), undefined);
    assert.equal(readReachability([CHECK], {}, NOW_MS), undefined);
  });
});
