import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillTimes } from '../../src/demo/fill-times.js';

describe('fillTimes', () => {
  const nowMs = Date.parse('2026-11-22T09:00:00.750Z');
  const rows = [
    ['{{now}}', '2026-11-22T09:00:00Z'],
    ['{{now-90s}}', '2026-11-22T08:58:30Z'],
    ['{{now-25m}} and {{now+2h}}', '2026-11-22T08:35:00Z and 2026-11-22T11:00:00Z'],
    ['{{now-30d}}', '2026-10-23T09:00:00Z'],
    ['{{now-5w}} {{then}} {now}', '{{now-5w}} {{then}} {now}'],
  ] as const;
  for (const [text, filled] of rows) {
    it(`turns ${text} into ${filled}`, () => assert.equal(fillTimes(text, nowMs), filled));
  }
});
