import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detector } from '../../../src/decide/detector/detector.js';
import { newState, readState, writeState } from '../../../src/decide/detector/state.js';
import { createRandom, drawPoisson } from '../../../src/demo/random.js';
import { DAY, EVEN, HOUR, play, START, steady } from './play-reports.js';

describe('the state of a detector', () => {
  test('gives the same decisions when it is written and read back at every step', () => {
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
      text.replace('"version":4', '"version":3'),
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
