import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Status } from 'outage-status/feed';
import { judgeNews } from '../../src/notify/judge-news.js';
import type { Wants } from '../../src/render/notify-message.js';

describe('judgeNews', () => {
  const rows: [
    known: Status,
    now: Status,
    wants: Wants,
    kind: string,
    wanted: boolean,
    knows: Status,
  ][] = [
    ['operational', 'degraded_performance', 'both', 'outage', true, 'degraded_performance'],
    ['operational', 'major_outage', 'outage', 'outage', true, 'major_outage'],
    ['operational', 'major_outage', 'recovery', 'outage', false, 'major_outage'],
    ['degraded_performance', 'partial_outage', 'both', 'outage', true, 'partial_outage'],
    ['partial_outage', 'partial_outage', 'both', 'nothing', false, 'partial_outage'],
    ['major_outage', 'partial_outage', 'both', 'nothing', false, 'major_outage'],
    ['partial_outage', 'operational', 'both', 'recovery', true, 'operational'],
    ['partial_outage', 'operational', 'recovery', 'recovery', true, 'operational'],
    ['partial_outage', 'operational', 'outage', 'recovery', false, 'operational'],
    ['operational', 'operational', 'both', 'nothing', false, 'operational'],
    ['unknown', 'operational', 'both', 'nothing', false, 'operational'],
    ['unknown', 'degraded_performance', 'both', 'outage', true, 'degraded_performance'],
  ];
  for (const [known, now, wants, kind, wanted, knownStatus] of rows) {
    test(`calls ${known} → ${now} for ${wants}: ${kind}`, () => {
      assert.deepEqual(judgeNews(known, now, wants), { kind, wanted, knownStatus });
    });
  }
});
