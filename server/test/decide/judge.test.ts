import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { Detector } from '../../src/decide/detector/detector.js';
import { newState } from '../../src/decide/detector/state.js';
import { Judge } from '../../src/decide/judge.js';
import { homeTest, StoredStepCounts } from '../../src/decide/step-counts.js';
import { Steps } from '../../src/decide/steps.js';
import { DetectorLoader } from '../../src/decide/detector-loader.js';
import { createRandom, drawPoisson } from '../../src/demo/random.js';
import type { Store } from '../../src/store/store-of.js';
import { openStore } from '../../src/store/open-store.js';
import { makeFolder, startServer, type TestServer } from '../helpers/test-server.js';
import { makeService } from '../helpers/test-catalog.js';

// A Monday. The day before it gives the server something to learn.
const DAY_START_MS = Date.UTC(2026, 10, 23);
const CATEGORIES = ['messages', 'login', 'feed', 'app'];
const STATUSES = ['operational', 'degraded_performance', 'partial_outage', 'major_outage'];
const steps = new Steps(60);
const service = makeService({ expectedReportsPerHour: 6 });

interface Minute {
  readonly atMs: number;
  readonly counts: readonly number[];
}

/** A day of reports by the minute: 6 an hour, with an outage from 9:00 and a smaller one from 18:00. */
function makeDay(): Minute[] {
  const random = createRandom('a day');
  return Array.from({ length: DAY_MS / MINUTE_MS }, (_, minute) => {
    const hour = minute / 60;
    const extra = [
      hour >= 9 && hour < 10.5 ? 240 : 0,
      0,
      hour >= 18 && hour < 19 ? 90 : 0,
      hour >= 9 && hour < 10.5 ? 60 : 0,
    ];
    return {
      atMs: DAY_START_MS + minute * MINUTE_MS,
      counts: extra.map((perHour) => drawPoisson((perHour + 1.5) / 60, random)),
    };
  });
}

interface Change {
  readonly atMs: number;
  readonly to: string;
}

/** Where problems begin and end; their levels in between may be told up to a minute earlier, and so one less. */
const problemEdges = (changes: readonly Change[]): Change[] => {
  let open = false;
  return changes.filter(({ to }) => {
    const edge = open === (to === 'operational');
    if (edge) open = !open;
    return edge;
  });
};

/** What the detector alone says, at the end of each minute. */
function decidePurely(day: readonly Minute[]): Change[] {
  const first = day.find(({ counts }) => counts.some((count) => count > 0));
  const hourStart = (first?.atMs ?? 0) - ((first?.atMs ?? 0) % HOUR_MS);
  const start = { categories: 4, stepSeconds: 60, firstStep: steps.at(hourStart), guessPerHour: 6 };
  const detector = new Detector(newState(start), { speaksAtOnce: true });
  const changes: Change[] = [];
  let before = 0;
  for (const { atMs, counts } of day) {
    if (atMs < hourStart) continue;
    const level = detector.tick(counts);
    const to = STATUSES[level] ?? '';
    if (level !== before) changes.push({ atMs: atMs + MINUTE_MS, to });
    before = level;
  }
  return changes;
}

const openJudge = (store: Store): Judge =>
  new Judge({
    store: store.decisions,
    steps,
    loader: new DetectorLoader(store.decisions, steps),
    stepCounts: new StoredStepCounts(store.decisions, steps, homeTest([])),
  });

const putMinute = (store: Store, { atMs, counts }: Minute): Promise<void> =>
  store.history.importCounts(
    service.id,
    counts.map((count, index) => ({ atMs, count, category: CATEGORIES[index] ?? '' })),
  );

const readTimeline = async (store: Store): Promise<Change[]> =>
  (await store.history.readChanges(service.id, 100))
    .filter(({ from, to }) => from !== 'unknown' || to !== 'operational')
    .map(({ to, atMs }) => ({ atMs, to }))
    .toReversed();

describe('a judge of stored reports', () => {
  const day = makeDay();
  const pure = decidePurely(day);
  const afterDayMs = DAY_START_MS + DAY_MS + 5000;

  test('plays a day with at least four changes that ends operational', () => {
    assert.ok(pure.length >= 4 && pure.at(-1)?.to === 'operational', JSON.stringify(pure));
  });

  test('gives the timeline of the pure detector minute by minute', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    for (const minute of day) {
      await putMinute(store, minute);
      // Another process each time: nothing is carried over but what is stored.
      await openJudge(store).judge(service, minute.atMs + MINUTE_MS + 5000);
    }
    assert.deepEqual(await readTimeline(store), pure);
  });

  test('gives the same timeline when it catches up after an absence', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    for (const minute of day) await putMinute(store, minute);
    const { changed } = await openJudge(store).judge(service, afterDayMs);
    assert.ok(changed);
    assert.deepEqual(await readTimeline(store), pure);
  });

  test('writes every change once, with several processes at once', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    for (const minute of day) {
      await putMinute(store, minute);
      if (minute.atMs % (10 * MINUTE_MS) !== 0) continue;
      const atMs = minute.atMs + MINUTE_MS + 5000;
      await Promise.all([1, 2, 3].map(() => openJudge(store).judge(service, atMs)));
    }
    await openJudge(store).judge(service, afterDayMs);
    assert.deepEqual(await readTimeline(store), pure);
  });

  test('learns by the hour where only hours are stored', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const hours = Array.from({ length: 21 * 24 }, (_, hour) => ({
      atMs: DAY_START_MS - 22 * DAY_MS + hour * HOUR_MS,
      count: 40,
      category: 'app',
    }));
    await store.history.importCounts(service.id, hours);
    const detector = await new DetectorLoader(store.decisions, steps).begin(service, DAY_START_MS);
    const usual = detector.season.ratePerHour(12.5);
    assert.ok(usual > 35 && usual < 45, `${usual}`);
    // After five days of absence, the days between count too.
    await store.history.importCounts(service.id, [
      { atMs: DAY_START_MS + 3 * DAY_MS, count: 41, category: 'app' },
    ]);
    const hoursBefore = detector.state.season.hours;
    await new DetectorLoader(store.decisions, steps).catchUp(
      service,
      detector,
      DAY_START_MS + 5 * DAY_MS,
    );
    assert.equal(detector.state.season.hours - hoursBefore, 5 * 24);
  });

  test('announces a problem before its minute is over, and does not take it back', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const judge = openJudge(store);
    const at = (seconds: number): number => DAY_START_MS + seconds * 1000;
    await putMinute(store, { atMs: at(0), counts: [3, 3, 3, 3] });
    const told = await judge.judge(service, at(20));
    assert.notEqual(told.decision?.status, 'operational');
    assert.equal(told.decision?.sinceMs, at(20));
    for (const seconds of [40, 61, 63, 125]) {
      const { decision } = await judge.judge(service, at(seconds));
      assert.notEqual(decision?.status, 'operational', `after ${seconds} s`);
    }
    assert.ok(
      (await store.history.readChanges(service.id, 10)).every(({ to }) => to !== 'operational'),
    );
  });

  test('ends a problem sooner with votes that it works again, but not while reports go on', async (t) => {
    /** Minutes of an outage, 40 of them with reports, and of votes from the minute given on, three a minute. */
    const endMinute = async (votesFrom: number): Promise<number> => {
      const store = await openStore({ dataDir: await makeFolder(t) });
      t.after(() => store.close());
      const judge = openJudge(store);
      for (let minute = 0; minute < 120; minute += 1) {
        const atMs = DAY_START_MS + minute * MINUTE_MS;
        await putMinute(store, { atMs, counts: minute < 40 ? [4, 2, 0, 0] : [0, 0, 0, 0] });
        const votes = [0, 1, 2].map((voter) => ({
          serviceId: service.id,
          category: null,
          idempotencyKey: `vote-${minute}-${voter}`,
          visitorHashes: [`visitor-${minute}-${voter}`] as const,
          origin: '',
          receivedAtMs: atMs + 1000,
        }));
        if (minute >= votesFrom) await store.reports.addReports(votes, HOUR_MS);
        const { decision } = await judge.judge(service, atMs + MINUTE_MS + 5000);
        if (minute > 20 && decision?.status === 'operational') return minute;
      }
      return Infinity;
    };
    const [without, after, during] = [
      await endMinute(Infinity),
      await endMinute(41),
      await endMinute(21),
    ];
    assert.ok(after < without, `minute ${after} with votes, ${without} without`);
    assert.ok(during > 40, `minute ${during}, while reports went on`);
  });

  test('starts afresh from the memory of another version', async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    await store.decisions.writeDecision(
      {
        serviceId: service.id,
        status: 'major_outage',
        sinceMs: DAY_START_MS,
        memory: '{"lowSinceMs":5}',
        revision: 0,
      },
      0,
    );
    const { decision } = await openJudge(store).judge(service, DAY_START_MS + HOUR_MS);
    assert.equal(decision?.status, 'operational');
  });
});

describe('a day through the real server', () => {
  test('gives the timeline of the pure detector, at more than 200 times its speed', async (t) => {
    const day = makeDay();
    const decided = decidePurely(day);
    const pure = problemEdges(decided);
    assert.equal(pure.length, 4);
    let nowMs = day[0]?.atMs ?? 0;
    const server: TestServer = await startServer(
      t,
      { REPORTS_PER_MINUTE: '1000', DECISION_STEP_SECONDS: '60' },
      {
        now: () => nowMs,
        catalog: new Map([[service.id, service]]),
      },
    );
    const rounds = async (): Promise<number> => {
      const text = await (await fetch(`${server.url}/v1/metrics`)).text();
      return Number(/decision_rounds_total (\d+)/.exec(text)?.[1]);
    };
    const startedAt = performance.now();
    let visitor = 0;
    for (const { atMs, counts } of day) {
      nowMs = atMs + 30_000;
      const sends = counts.flatMap((count, index) =>
        Array.from({ length: count }, () => {
          visitor += 1;
          return server.report(visitor, { category: CATEGORIES[index] ?? '' });
        }),
      );
      for (const response of await Promise.all(sends)) assert.equal(response.status, 202);
    }
    nowMs += 5 * MINUTE_MS;
    const seen = await rounds();
    while ((await rounds()) < seen + 2) await new Promise((resolve) => setTimeout(resolve, 50));
    const speed = (day.length * MINUTE_MS) / (performance.now() - startedAt);
    const history = (await (
      await fetch(`${server.url}/v1/services/kik/history.json?days=3`)
    ).json()) as { changes: { to: string; at: string }[] };
    const all = history.changes.toReversed().map(({ to, at }) => ({ to, atMs: Date.parse(at) }));
    const told = problemEdges(all);
    assert.equal(told.length, pure.length);
    // Beginnings are told before their minute is over: up to a minute early.
    for (const [index, { atMs, to }] of told.entries()) {
      const leadMs = (pure[index]?.atMs ?? 0) - atMs;
      assert.ok(leadMs >= 0 && leadMs <= MINUTE_MS, `${to} at ${atMs}: ${leadMs} ms`);
    }
    // So are rises; but at the end of every minute the level is the detector's, or what it will be a minute later.
    const levelAt = (changes: readonly Change[], atMs: number): string =>
      changes.findLast((change) => change.atMs <= atMs)?.to ?? 'operational';
    for (const { atMs } of day) {
      const endMs = atMs + MINUTE_MS;
      const right = [levelAt(decided, endMs), levelAt(decided, endMs + MINUTE_MS)];
      assert.ok(
        right.includes(levelAt(all, endMs)),
        `${new Date(endMs).toISOString()}: ${levelAt(all, endMs)}, not ${right.join(' or ')}`,
      );
    }
    assert.ok(speed > 200, `only ${speed.toFixed(0)} times`);
  });
});
