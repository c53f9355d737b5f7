import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { emptyScripts, engines, launch, waitFor } from './support/browser.mjs';
import { hasButtons } from './support/host-page.mjs';
import { startServer } from './support/server.mjs';

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
  // The live widget, a framed one, several fields, a picture with complaints.
  '/embed?service=kik',
  '/embed?service=kik&place=wordpress',
  '/embed?service=kik&place=wix',
  '/embed?service=zzz&place=zzz&as=picture&theme=zzz',
  '/embed?service=s&place=preview',
];
const LANGUAGES = ['en', 'ar'];

/** Whether a page has the live widget, for which the test waits; the test checks it as the server has drawn it, too. */
const isLive = (path) =>
  /^\/(embed\/)?kik(?!.*(compact|decision|history))|^\/embed\?service=kik$/.test(path);

const findProblems = async (page) => {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: rules });
    const overflow = document.documentElement.scrollWidth - innerWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
      ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ];
  }, RULES);
  return found;
};

// Colours do not depend on the width, nor widths on the colours; the second engine is for what it computes of both.
const LOOKS = [
  { engine: 'chromium', scheme: 'light', width: 320 },
  { engine: 'chromium', scheme: 'dark', width: 1280 },
  { engine: 'firefox', scheme: 'light', width: 320 },
];

for (const { engine, scheme, width } of LOOKS) {
  if (engines.includes(engine)) {
    describe(`the server’s pages, ${scheme}, ${width} px wide, in ${engine}`, () => {
      let server;
      let browser;

      before(async () => {
        server = await startServer();
        browser = await launch(engine, scheme);
      });
      after(async () => {
        await browser?.close();
        await server?.stop();
      });

      for (const path of PATHS) {
        const openPage = async () => {
          const page = await browser.newPage({ type: 'window' });
          await page.setViewport({ width, height: 900 });
          return page;
        };

        it(`have no finding of the accessibility audit, with scripts and without: ${path}`, async () => {
          const page = await openPage();
          const unscripted = await openPage();
          await emptyScripts(unscripted);
          for (const language of LANGUAGES) {
            const url = new URL(path, server.url);
            url.searchParams.set('lang', language);
            await page.goto(url.href);
            assert.equal(
              await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
              scheme === 'dark',
            );
            if (isLive(path)) await waitFor(page, hasButtons);
            assert.deepEqual(await findProblems(page), [], language);
            if (!isLive(path)) continue;
            await unscripted.goto(url.href);
            assert.deepEqual(await findProblems(unscripted), [], `no scripts, ${language}`);
          }
          await unscripted.close();
          await page.close();
        });
      }
    });
  }
}
