import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import type { NewReport, StoredOutcome } from '../../src/reports/new-report.js';
import type { Store } from '../../src/store/store-of.js';
import {
  addAll,
  countAll,
  HOUR_START_MS,
  reportOf,
  withStore,
  withStores,
  type MakePlace,
} from './store-place.js';

const WINDOW_MS = 6 * HOUR_MS;
const ALWAYS = [0, HOUR_START_MS + 30 * DAY_MS] as const;

const voteOf = (name: string, fields: Partial<NewReport> = {}): NewReport =>
  reportOf(name, { category: null, ...fields });

/** Reports and votes of one visitor, one after the other: `['report', 0]` is a report in minute 0. */
async function say(
  store: Store,
  said: readonly (readonly [what: 'report' | 'vote', minute: number])[],
): Promise<StoredOutcome[]> {
  const outcomes: StoredOutcome[] = [];
  for (const [index, [what, minute]] of said.entries()) {
    const report = reportOf(`${index}`, {
      visitorHashes: ['ann-today', 'ann-yesterday'],
      receivedAtMs: HOUR_START_MS + minute * MINUTE_MS,
      ...(what === 'vote' ? { category: null } : {}),
    });
    outcomes.push(...(await addAll(store, [report], WINDOW_MS)));
  }
  return outcomes;
}

/** Votes are counted once a visitor, apart from reports, and views by the minute. */
export function describeVotes(makePlace: MakePlace): void {
  test('votes are counted by minute and site, and by no count of reports', () =>
    withStore(makePlace, async (store) => {
      const votes = [
        voteOf('ann'),
        voteOf('bob', { receivedAtMs: HOUR_START_MS + 59_999 }),
        voteOf('cem', { origin: '' }),
        voteOf('dan', { receivedAtMs: HOUR_START_MS + MINUTE_MS }),
        voteOf('eve', { serviceId: 'discord' }),
      ];
      const outcomes = await addAll(store, [...votes, reportOf('fay')], WINDOW_MS);
      assert.ok(outcomes.every((outcome) => outcome === 'counted'));
      assert.equal(
        await store.decisions.countVotes('kik', HOUR_START_MS, HOUR_START_MS + MINUTE_MS),
        3,
      );
      assert.equal(await store.decisions.countVotes('kik', ...ALWAYS), 4);
      assert.equal(await store.decisions.countVotes('nobody', ...ALWAYS), 0);
      const byMinute = await store.decisions.countVotesByMinute('kik', ...ALWAYS);
      assert.deepEqual(
        byMinute
          .map(({ atMs, origin, count }) => `${atMs - HOUR_START_MS} ${origin} ${count}`)
          .sort(),
        ['0  1', '0 https://blog.example 2', '60000 https://blog.example 1'],
      );

      assert.equal(await countAll(store), 1);
      assert.deepEqual(
        [...(await store.reports.countByCategory('kik', ...ALWAYS))],
        [['messages', 1]],
      );
      assert.equal((await store.decisions.countByMinute('kik', ...ALWAYS)).length, 1);
      assert.deepEqual([...(await store.reports.countByOrigin('kik', ...ALWAYS)).values()], [1]);
      assert.deepEqual(
        (await store.decisions.countByHour('kik', ...ALWAYS)).map(({ count }) => count),
        [1],
      );
      assert.deepEqual(
        await store.history.countBySteps('kik', HOUR_START_MS, MINUTE_MS, 2),
        [1, 0],
      );
      assert.deepEqual(await store.decisions.activeServices(0), ['kik']);
    }));

  test('a vote sent again gets its first answer, also beside reports in one batch', () =>
    withStore(makePlace, async (store) => {
      const batch = [voteOf('ann'), reportOf('bob'), voteOf('ann')];
      const expected = ['counted', 'counted', 'counted'];
      assert.deepEqual(await addAll(store, batch, WINDOW_MS), expected);
      assert.deepEqual(await addAll(store, batch, WINDOW_MS), expected);
      assert.equal(await store.decisions.countVotes('kik', ...ALWAYS), 1);
      assert.equal(await countAll(store), 1);
    }));

  const turns: [what: string, said: (readonly ['report' | 'vote', number, StoredOutcome])[]][] = [
    [
      'a vote counts right after a report, and a second one does not',
      [
        ['report', 0, 'counted'],
        ['vote', 1, 'counted'],
        ['vote', 2, 'already_reported'],
      ],
    ],
    [
      'a vote stands for its window when nothing else is said',
      [
        ['vote', 0, 'counted'],
        ['vote', 359, 'already_reported'],
        ['vote', 360, 'counted'],
      ],
    ],
    [
      'a visitor who sees it fail again after a vote counts again',
      [
        ['report', 0, 'counted'],
        ['vote', 70, 'counted'],
        ['report', 75, 'counted'],
        ['report', 80, 'already_reported'],
        ['report', 200, 'already_reported'],
      ],
    ],
    [
      'a visitor who presses both in turn counts once an hour with each',
      [
        ['report', 0, 'counted'],
        ['vote', 1, 'counted'],
        ['report', 2, 'already_reported'],
        ['vote', 3, 'already_reported'],
        ['report', 59, 'already_reported'],
        ['report', 60, 'counted'],
        ['vote', 60.5, 'already_reported'],
        ['vote', 61, 'counted'],
        ['report', 62, 'already_reported'],
      ],
    ],
    [
      'a refused vote is not a turn',
      [
        ['vote', 0, 'counted'],
        ['report', 10, 'counted'],
        ['vote', 20, 'already_reported'],
        ['report', 80, 'already_reported'],
      ],
    ],
  ];

  for (const [what, said] of turns) {
    test(what, () =>
      withStore(makePlace, async (store) => {
        const outcomes = await say(
          store,
          said.map(([kind, minute]) => [kind, minute]),
        );
        assert.deepEqual(
          outcomes,
          said.map(([, , outcome]) => outcome),
        );
      }),
    );
  }

  test('a visitor who turns is recognised across midnight by the hash of the day before', () =>
    withStore(makePlace, async (store) => {
      const at = (
        name: string,
        minute: number,
        hashes: [string, string],
        category: string | null,
      ) =>
        addAll(
          store,
          [
            reportOf(name, {
              category,
              visitorHashes: hashes,
              receivedAtMs: HOUR_START_MS + minute * MINUTE_MS,
            }),
          ],
          WINDOW_MS,
        );
      assert.deepEqual(await at('a', 0, ['sunday', 'saturday'], 'app'), ['counted']);
      assert.deepEqual(await at('b', 30, ['sunday', 'saturday'], null), ['counted']);
      assert.deepEqual(await at('c', 50, ['monday', 'sunday'], 'app'), ['already_reported']);
      assert.deepEqual(await at('d', 70, ['monday', 'sunday'], 'app'), ['counted']);
      assert.deepEqual(await at('e', 80, ['monday', 'sunday'], null), ['already_reported']);
      assert.deepEqual(await at('f', 91, ['monday', 'sunday'], null), ['counted']);
    }));

  test('a window shorter than an hour stays as short for visitors who turn', () =>
    withStore(makePlace, async (store) => {
      const visitorHashes = ['ann'] as const;
      const at = (name: string, seconds: number, category: string | null) =>
        addAll(
          store,
          [
            reportOf(name, {
              category,
              visitorHashes,
              receivedAtMs: HOUR_START_MS + seconds * 1000,
            }),
          ],
          10_000,
        );
      assert.deepEqual(await at('a', 0, 'app'), ['counted']);
      assert.deepEqual(await at('b', 1, null), ['counted']);
      assert.deepEqual(await at('c', 9, 'app'), ['already_reported']);
      assert.deepEqual(await at('d', 10, 'app'), ['counted']);
    }));

  test('one batch counts one report and one vote of a visitor', () =>
    withStore(makePlace, async (store) => {
      const visitorHashes = ['ann'] as const;
      const outcomes = await addAll(
        store,
        [
          voteOf('a', { visitorHashes }),
          reportOf('b', { visitorHashes }),
          voteOf('c', { visitorHashes }),
          reportOf('d', { visitorHashes }),
        ],
        WINDOW_MS,
      );
      assert.deepEqual(outcomes, ['counted', 'counted', 'already_reported', 'already_reported']);
    }));

  test('two processes racing for the votes of the same visitors count each once', () =>
    withStores(makePlace, 2, async (stores) => {
      const visitors = Array.from({ length: 30 }, (_, index) => `v${index}`);
      const batchOf = (name: string, order: readonly string[]): NewReport[] =>
        order.map((visitor) => voteOf(`${name}-${visitor}`, { visitorHashes: [visitor] }));
      await Promise.all(
        stores.flatMap((store, index) => [
          addAll(store, batchOf(`${index}-up`, visitors), WINDOW_MS),
          addAll(store, batchOf(`${index}-down`, visitors.toReversed()), WINDOW_MS),
        ]),
      );
      assert.equal(
        await (stores[0] as Store).decisions.countVotes('kik', ...ALWAYS),
        visitors.length,
      );
    }));

  test('purge forgets votes after 48 hours and views after 8 days', () =>
    withStore(makePlace, async (store) => {
      for (const [name, ageMs] of [
        ['old', 2 * DAY_MS + MINUTE_MS],
        ['kept', 2 * DAY_MS],
      ] as const) {
        const receivedAtMs = HOUR_START_MS - ageMs;
        await addAll(store, [voteOf(name, { receivedAtMs })], WINDOW_MS);
      }
      await store.views.addViews(
        [8 * DAY_MS + MINUTE_MS, 8 * DAY_MS, 0].map((ageMs, index) => ({
          serviceId: 'kik',
          atMs: HOUR_START_MS - ageMs,
          count: 10 ** index,
        })),
      );
      await store.purge(HOUR_START_MS, 30);
      assert.equal(await store.decisions.countVotes('kik', ...ALWAYS), 1);
      assert.equal(await store.views.countViews('kik', ...ALWAYS), 110);
    }));
}
