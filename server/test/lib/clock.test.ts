import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY_MS, HOUR_MS } from '../../src/lib/clock.js';
import { readEvents } from '../helpers/event-reader.js';
import { countReports } from '../helpers/server-process.js';
import { startServer, type TestServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 30);
const CATEGORIES = ['messages', 'login', 'feed', 'app'];

const reportMany = async ({ report }: TestServer, from: number, count: number): Promise<number> => {
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const answer = await report(from + index, { category: CATEGORIES[index % 4] ?? '' });
      return ((await answer.json()) as { outcome: string }).outcome;
    }),
  );
  return answers.filter((outcome) => outcome === 'counted').length;
};

describe('a clock that jumps', () => {
  for (const [what, jumpMs] of [
    ['a day ahead', DAY_MS],
    ['three hours ahead', 3 * HOUR_MS],
    ['a day back', -DAY_MS],
  ] as const) {
    test(`loses no report when it goes ${what} and returns, and an outage afterwards is still found`, async (t) => {
      let nowMs = NOW_MS;
      const server = await startServer(t, {}, { now: () => nowMs });
      const events = await readEvents(t, `${server.url}/v1/services/kik/events`);
      assert.equal(await reportMany(server, 1, 3), 3);
      nowMs += jumpMs;
      assert.equal(await reportMany(server, 100, 3), 3);
      await events.waitForFeed(({ generatedAt }) => Date.parse(generatedAt) === nowMs);
      nowMs -= jumpMs;
      assert.equal(await reportMany(server, 200, 80), 80);
      const outage = await events.waitForFeed(({ status }) => status === 'major_outage');
      assert.equal(outage.since, '2026-11-22T09:30:00Z');
      // What the clock of that time stored is of a later day, and not in the history of today.
      nowMs += Math.max(0, jumpMs);
      assert.equal(await countReports(server.url), 86);
    });
  }
});
