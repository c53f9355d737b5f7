import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Feed, Official } from 'outage-status/feed';
import { LANGUAGES } from 'outage-status/texts';
import { fullFeed } from '../../../test/feed/feed-fixture.js';
import { writeEmbedPage } from '../../src/render/embed-page.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { writeServicePage } from '../../src/render/service-page.js';
import { viewStatus } from '../../src/render/status-view.js';
import { writeWidget } from '../../src/render/widget.js';
import { assertValidHtml } from '../helpers/html-rules.js';

const NOW_MS = Date.parse('2026-11-22T09:00:30Z');
const MINUTE_MS = 60_000;

const draw = (feed: Feed, lang = 'en', nowMs = NOW_MS): string =>
  writeWidget(viewStatus(feed.service, feed, renderLanguage(lang), nowMs), {}).text;

const writeOfficial = (changes: Partial<Official>, lang?: string): string => {
  const { official, ...feed } = fullFeed();
  const { affected: _affected, unknownReason: _reason, ...plain } = official as Official;
  return draw({ ...feed, official: { ...plain, ...changes } }, lang);
};

describe('the widget as the server draws it', () => {
  test('shows all that is known without a script: both voices, the reports and the categories', () => {
    const feed = fullFeed();
    for (const lang of ['en', 'ar'] as const) {
      const html = draw(feed, lang);
      const { live, element } = LANGUAGES[lang];
      for (const text of [live.voices.users, live.voices.official, element.breakdown])
        assert.ok(html.includes(text), text);
      assert.equal(html.match(/part="voice-(users|official)"/g)?.length, 2);
      assert.equal(html.match(/part="row"/g)?.length, feed.community?.categories.length);
      assert.match(html, /part="count".*part="sparkline"/s);
    }
  });

  test('says which parts are affected by the vendor’s page', () => {
    const affected = { count: 7, total: 544, names: ['Frankfurt & Main', 'Tokyo', 'Oslo'] };
    const card = writeOfficial({ status: 'partial_outage', affected });
    assert.ok(card.includes('7 of 544 parts: Frankfurt &amp; Main, Tokyo and 5 more'), card);
    const arabic = writeOfficial({ status: 'partial_outage', affected }, 'ar');
    assert.ok(arabic.includes('من الأجزاء: \u2068Frankfurt &amp; Main\u2069'), arabic);
    assert.ok(!writeOfficial({}).includes('parts:'));
  });

  test('says why a vendor’s page that was read says nothing', () => {
    const card = writeOfficial({ status: 'unknown', unknownReason: 'sub_pages' });
    assert.ok(card.includes('The page leaves its incidents to its sub-pages'), card);
  });

  test('never shows a stale feed as current', () => {
    const feed = fullFeed();
    const staleMs = Date.parse(feed.generatedAt) + (feed.maxAgeSeconds + 1) * 1000;
    const card = (nowMs: number) => /part="card"[^>]*/.exec(draw(feed, 'en', nowMs))?.[0];
    assert.match(card(staleMs - MINUTE_MS) ?? '', new RegExp(`data-status="${feed.status}"`));
    assert.match(card(staleMs) ?? '', /data-status="unknown"/);
    assert.ok(draw(feed, 'en', staleMs).includes('Last known: '));
  });

  test('says that nothing is known while there is no feed, and leaves the rest to the script', async () => {
    for (const lang of ['en', 'ar'] as const) {
      const view = viewStatus({ id: 'kik', name: 'Kik' }, undefined, renderLanguage(lang), NOW_MS);
      const notify = { sendsMail: false, pushKey: undefined };
      const page = writeServicePage(view, 'https://status.example', notify);
      const frame = writeEmbedPage(view, 'https://status.example', { theme: 'dark', look: 'card' });
      for (const html of [page, frame]) {
        await assertValidHtml(html, lang);
        assert.ok(html.includes(`</svg>${LANGUAGES[lang].paint.status.unknown}</span>`), html);
        assert.ok(html.includes(view.sentence), html);
        assert.doesNotMatch(html, /<template|<style/);
      }
      assert.match(page, /<outage-status class="unknown" service="kik"[^>]*>/);
      assert.match(frame, /<outage-status class="unknown" service="kik"[^>]* theme="dark">/);
    }
  });
});
