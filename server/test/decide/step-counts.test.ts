import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RecentReports } from '../../src/decide/recent-reports.js';
import { homeTest, InstantStepCounts, StoredStepCounts } from '../../src/decide/step-counts.js';
import type { StepCount } from '../../src/decide/step-counts.js';
import { Steps } from '../../src/decide/steps.js';
import { MINUTE_MS } from '../../src/lib/clock.js';
import { openStore } from '../../src/store/open-store.js';
import { makeService } from '../helpers/test-catalog.js';
import { makeFolder } from '../helpers/test-server.js';

const START_MS = Date.UTC(2026, 10, 22, 9);
const BLOG = 'https://blog.example';
const FORUM = 'https://forum.example';
const service = makeService();
const isHome = homeTest([]);

/** One visitor each: in which step, from where, what fails; `null`: it works again. */
type Saying = readonly [step: number, origin: string, category: string | null];

const times = (count: number, saying: Saying): Saying[] =>
  Array.from({ length: count }, () => saying);

/** Reads the same sayings from the store, in steps of a minute, and from memory, in steps of a second. */
const readers: [
  name: string,
  read: (
    test: { after(run: () => void): void } & Parameters<typeof makeFolder>[0],
    said: readonly Saying[],
    fromStep: number,
    toStep: number,
  ) => Promise<Map<number, StepCount>>,
][] = [
  [
    'of whole minutes, from the store',
    async (t, said, fromStep, toStep) => {
      const steps = new Steps(60);
      const first = steps.at(START_MS);
      const store = await openStore({ dataDir: await makeFolder(t) });
      t.after(() => void store.close());
      const reports = said.map(([step, origin, category], index) => ({
        serviceId: service.id,
        category,
        origin,
        idempotencyKey: `key-${index}`,
        visitorHashes: [`visitor-${index}`] as const,
        receivedAtMs: START_MS + step * MINUTE_MS + 30_000,
      }));
      await store.reports.addReports(reports, 1);
      const counts = new StoredStepCounts(store.decisions, steps, isHome);
      const read = await counts.read(service, first + fromStep, first + toStep);
      return new Map([...read].map(([step, count]) => [step - first, count]));
    },
  ],
  [
    'of seconds, from memory',
    async (_, said, fromStep, toStep) => {
      const steps = new Steps(1);
      const first = steps.at(START_MS);
      let nowMs = START_MS;
      const recent = new RecentReports(() => nowMs);
      for (const [index, [step, origin, category]] of said.entries()) {
        nowMs = START_MS + step * 1000 + 500;
        recent.add(service.id, `key-${index}`, category, origin);
      }
      const counts = new InstantStepCounts(recent, steps, isHome);
      const read = await counts.read(service, first + fromStep, first + toStep);
      return new Map([...read].map(([step, count]) => [step - first, count]));
    },
  ],
];

for (const [name, read] of readers) {
  describe(`step counts ${name}`, () => {
    test('hold reports by category, and votes beside them', async (t) => {
      const said: Saying[] = [
        [0, '', 'messages'],
        [0, '', 'app'],
        [0, '', null],
        [1, '', 'app'],
      ];
      assert.deepEqual(
        await read(t, said, 0, 2),
        new Map<number, StepCount>([
          [0, { counts: [1, 0, 0, 1], reports: 2, recovered: 1 }],
          [1, { counts: [0, 0, 0, 1], reports: 1 }],
        ]),
      );
    });

    test('have a step with votes alone, and none without anything', async (t) => {
      const counts = await read(t, times(3, [1, '', null]), 0, 3);
      assert.deepEqual(counts, new Map([[1, { counts: [0, 0, 0, 0], reports: 0, recovered: 3 }]]));
    });

    test('leave out the steps outside the range', async (t) => {
      const said: Saying[] = [0, 1, 2].flatMap((step) => times(2, [step, '', null]));
      assert.deepEqual([...(await read(t, said, 1, 2)).keys()], [1]);
    });

    test('count the votes of the largest foreign site no more than all others together', async (t) => {
      const said = [...times(9, [1, BLOG, null]), ...times(2, [1, FORUM, null])];
      assert.equal((await read(t, said, 0, 2)).get(1)?.recovered, 4);
    });

    test('count no votes of a foreign site alone', async (t) => {
      const step = (await read(t, times(50, [1, BLOG, null]), 0, 2)).get(1);
      assert.deepEqual(step, { counts: [0, 0, 0, 0], reports: 0 });
    });

    test('take the sites of votes from the twenty steps up to them', async (t) => {
      const said = [
        ...times(6, [0, '', null]),
        ...times(6, [19, BLOG, null]),
        ...times(6, [39, BLOG, null]),
      ];
      const counts = await read(t, said, 10, 40);
      assert.equal(counts.get(19)?.recovered, 6);
      assert.equal(counts.get(39)?.recovered, undefined);
    });

    test('limit reports by the sites of reports, and votes by those of votes', async (t) => {
      const said = [...times(4, [0, BLOG, 'app']), ...times(4, [0, '', null])];
      assert.deepEqual((await read(t, said, 0, 1)).get(0), {
        counts: [0, 0, 0, 0],
        reports: 4,
        recovered: 4,
      });
    });
  });
}
