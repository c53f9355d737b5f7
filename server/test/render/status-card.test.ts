import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Official } from 'outage-status/feed';
import { fullFeed } from '../../../test/feed/feed-fixture.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { writeStatusCard } from '../../src/render/status-card.js';
import { viewStatus } from '../../src/render/status-view.js';

const NOW_MS = Date.parse('2026-11-22T09:00:30Z');

const writeCard = (changes: Partial<Official>, language = 'en'): string => {
  const { official, ...feed } = fullFeed();
  const { affected: _affected, unknownReason: _reason, ...plain } = official as Official;
  const shown = { ...feed, official: { ...plain, ...changes } };
  return writeStatusCard(viewStatus(feed.service, shown, renderLanguage(language), NOW_MS)).text;
};

describe('the card of a page', () => {
  test('says which parts are affected by the vendor’s page', () => {
    const affected = { count: 7, total: 544, names: ['Frankfurt & Main', 'Tokyo', 'Oslo'] };
    const card = writeCard({ status: 'partial_outage', affected });
    assert.ok(card.includes('7 of 544 parts: Frankfurt &amp; Main, Tokyo and 5 more'), card);
    const arabic = writeCard({ status: 'partial_outage', affected }, 'ar');
    assert.ok(arabic.includes('من الأجزاء: \u2068Frankfurt &amp; Main\u2069'), arabic);
    assert.ok(!writeCard({}).includes('parts'));
  });

  test('says why a page that was read says nothing', () => {
    const card = writeCard({ status: 'unknown', unknownReason: 'sub_pages' });
    assert.ok(card.includes('The page leaves its incidents to its sub-pages'), card);
  });
});
