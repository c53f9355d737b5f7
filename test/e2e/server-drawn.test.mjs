import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyScripts, engines, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { hasButtons } from './support/host-page.mjs';
import { readFeed, startServer } from './support/server.mjs';

const VIEWS = ['/kik', '/kik?lang=ar', '/embed/kik', '/embed/kik?theme=dark'];
const WIDTHS = [300, 900];

/** Where each part of the drawing is, and what it says, without the buttons and ages that only the live widget has. */
const readParts = () => {
  const widget = document.querySelector('outage-status');
  const edge = widget.getBoundingClientRect();
  const parts = {};
  for (const name of ['name', 'badge', 'count', 'sparkline', 'breakdown', 'voices', 'footer']) {
    const box = widget.shadowRoot.querySelector(`[part=${name}]`).getBoundingClientRect();
    parts[name] = [box.x - edge.x, box.y - edge.y, box.width, box.height].map(Math.round).join();
  }
  const marks = [...widget.shadowRoot.querySelectorAll('.badge, .mark')];
  const words = marks.map(({ textContent }) => textContent.trim());
  return { parts, words, height: Math.round(edge.height) };
};

for (const engine of engines) {
  describe(`the widget as the server draws it, in ${engine}`, () => {
    let server;
    let browser;

    before(async () => {
      server = await startServer();
      // The server has asked the demo's stand-in once.
      while (!(await readFeed(server.url, 'kik')).reachability) await sleep(50);
      browser = await launch(engine);
    });
    after(async () => {
      await closePages(browser);
      await server?.stop();
    });

    /** Opens a view whose script does not arrive before `finish` is called. */
    const openHeld = async (path, width) => {
      const page = await browser.newPage({ type: 'window' });
      await page.setViewport({ width, height: 900 });
      const problems = [];
      const requested = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await page.setRequestInterception(true);
      let release;
      const released = new Promise((resolve) => (release = resolve));
      page.on('request', async (request) => {
        requested.push(new URL(request.url()).pathname);
        if (request.url().endsWith('/widget/outage-status.js')) await released;
        await request.continue();
      });
      const loaded = page.goto(server.url + path);
      await waitFor(page, () => !!document.querySelector('outage-status')?.shadowRoot);
      const finish = () => {
        release();
        return loaded;
      };
      return { page, problems, requested, finish };
    };

    for (const path of VIEWS) {
      it(`is taken over where it stands, without another request for the feed: ${path}`, async () => {
        for (const width of WIDTHS) {
          const { page, problems, requested, finish } = await openHeld(path, width);
          await waitFor(page, () => document.styleSheets.length > 0);
          const drawn = await page.evaluate(readParts);
          await finish();
          await waitFor(page, hasButtons);
          assert.deepEqual(await page.evaluate(readParts), drawn, `${width} px`);
          assert.deepEqual(
            requested.filter((one) => one.endsWith('status.json')),
            [],
          );
          assert.deepEqual(problems, []);
          await page.close();
        }
      });
    }

    it('shows everything and offers nothing where scripts are off', async () => {
      const page = await browser.newPage({ type: 'window' });
      if (engine === 'chromium') await page.setJavaScriptEnabled(false);
      else await emptyScripts(page);
      for (const path of VIEWS) {
        await page.goto(server.url + path);
        const { parts, words } = await page.evaluate(readParts);
        // The badge and the three voices.
        assert.equal(words.length, 4, path);
        for (const [name, box] of Object.entries(parts)) assert.doesNotMatch(box, /,0$/, name);
        const buttons = await page.evaluate(() =>
          [...document.querySelector('outage-status').shadowRoot.querySelectorAll('button')]
            .filter((button) => button.checkVisibility({ visibilityProperty: true }))
            .map(({ textContent }) => textContent.trim()),
        );
        assert.deepEqual(buttons, [], path);
      }
      await page.close();
    });
  });
}
