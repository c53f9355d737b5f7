import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detector } from '../../../src/decide/detector/detector.js';
import type { Level } from '../../../src/decide/detector/severity.js';
import { readState, writeState } from '../../../src/decide/detector/state.js';
import { createRandom, drawPoisson } from '../../../src/demo/random.js';
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

describe('a problem that was found', () => {
  test('ends within half an hour of the last report, and not while reports go on', () => {
    const detector = trained(10);
    const during = play(detector, 3 * HOUR, (step) => ({
      // People tire: after some hours three in ten of those who reported at first still do.
      perHour: 300 * (0.3 + 0.7 * 2 ** (-(step - 28 * DAY) / 90)),
      mix: FOCUSED,
    }));
    assert.ok(during.slice(30).every((level) => level > 0));
    const after = play(detector, 30, steady(10));
    assert.equal(after.at(-1), 0);
  });

  test('does not begin again in the talk that follows', () => {
    const detector = trained(10);
    play(detector, 2 * HOUR, steady(300));
    let fading = 300;
    const levels = play(detector, 4 * HOUR, () => {
      fading *= 2 ** (-1 / 15);
      return { perHour: 10 + fading, mix: EVEN };
    });
    const changes = levels.filter(
      (level, index) => level !== (levels[index - 1] ?? level) && level === 0,
    );
    assert.equal(levels.at(-1), 0);
    assert.equal(changes.length, 1);
  });

  describe('a lull in an outage', () => {
    const USUAL = 300;
    const PEAK = 6000;
    const known = writeState(trained(USUAL).state);

    /** Plays two hours of an outage, then `minutes` in which `share` of it remains. Returns one level per minute. */
    function outageThen(share: (minute: number) => number, minutes: number, seed = 'lull') {
      const state = readState(known, START);
      assert.ok(state);
      const detector = new Detector(state);
      play(detector, 2 * HOUR, steady(PEAK, FOCUSED), seed);
      const begin = state.nextStep;
      const later: RateAt = (step) => ({
        perHour: USUAL + PEAK * share(step - begin),
        mix: FOCUSED,
      });
      return play(detector, minutes, later, `${seed}, then`);
    }

    const seeds = Array.from({ length: 20 }, (_, index) => `lull ${index}`);
    const open = (levels: readonly Level[]): boolean => levels.every((level) => level > 0);

    test('keeps a problem open that drops to an eighth for half an hour and comes back', () => {
      const relapse = (minute: number): number => (minute < 30 ? 1 / 8 : 1);
      const kept = seeds.filter((seed) => open(outageThen(relapse, HOUR, seed)));
      assert.ok(kept.length >= 18, `${kept.length} of ${seeds.length}`);
    });

    test('keeps a problem open that drops to the usual number for half an hour and comes back', () => {
      const relapse = (minute: number): number => (minute < 30 ? 0 : 1);
      const kept = seeds.filter((seed) => open(outageThen(relapse, HOUR, seed)));
      assert.ok(kept.length >= 18, `${kept.length} of ${seeds.length}`);
    });

    test('keeps a problem open that most people get over within the hour', () => {
      const front = (minute: number): number => 0.2 + 0.8 * 2 ** (-minute / 25);
      const kept = seeds.filter((seed) => open(outageThen(front, 2 * HOUR, seed)));
      assert.ok(kept.length >= 18, `${kept.length} of ${seeds.length}`);
    });

    test('still finds the end of reports that halve every twelve minutes', () => {
      const tail = (minute: number): number => 2 ** (-minute / 12);
      for (const seed of seeds) {
        const end = outageThen(tail, HOUR, seed).indexOf(0);
        assert.ok(end >= 15 && end <= 45, `${seed}: ${end} minutes`);
      }
    });

    test('keeps a problem open for about an hour only, however flat the reports stay', () => {
      const flat = outageThen(() => 1 / 8, 3 * HOUR);
      const end = flat.indexOf(0);
      assert.ok(end > 0.75 * HOUR && end < 1.5 * HOUR, `${end} minutes`);
    });
  });

  describe('votes that it works again', () => {
    const calm = writeState(trained(1).state);

    /** Minutes until an outage of 120 reports an hour is over, two hours after its beginning; votes in every step. */
    function endOf(after: RateAt, recovered: (step: number) => number, seed = 'votes'): number {
      const state = readState(calm, START);
      assert.ok(state);
      const detector = new Detector(state);
      play(detector, 2 * HOUR, steady(120, FOCUSED));
      assert.ok(state.level > 0);
      const random = createRandom(seed);
      for (let step = 0; step < 12 * HOUR; step += 1) {
        const { perHour, mix } = after(step);
        const counts = mix.map((share) => drawPoisson((perHour * share) / HOUR, random));
        if (detector.tick(counts, undefined, recovered(step)) === 0) return step;
      }
      return Infinity;
    }

    test('bring the end some minutes nearer, not at once', () => {
      const tail: RateAt = (step) => ({ perHour: 1 + 120 * 2 ** (-step / 12), mix: FOCUSED });
      const seeds = Array.from({ length: 40 }, (_, index) => `tail ${index}`);
      const mean = (recovered: (step: number) => number): number =>
        seeds.reduce((sum, seed) => sum + endOf(tail, recovered, seed), 0) / seeds.length;
      const without = mean(() => 0);
      const withVotes = mean((step) => (step % 5 === 0 ? 1 : 0));
      assert.ok(withVotes < without - 3, `${withVotes} minutes, ${without} without votes`);
      assert.ok(withVotes > 15, `${withVotes} minutes`);
    });

    const goingOn: [name: string, recovered: (step: number) => number][] = [
      ['one in ten votes wrongly', (step) => (step % 5 === 0 ? 1 : 0)],
      ['every second visitor votes', () => 2],
      ['a million vote', () => 1_000_000],
      ['fifty vote at once', (step) => (step === 30 ? 50 : 0)],
    ];
    for (const [name, recovered] of goingOn) {
      test(`leave a problem open while reports go on: ${name}`, () => {
        assert.equal(endOf(steady(120, FOCUSED), recovered), Infinity);
      });
    }

    test('change nothing while no problem is open', () => {
      const [voted, silent] = [trained(1), trained(1)];
      for (let step = 0; step < HOUR; step += 1) {
        voted.tick([0, 0, 0, 0], 0, 100);
        silent.tick([0, 0, 0, 0]);
      }
      assert.deepEqual(voted.state, silent.state);
      assert.equal(voted.tick([2, 2, 2, 3], 9, 1000), 1);
    });

    test('do not carry over into the next problem', () => {
      const detector = trained(1);
      detector.tick([9, 9, 9, 9], 36, 1000);
      for (let step = 0; step < 5; step += 1) detector.tick([1, 0, 0, 0], 1, 5);
      assert.ok(detector.state.recovery.votes > 0);
      while (detector.state.level > 0) detector.tick([0, 0, 0, 0]);
      play(detector, 6 * HOUR, steady(0.1));
      detector.tick([30, 0, 0, 0]);
      assert.equal(detector.state.recovery.votes, 0);
    });
  });
});
