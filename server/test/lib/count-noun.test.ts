import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countNoun } from '../../src/lib/count-noun.js';

describe('a count with its noun', () => {
  const rows = [
    [0, '0 hours'],
    [1, '1 hour'],
    [2, '2 hours'],
    [0.5, '0.5 hours'],
    [1.5, '1.5 hours'],
    ['1', '1 hour'],
    ['1,001', '1,001 hours'],
  ] as const;
  for (const [count, text] of rows)
    test(`reads ${text} for ${JSON.stringify(count)}`, () =>
      assert.equal(countNoun(count, 'hour'), text));

  test('takes the plural of a noun with another ending', () => {
    assert.equal(countNoun(1, 'person reports', 'people report'), '1 person reports');
    assert.equal(countNoun(3, 'person reports', 'people report'), '3 people report');
  });
});
