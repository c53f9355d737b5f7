import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines } from './support/browser.mjs';
import { useHostPage } from './support/host-page.mjs';
import {
  COLUMNS,
  FORMS,
  measureShift,
  MOST_SHIFT,
  takeSnippet,
  withoutPreload,
  withoutRoom,
} from './support/layout-shift.mjs';

// Only Chromium reports layout shifts.
if (engines.includes('chromium')) {
  describe('a pasted snippet', () => {
    const host = useHostPage('chromium');

    for (const [form, { query }] of Object.entries(FORMS)) {
      for (const language of ['en', 'ar']) {
        it(`keeps the room of its ${form} in every column, with and without the preload: ${language}`, async () => {
          const pasted = await takeSnippet(host.server.url, `${query}&language=${language}`);
          for (const snippet of new Set([pasted, withoutPreload(pasted)])) {
            for (const width of COLUMNS) {
              const { shift, shifts } = await measureShift(host.browser, host.site, {
                snippet,
                form,
                width,
                language,
              });
              assert.ok(shift <= MOST_SHIFT, `${width} px: ${shift} ${JSON.stringify(shifts)}`);
            }
          }
        });
      }
    }

    it('would move the page without its room, so that this measurement can fail', async () => {
      const pasted = await takeSnippet(host.server.url, FORMS.card.query);
      const { shift } = await measureShift(host.browser, host.site, {
        snippet: withoutRoom(pasted),
        form: 'card',
        width: 640,
      });
      assert.ok(shift > MOST_SHIFT, `${shift}`);
    });
  });
}
