import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detector } from '../src/decide/detector/detector.js';
import type { Level } from '../src/decide/detector/severity.js';
import { newState, readState, writeState } from '../src/decide/detector/state.js';
import { createRandom, drawPoisson } from '../src/demo/random.js';
import {
  DAY,
  EVEN,
  FOCUSED,
  HOUR,
  play,
  START,
  steady,
  trained,
  type RateAt,
} from './play-reports.js';

describe('the detector', () => {
  test('says nothing about a service nobody reports', () => {
    const levels = play(new Detector(newState(START)), 30 * DAY, steady(0));
    assert.deepEqual(new Set(levels), new Set([0]));
  });

  for (const perHour of [0.1, 10, 100, 10_000]) {
    test(`stays calm for four weeks at ${perHour} reports an hour, and knows the usual rate then`, () => {
      const detector = new Detector(newState(START));
      const levels = play(detector, 28 * DAY, steady(perHour));
      assert.deepEqual(new Set(levels.slice(2 * DAY)), new Set([0]));
      const usual = detector.season.ratePerHour(28 * 24 + 0.5);
      assert.ok(usual > 0.8 * perHour && usual < 1.2 * perHour, `${usual}`);
    });
  }

  const surges: [usual: number, times: number, within: number, level: Level][] = [
    [0.1, 500, 25, 3],
    [1, 30, 40, 2],
    [10, 10, 15, 2],
    [10, 20, 10, 3],
    [100, 5, 6, 1],
    [1000, 5, 3, 1],
  ];
  for (const [usual, times, within, level] of surges) {
    test(`finds ${times} times ${usual} an hour within ${within} minutes`, () => {
      const levels = play(trained(usual), 2 * HOUR, steady(usual * times));
      const found = levels.findIndex((value) => value > 0);
      assert.ok(found >= 0 && found < within, `after ${found + 1} minutes`);
      assert.ok(Math.max(...levels) >= level, `level ${Math.max(...levels)}`);
    });
  }

  test('does not speak for fewer than eight people, however quick they are', () => {
    const detector = trained(1);
    assert.equal(detector.tick([7, 0, 0, 0]), 0);
    assert.equal(trained(0.01).tick([2, 2, 2, 1]), 0);
    assert.equal(trained(1).tick([2, 2, 2, 3]), 1);
  });

  test('does not add up what a quiet service hears in three hours, and hears eight people at once', () => {
    const detector = trained(0.1);
    for (let report = 0; report < 12; report += 1) {
      assert.equal(detector.tick(report % 2 ? [1, 0, 0, 0] : [0, 0, 1, 0]), 0);
      assert.deepEqual(new Set(play(detector, 14, steady(0))), new Set([0]));
    }
    for (let report = 0; report < 8; report += 1)
      detector.tick(report % 2 ? [1, 0, 0, 0] : [0, 1, 0, 0]);
    assert.equal(detector.state.level, 1);
  });

  test('tells talk after the news from a fault by the mix of categories', () => {
    const threeTimes = 90;
    const talk: RateAt = (step) => ({
      perHour: 100 + 200 * Math.min(1, (step - 28 * DAY) / 20),
      mix: EVEN,
    });
    assert.deepEqual(new Set(play(trained(100), threeTimes, talk)), new Set([0]));
    const levels = play(trained(100), threeTimes, (step) => ({ ...talk(step), mix: FOCUSED }));
    assert.ok(levels.includes(1) || levels.includes(2));
  });

  test('calls eight times the usual a major outage when a category leads, not when the mix is as ever', () => {
    const worst = (mix: readonly number[]): Level =>
      Math.max(...play(trained(60), HOUR, steady(480, [...mix]))) as Level;
    assert.equal(worst([0.55, 0.15, 0.15, 0.15]), 3);
    assert.equal(worst(EVEN), 2);
  });

  test('is not taught by an outage of the first days that this is usual', () => {
    const detector = new Detector(newState({ ...START, guessPerHour: 6 }));
    assert.equal(play(detector, 13 * HOUR, steady(6)).at(-1), 0);
    const during = play(detector, 3 * HOUR, steady(300, FOCUSED));
    assert.ok(during.slice(10).every((level) => level > 0));
    assert.ok(detector.season.ratePerHour(16.5) < 20);
  });

  test('believes reports rather than a guess that is far too low', () => {
    const detector = new Detector(newState({ ...START, guessPerHour: 2 }));
    const levels = play(detector, DAY, steady(60));
    assert.deepEqual(new Set(levels.slice(3 * HOUR)), new Set([0]));
  });

  test('an outage hardly raises what is usual, and lasting growth does', () => {
    const detector = trained(10);
    play(detector, 6 * HOUR, steady(500));
    assert.ok(detector.season.ratePerHour(28 * 24 + 3) < 15);
    play(detector, 14 * DAY, steady(25));
    const usual = detector.season.ratePerHour(42 * 24 + 3);
    assert.ok(usual > 20 && usual < 30, `${usual}`);
  });

  test('learns the hours of the week', () => {
    const detector = new Detector(newState(START));
    play(detector, 56 * DAY, (step) => {
      const hour = Math.floor(step / HOUR) % 24;
      const weekend = Math.floor(step / DAY) % 7 >= 5;
      return { perHour: (hour >= 8 && hour < 20 ? 30 : 5) * (weekend ? 0.5 : 1), mix: EVEN };
    });
    const rate = (day: number, hour: number): number =>
      detector.season.ratePerHour((56 + day) * 24 + hour + 0.5);
    for (const [found, expected] of [
      [rate(1, 12), 30],
      [rate(1, 2), 5],
      [rate(6, 12), 15],
    ] as const) {
      assert.ok(found > 0.75 * expected && found < 1.25 * expected, `${found} for ${expected}`);
    }
  });

  test('tells how many reports of a category open a problem', () => {
    const { categories } = trained(600).explain();
    const [{ evidence, needed, ceiling, gain }] = categories as [(typeof categories)[0]];
    const count = Math.ceil((needed - evidence + (gain - 1) * ceiling) / Math.log(gain));
    assert.equal(trained(600).tick([count - 1, 0, 0, 0]), 0);
    assert.ok(trained(600).tick([count, 0, 0, 0]) > 0);
  });

  test('keeps an announced problem', () => {
    const detector = trained(10);
    detector.state.announcedStep = detector.state.nextStep;
    assert.equal(detector.tick([1, 0, 0, 0]), 1);
  });
});

describe('the state of a detector', () => {
  test('written and read back at every minute gives the same decisions', () => {
    const random = createRandom('restarts');
    const whole = new Detector(newState(START));
    let restarted = new Detector(newState(START));
    for (let step = 0; step < 6 * DAY; step += 1) {
      const trouble = step % (2 * DAY) > DAY && step % (2 * DAY) < DAY + 2 * HOUR;
      const counts = EVEN.map(() => drawPoisson((trouble ? 120 : 6) / 4 / HOUR, random));
      const state = readState(writeState(restarted.state), START);
      assert.ok(state);
      restarted = new Detector(state);
      assert.equal(restarted.tick(counts), whole.tick(counts), `step ${step}`);
    }
    assert.deepEqual(restarted.state, whole.state);
  });

  test('takes less than 8 kB for twelve categories', () => {
    const detector = new Detector(newState({ ...START, categories: 12 }));
    const mix = Array.from({ length: 12 }, () => 1 / 12);
    play(detector, 30 * DAY, steady(3000, mix));
    play(detector, HOUR + 7, steady(30_000, mix));
    assert.ok(writeState(detector.state).length < 8000, `${writeState(detector.state).length}`);
  });

  test('is not read from any other text', () => {
    const text = writeState(newState(START));
    assert.ok(readState(text, START));
    assert.equal(readState(text, { ...START, categories: 5 }), undefined);
    assert.equal(readState(text, { ...START, stepSeconds: 1 }), undefined);
    const spoilt = [
      '',
      'null',
      '{"lowSinceMs":5}',
      text.replace('"version":3', '"version":2'),
      text.replace('"level":0', '"level":"0"'),
      text.replace('"age":0', '"age":null'),
      text.replace('"mix":[3', '"mix":["3"'),
      text.replace(/"weekReports":"[^"]+"/, '"weekReports":"AAAA"'),
      text.replace(/"weekReports":"AAAA/, '"weekReports":"AADA/38A'),
    ];
    for (const other of spoilt)
      assert.equal(readState(other, START), undefined, other.slice(0, 80));
  });
});
