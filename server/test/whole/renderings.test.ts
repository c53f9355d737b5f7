import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { STATUSES } from 'outage-status/feed';
import { PALETTE, STATUS_COLORS, STATUS_ICONS } from 'outage-status/model';
import { LANGUAGES } from 'outage-status/texts';
import { drawCard } from '../../src/render/card.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { viewStatus } from '../../src/render/status-view.js';
import { idOf, startStateServer } from '../helpers/state-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);

/** Where the colours of the pages are: not in them, but by the name of the status. */
const colorsOfPages = (css: string, status: string): string[] => {
  const [, name = ''] =
    new RegExp(`\\[data-status='${status}'\\] { --tone: var\\(--(.+?)\\)`).exec(css) ?? [];
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((.+?), (.+?)\\)`).exec(css) ?? [];
  return [light, dark];
};

describe('the renderings of a state', () => {
  test('say the same words in the same shapes and colours, in every language', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const read = async (path: string) => (await fetch(url + path)).text();
    const css = await read('/assets/page.css');
    for (const status of STATUSES.filter((one) => one !== 'unknown')) {
      const id = idOf(status);
      const { light, dark } = PALETTE[STATUS_COLORS[status]];
      assert.deepEqual(colorsOfPages(css, status), [light, dark], status);
      const feed = JSON.parse(await read(`/v1/services/${id}/status.json`)) as Parameters<
        typeof viewStatus
      >[1];
      for (const { language, paint } of Object.values(LANGUAGES)) {
        const query = `?lang=${language}`;
        const view = viewStatus(
          { id, name: `Name of ${id}` },
          feed,
          renderLanguage(language),
          NOW_MS,
        );
        assert.equal(view.status, status);
        const word = paint.status[status];
        const drawings = {
          badge: await read(`/badge/${id}.svg${query}`),
          'light card': drawCard(view, 'light', 'status.example').text,
          'dark card': drawCard(view, 'dark', 'status.example').text,
        };
        const pages = {
          page: await read(`/${id}${query}`),
          frame: await read(`/embed/${id}${query}`),
        };
        for (const [what, text] of Object.entries({ ...drawings, ...pages })) {
          assert.ok(text.includes(word), `${what} lacks "${word}"`);
          assert.ok(text.includes(STATUS_ICONS[status]), `${what} lacks the shape of ${status}`);
        }
        // The sentence may be broken into lines in the card, and is not in the badge.
        for (const [what, text] of Object.entries(pages)) {
          assert.ok(text.includes(view.sentence), `${what} lacks "${view.sentence}"`);
        }
        assert.ok(drawings['light card'].includes(light) && drawings['dark card'].includes(dark));
        assert.ok(drawings.badge.includes(light) && drawings.badge.includes(dark));
        const shield = JSON.parse(await read(`/badge/${id}.json${query}`)) as object;
        assert.deepEqual(shield, {
          schemaVersion: 1,
          label: `Name of ${id}`,
          message: word,
          color: light.slice(1),
        });
        const oembed = await read(`/oembed?url=${encodeURIComponent(`${url}/${id}${query}`)}`);
        assert.ok(oembed.includes(paint.title(`Name of ${id}`)), oembed);
        assert.ok(!oembed.includes(word), 'oEmbed is kept by others, so it tells no status');
      }
    }
  });
});
