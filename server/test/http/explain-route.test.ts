import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tellRise, type Explanation } from '../../src/decide/explain.js';
import { startServer, waitFor, type TestServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 30);

const explain = async ({ url }: TestServer): Promise<Explanation> => {
  const response = await fetch(`${url}/v1/services/kik/explain.json`);
  assert.equal(response.status, 200);
  return (await response.json()) as Explanation;
};

describe('explain.json', () => {
  test('shows the usual rate and what would open a problem, before the first report', async (t) => {
    const explanation = await explain(await startServer(t, {}, { now: () => NOW_MS }));
    assert.equal(explanation.status, 'operational');
    assert.equal(explanation.decidedUntil, '2026-11-22T09:30:00Z');
    assert.equal(explanation.baseline.perHourOfWeek.length, 168);
    assert.equal(explanation.baseline.perHourOfWeek[0], 4);
    assert.equal(explanation.recovery, null);
    assert.deepEqual(
      explanation.categories.map(({ id }) => id),
      ['messages', 'login', 'feed', 'app'],
    );
    assert.ok((explanation.all.reportsToOpen ?? 0) >= 8);
    assert.deepEqual(explanation.all.rise, { reports: 0, usual: 0, minutes: 0 });
    assert.match(
      explanation.wouldChange,
      /^A problem opens when \d+ more people report at once\.$/,
    );
  });

  test('names the number of reports that opens a problem', async (t) => {
    let nowMs = NOW_MS;
    const server = await startServer(t, {}, { now: () => nowMs });
    const { all, categories } = await explain(server);
    const counts = [all, ...categories].map(({ reportsToOpen }) => reportsToOpen ?? Infinity);
    const needed = Math.min(...counts);
    const status = async (): Promise<string> => {
      const response = await fetch(`${server.url}/v1/services/kik/status.json`);
      return ((await response.json()) as { status: string }).status;
    };
    for (let visitor = 1; visitor <= needed - 1; visitor += 1) await server.report(visitor);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await status(), 'operational');
    // One more than was told: reports that are all of one category take a ninth person, see `leanTo`.
    for (let visitor = 1; visitor <= 2; visitor += 1) await server.report(needed + visitor);
    await waitFor('a problem', async () => ((await status()) === 'operational' ? undefined : true));
    nowMs += 3 * 60_000;
    const open = await waitFor('the step to be over', async () => {
      const explanation = await explain(server);
      return explanation.recovery ? explanation : undefined;
    });
    assert.ok((open.recovery?.quietMinutesToClose ?? 0) >= 10);
    assert.equal(open.recovery?.category, null);
    assert.ok((open.recovery?.rise.reports ?? 0) >= 8);
    assert.match(open.recovery?.openedBy ?? '', /^All reports: \d+ in \d+ min, \d(\.\d)? usual$/);
    assert.match(open.wouldChange, /^Over in about \d+ min without further reports/);
  });

  test('calls slow rises slow', () => {
    assert.equal(
      tellRise('All reports', { reports: 92, usual: 40.2, minutes: 118 }),
      'All reports, slowly: 92 in 2 h, 40 usual',
    );
    assert.equal(
      tellRise('Login', { reports: 14, usual: 1.04, minutes: 8.5 }),
      'Login: 14 in 9 min, 1 usual',
    );
  });

  test('answers 404 for an unknown service', async (t) => {
    const { url } = await startServer(t);
    assert.equal((await fetch(`${url}/v1/services/nobody/explain.json`)).status, 404);
  });
});
