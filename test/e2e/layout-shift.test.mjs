import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { takeSnippet } from './support/builder-snippets.mjs';
import { useHostPage } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';
import {
  COLUMNS,
  FORMS,
  measureShift,
  MOST_SHIFT,
  withoutPreload,
  withoutRoom,
} from './support/layout-shift.mjs';

/** Columns around the places. */
const WIDTHS = [240, 320, 640];

/** Places of a page, most of them as wide as what is in them. */
const PLACES = {
  column: (tag) => `<div class="place">${tag}</div>`,
  float: (tag) => `<div class="place" style="float:inline-start">${tag}</div>`,
  'inline block': (tag) => `<div class="place" style="display:inline-block">${tag}</div>`,
  'flex item': (tag) => `<div style="display:flex"><div class="place">${tag}</div><p>!</p></div>`,
  'table cell': (tag) => `<table><tr><td class="place">${tag}</td><td>!</td></tr></table>`,
};

// That of the element's own tests of the room.
const HEIGHT_TOLERANCE_PX = 8;

const withoutScripts = (snippet) =>
  snippet
    .split('\n')
    .filter((line) => !/^<(script|link)/.test(line))
    .join('\n');

const measurePlaces = () =>
  [...document.querySelectorAll('.place')].map((place) => {
    const { width, height } = place.getBoundingClientRect();
    return { width, height };
  });

const haveButtons = () =>
  [...document.querySelectorAll('outage-status')].every(
    ({ shadowRoot }) => !!shadowRoot?.querySelector('#toggle-report'),
  );

// Only Chromium reports layout shifts.
if (engines.includes('chromium')) {
  describe('a pasted snippet', () => {
    const host = useHostPage('chromium', { start: useSharedServer });

    for (const [form, { query }] of Object.entries(FORMS)) {
      for (const language of ['en', 'ar']) {
        it(`keeps the room of its ${form} in every column, with and without the preload: ${language}`, async () => {
          const pasted = await takeSnippet(host.server.url, `${query}&language=${language}`);
          for (const snippet of new Set([pasted, withoutPreload(pasted)])) {
            const { shift, shifts } = await measureShift(host.browser, host.site, {
              snippet,
              form,
              widths: COLUMNS,
              language,
            });
            assert.ok(shift <= MOST_SHIFT, `${shift} ${JSON.stringify(shifts)}`);
          }
        });
      }
    }

    it('would move the page without its room, even if in one column only, so that this measurement can fail', async () => {
      const pasted = await takeSnippet(host.server.url, FORMS.card.query);
      for (const width of COLUMNS) {
        const { shift } = await measureShift(host.browser, host.site, {
          snippet: withoutRoom(pasted),
          form: 'card',
          widths: [width],
        });
        assert.ok(shift > MOST_SHIFT, `${width} px: ${shift}`);
      }
    });
  });
}

for (const engine of engines) {
  describe(`a place that is as wide as what is in it: ${engine}`, () => {
    const host = useHostPage(engine, { start: useSharedServer });
    const readFragment = async (variant) => {
      const answer = await fetch(`${host.server.url}/fragment/kik.html?variant=${variant}`);
      return answer.text();
    };
    const forms = {
      'compact, from the builder': () => takeSnippet(host.server.url, 'look=compact'),
      'automatic, from the builder': () => takeSnippet(host.server.url, 'look=auto'),
      'compact, drawn by a server': () => readFragment('compact'),
      'automatic, drawn by a server': () => readFragment('auto'),
    };

    for (const [form, take] of Object.entries(forms)) {
      it(`is as wide and as high before the script has run as afterwards: ${form}`, async () => {
        const tag = withoutScripts(await take());
        const cases = Object.entries(PLACES).flatMap(([name, write]) =>
          WIDTHS.map((width) => ({ name: `${name} in ${width} px`, width, write })),
        );
        const body = cases.map(
          ({ width, write }) =>
            `<div style="display:flow-root;width:${width}px">${write(tag)}</div>`,
        );
        const { page } = await host.open(body.join('\n'), { withWidget: false });
        const before = await page.evaluate(measurePlaces);
        await page.evaluate((url) => import(url), `${host.server.url}/widget/outage-status.js`);
        await waitFor(page, haveButtons);
        const after = await page.evaluate(measurePlaces);
        for (const [index, { name }] of cases.entries()) {
          const [was, is] = [before[index], after[index]];
          const sizes = `${name}: ${JSON.stringify(was)}, then ${JSON.stringify(is)}`;
          assert.ok(was.width > 200, sizes);
          assert.ok(Math.abs(was.width - is.width) < 0.1, sizes);
          assert.ok(Math.abs(was.height - is.height) <= HEIGHT_TOLERANCE_PX, sizes);
        }
        await page.close();
      });
    }
  });
}
