// What `renderStatus` writes, where scripts are off: in a frame that may not run any, which every engine can do.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { renderStatus } from '../../dist/ssr/index.js';
import { feedOf } from './cdn-site.mjs';

const FORMS = [
  { variant: 'card', width: 640 },
  { variant: 'compact', width: 640 },
  { variant: 'compact', width: 300 },
  { variant: 'auto', width: 220 },
  { variant: 'badge', width: 640 },
];
const WORDS = {
  en: { badge: 'Major outage', dated: /^As of \d\d:\d\d UTC, \w{3} \d+$/ },
  ar: { badge: 'انقطاع كبير', dated: /^حتى \d\d:\d\d UTC، \d+ / },
};

/** The state of each tag in the frame. Runs in the page around it. */
const readFrame = () => {
  const { contentDocument, contentWindow } = document.querySelector('iframe');
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true });
  const tags = [...contentDocument.querySelectorAll('outage-status')].map(({ shadowRoot }) => {
    const words = (selector) => {
      const found = shadowRoot.querySelector(selector);
      const text = found && isSeen(found) ? found.textContent : '';
      return text
        .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
    };
    return {
      badge: words('[part=badge]'),
      dated: words('.footer span'),
      buttons: [...shadowRoot.querySelectorAll('button')].filter(isSeen).length,
      tooWide: shadowRoot.host.scrollWidth - shadowRoot.host.parentNode.clientWidth,
    };
  });
  const { matches: isUnscripted } = contentWindow.matchMedia('(scripting: none)');
  return { isUnscripted, isDefined: !!contentWindow.didRun, tags };
};

/** Adds the tests to a suite, whose `site` and `browser` are there when they run. */
export function describeUnscripted(host) {
  describe('a status that a server has rendered, without scripts', () => {
    let page;
    before(async () => {
      page = await host.browser.open();
    });
    after(() => page.close());

    for (const lang of Object.keys(WORDS)) {
      it(`is readable and dated, with nothing dead to press: ${lang}`, async () => {
        const feed = feedOf(Date.now() - 5 * 3_600_000);
        const nowMs = Date.parse(feed.generatedAt);
        const tags = FORMS.map(
          ({ variant, width }) =>
            `<div style="width:${width}px">${renderStatus(feed, { variant, lang, nowMs })}</div>`,
        ).join('');
        const inner = host.site.publish(
          `<!doctype html><html lang="${lang}"><title>Inner</title><script>globalThis.didRun = true</script>${tags}`,
        );
        await page.goto(
          host.site.publish(
            `<!doctype html><html lang="en"><title>Page</title><iframe sandbox="allow-same-origin" src="${inner}" width="700" height="2000"></iframe>`,
          ),
        );
        await page.waitFor(
          `() => document.querySelector('iframe').contentDocument?.readyState === 'complete' && document.querySelector('iframe').contentDocument.querySelectorAll('outage-status').length === ${FORMS.length}`,
        );
        const found = await page.evaluate(readFrame);
        assert.deepEqual([found.isUnscripted, found.isDefined], [true, false]);
        for (const [index, { badge, dated, buttons, tooWide }] of found.tags.entries()) {
          const { variant, width } = FORMS[index];
          const form = `${variant}, ${width} px`;
          // The name comes first where there is no head, and the widths of the other words after it.
          if (variant === 'badge')
            assert.match(badge, new RegExp(`^[^:]*Kik[^:]*: ${WORDS[lang].badge}`), form);
          else assert.equal(badge, WORDS[lang].badge, form);
          assert.ok(tooWide <= 0, form);
          // The badge is a button, which opens its card without a script.
          assert.equal(buttons, variant === 'badge' ? 1 : 0, form);
          if (variant !== 'badge') assert.match(dated, WORDS[lang].dated, form);
        }
      });
    }
  });
}
