import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { emptyScripts, engines, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { hasButtons } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATHS = [
  '/kik',
  '/kik/decision',
  '/kik/history',
  '/embed/kik',
  '/embed/kik?look=compact',
  '/services',
  '/services?q=zzz',
  '/zzz',
  // The live widget in its compact form, a framed one, several fields, a picture with complaints.
  '/embed?service=kik&look=compact',
  '/embed?service=kik&place=wordpress',
  '/embed?service=kik&place=wix',
  '/embed?service=zzz&place=zzz&as=picture&theme=zzz',
  '/embed?service=s&place=preview',
];
const LANGUAGES = ['en', 'ar'];

/** Whether a page has the live widget, for which the test waits; the test checks it as the server has drawn it, too. */
const isLive = (path) =>
  /^\/(embed\/)?kik(?!.*(decision|history))|^\/embed\?service=kik&look=compact$/.test(path);

/** Opens the widget where it is in its compact form, and says whether it was. Runs in the page. */
const openCompact = async () => {
  const widget = document.querySelector('outage-status');
  const button = widget.shadowRoot.querySelector('[part=more-button]');
  if (!button?.checkVisibility()) return false;
  button.click();
  await widget.updateComplete;
  return widget.shadowRoot.querySelector('[part=breakdown]').checkVisibility();
};

const findOverflow = (page) =>
  page.evaluate(() => {
    const overflow = document.documentElement.scrollWidth - innerWidth;
    return overflow > 0 ? [`${overflow} px too wide`] : [];
  });

const findProblems = async (page) => {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    // Without this, the audit also writes a selector for each of the hundreds of nodes in which it found nothing.
    const { violations } = await globalThis.axe.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, RULES);
  return [...found, ...(await findOverflow(page))];
};

// Colours do not depend on the width, nor widths on the colours; axe reads the same in every engine, but widths are its own.
const LOOKS = [
  { engine: 'chromium', scheme: 'light', width: 320, find: findProblems },
  { engine: 'chromium', scheme: 'dark', width: 1280, find: findProblems },
  { engine: 'firefox', scheme: 'light', width: 320, find: findOverflow },
];

describe('the server’s pages', () => {
  let server;
  before(async () => {
    server = await useSharedServer();
  });
  after(() => server?.stop());

  for (const { engine, scheme, width, find } of LOOKS) {
    if (engines.includes(engine)) {
      describe(`${scheme}, ${width} px wide, in ${engine}`, () => {
        let browser;
        // One window each for all paths: a window is a process, which costs more than a page and its audit.
        let page;
        let unscripted;
        const openWindow = async () => {
          const opened = await browser.newPage({ type: 'window' });
          await opened.setViewport({ width, height: 900 });
          // Firefox's driver cannot.
          if (engine === 'chromium')
            await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          return opened;
        };

        before(async () => {
          browser = await launch(engine);
          page = await openWindow();
          unscripted = await openWindow();
          await emptyScripts(unscripted);
        });
        after(async () => {
          await closePages(browser);
        });

        for (const path of PATHS) {
          it(`${find === findProblems ? 'have no finding of the accessibility audit' : 'are not too wide'}, with scripts and without: ${path}`, async () => {
            for (const language of LANGUAGES) {
              const url = new URL(path, server.url);
              url.searchParams.set('lang', language);
              await page.goto(url.href);
              assert.equal(
                await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
                scheme === 'dark',
              );
              if (isLive(path)) await waitFor(page, hasButtons);
              assert.deepEqual(await find(page), [], language);
              if (!isLive(path)) continue;
              const isCompact = path.includes('compact');
              assert.equal(await page.evaluate(openCompact), isCompact, language);
              if (isCompact) assert.deepEqual(await find(page), [], `opened, ${language}`);
              await unscripted.goto(url.href);
              assert.deepEqual(await find(unscripted), [], `no scripts, ${language}`);
            }
          });
        }
      });
    }
  }
});
