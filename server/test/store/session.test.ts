import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WriteGate } from '../../src/store/session.js';

describe('WriteGate', () => {
  test('lets one write through at a time, in order, whether they succeed or fail', async () => {
    const gate = new WriteGate();
    const log: string[] = [];
    const write = (name: string, fails = false) =>
      gate.pass(async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([write('a'), write('b', true), write('c')]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(
      log,
      ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
  });
});
