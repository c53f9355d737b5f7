import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detector } from '../../../src/decide/detector/detector.js';
import type { Level } from '../../../src/decide/detector/severity.js';
import { newState } from '../../../src/decide/detector/state.js';
import { createRandom } from '../../../src/demo/random.js';
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
  test('stays operational for a service without reports', () => {
    const levels = play(new Detector(newState(START)), 30 * DAY, steady(0));
    assert.deepEqual(new Set(levels), new Set([0]));
  });

  for (const perHour of [0.1, 10, 100, 10_000]) {
    test(`stays calm for four weeks at ${perHour} reports an hour, and then knows the usual rate`, () => {
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

  test('stays calm for fewer than eight people, however quickly they report', () => {
    const detector = trained(1);
    assert.equal(detector.tick([7, 0, 0, 0]), 0);
    assert.equal(trained(0.01).tick([2, 2, 2, 1]), 0);
    assert.equal(trained(1).tick([2, 2, 2, 3]), 1);
  });

  test('does not add up three hours of a quiet service, and finds eight people at once', () => {
    const detector = trained(0.1);
    for (let report = 0; report < 12; report += 1) {
      assert.equal(detector.tick(report % 2 ? [1, 0, 0, 0] : [0, 0, 1, 0]), 0);
      assert.deepEqual(new Set(play(detector, 14, steady(0))), new Set([0]));
    }
    for (let report = 0; report < 8; report += 1)
      detector.tick(report % 2 ? [1, 0, 0, 0] : [0, 1, 0, 0]);
    assert.equal(detector.state.level, 1);
  });

  const everything: [usual: number, times: number, ramp: number, within: number][] = [
    [10, 5, 1, 40],
    [20, 5, 1, 25],
    [20, 5, 120, 140],
    [100, 4, 60, 60],
    [100, 6, 60, 45],
    [1000, 3, 1, 6],
  ];
  for (const [usual, times, ramp, within] of everything) {
    test(`finds an outage of everything, ${times} times ${usual} an hour within ${ramp} minutes`, () => {
      const surge: RateAt = (step) => ({
        perHour: usual * (1 + (times - 1) * Math.min(1, (step - 28 * DAY) / ramp)),
        mix: EVEN,
      });
      const found = play(trained(usual), 6 * HOUR, surge).findIndex((level) => level > 0);
      assert.ok(found >= 0 && found < within, `after ${found + 1} minutes`);
    });
  }

  describe('the detector and talk after the news', () => {
    /** A service whose hours are higher and lower by a sixth, without any fault. */
    const restless = (seed: string): Detector => {
      const random = createRandom(`hours of ${seed}`);
      const factors = Array.from({ length: 28 * 24 }, () => 1 + 0.5 * (random() - 0.5));
      const detector = new Detector(newState(START));
      const usual: RateAt = (step) => ({
        perHour: 100 * (factors[Math.floor(step / HOUR)] ?? 1),
        mix: EVEN,
      });
      play(detector, 28 * DAY, usual, seed);
      return detector;
    };
    const seeds = Array.from({ length: 10 }, (_, index) => `talk ${index}`);
    /** How many of ten such services alarm, in two hours of talk that grows within 25 minutes and halves in an hour. */
    const alarms = (times: number, mix: readonly number[]): number =>
      seeds.filter((seed) => {
        const levels = play(
          restless(seed),
          2 * HOUR,
          (step) => {
            const minute = step - 28 * DAY;
            const grown = minute < 25 ? minute / 25 : 2 ** (-(minute - 25) / 60);
            return { perHour: 100 * (1 + (times - 1) * grown), mix };
          },
          `${seed}, then`,
        );
        return levels.some((level) => level > 0);
      }).length;

    test('stays calm at three times the usual in the usual mix, where the service fluctuates by itself', () => {
      assert.ok(alarms(3, EVEN) <= 1, `${alarms(3, EVEN)} of 10`);
    });

    test('finds twice the usual when one category leads', () => {
      assert.equal(alarms(2, [0.7, 0.1, 0.1, 0.1]), 10);
    });

    test('finds seven times the usual, whatever the mix', () => {
      assert.ok(alarms(7, EVEN) >= 9, `${alarms(7, EVEN)} of 10`);
    });
  });

  describe('the detector and a service whose visitors use one category only', () => {
    const ONLY = [1, 0, 0, 0];
    const only = (perHour: number): Detector => {
      const detector = new Detector(newState(START));
      play(detector, 28 * DAY, steady(perHour, ONLY), `only ${perHour}`);
      return detector;
    };

    test('needs as many reports in that category as in all together, and no fewer', () => {
      const { all, categories } = only(10).explain();
      assert.equal(categories[0]?.needed, Infinity);
      assert.ok(Number.isFinite(all.needed));
      assert.ok(categories.slice(1).every(({ needed }) => Number.isFinite(needed)));
      const detector = only(10);
      play(detector, 2 * HOUR, steady(60, ONLY));
      assert.ok(detector.state.level > 0);
      assert.equal(detector.state.opening.stream, -1);
    });

    test('finds a major outage, though no other category is hit', () => {
      const levels = play(only(10), HOUR, steady(200, ONLY));
      assert.equal(Math.max(...levels), 3);
    });

    test('finds an outage of a service that has one category', () => {
      const start = { ...START, categories: 1 };
      const detector = new Detector(newState(start));
      play(detector, 28 * DAY, steady(10, [1]));
      assert.equal(detector.state.level, 0);
      const found = play(detector, HOUR, steady(100, [1])).findIndex((level) => level > 0);
      assert.ok(found >= 0 && found < 15, `after ${found + 1} minutes`);
    });
  });

  test('keeps the rise that opened a problem: its reports, its minutes and the usual number', () => {
    const slowly = trained(20);
    const surge: RateAt = (step) => ({
      perHour: 20 * (1 + 4 * Math.min(1, (step - 28 * DAY) / 120)),
      mix: EVEN,
    });
    play(slowly, 4 * HOUR, surge);
    const { stream, steps, reports, usual } = slowly.state.opening;
    assert.equal(stream, -1);
    assert.ok(steps >= 5 && steps < 120, `${steps} steps`);
    assert.ok(reports > 2 * usual && Math.abs(usual - (20 * steps) / HOUR) < 0.5 * usual);

    const leading = trained(60);
    play(leading, 20, steady(180, [0.9, 0.04, 0.03, 0.03]));
    assert.equal(leading.state.opening.stream, 0);
  });

  test('calls eight times the usual a major outage when a category leads, not in the usual mix', () => {
    const worst = (mix: readonly number[]): Level =>
      Math.max(...play(trained(60), HOUR, steady(480, [...mix]))) as Level;
    assert.equal(worst([0.55, 0.15, 0.15, 0.15]), 3);
    assert.equal(worst(EVEN), 2);
  });

  test('does not learn an outage in the first days as usual', () => {
    const detector = new Detector(newState({ ...START, guessPerHour: 6 }));
    assert.equal(play(detector, 13 * HOUR, steady(6)).at(-1), 0);
    const during = play(detector, 3 * HOUR, steady(300, FOCUSED));
    assert.ok(during.slice(10).every((level) => level > 0));
    assert.ok(detector.season.ratePerHour(16.5) < 20);
  });

  describe('the detector and a first guess', () => {
    const calmDays = (truth: number, guess: number, seed: string): boolean => {
      const detector = new Detector(newState({ ...START, guessPerHour: guess }), {
        speaksAtOnce: true,
      });
      return play(detector, DAY / 2, steady(truth), seed).every((level) => level === 0);
    };
    const seeds = Array.from({ length: 20 }, (_, index) => `guess ${index}`);
    for (const [truth, guess] of [
      [5, 0.5],
      [50, 5],
      [500, 50],
      [50, 50],
      [5, 50],
    ] as const) {
      test(`stays calm with a guess of ${guess} where ${truth} an hour come`, () => {
        const calm = seeds.filter((seed) => calmDays(truth, guess, seed));
        assert.equal(calm.length, seeds.length);
      });
    }

    test('finds at once what is far beyond the guess', () => {
      const detector = new Detector(newState({ ...START, guessPerHour: 6 }), {
        speaksAtOnce: true,
      });
      const found = play(detector, HOUR, steady(300)).findIndex((level) => level > 0);
      assert.ok(found >= 0 && found < 10, `after ${found + 1} minutes`);
    });
  });

  test('hardly raises the usual rate after an outage, and does after lasting growth', () => {
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

  for (const perHour of [1, 60, 600]) {
    test(`explains how many reports open a problem at ${perHour} an hour`, () => {
      const { all, categories } = trained(perHour).explain();
      const count = Math.min(...[all, ...categories].map(({ reportsToOpen }) => reportsToOpen));
      assert.equal(trained(perHour).tick([count - 1, 0, 0, 0]), 0);
      // A report or two more where they lean on one category as no outage does.
      assert.ok(trained(perHour).tick([count + 2, 0, 0, 0]) > 0);
    });
  }

  test('keeps a problem that was announced within its minute', () => {
    const detector = trained(10);
    detector.state.announcedStep = detector.state.nextStep;
    assert.equal(detector.tick([1, 0, 0, 0]), 1);
  });
});
