import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { useHostPage, withoutIcon } from './support/host-page.mjs';

const hasActions = () =>
  !!document.querySelector('outage-status')?.shadowRoot?.querySelector('[part=actions]');

// What the README tells pages to write, so that the space is there before the script is.
const RESERVED = '<style>outage-status:not(:defined) { visibility: hidden }</style>';

for (const engine of engines) {
  describe(`a widget in a foreign page in ${engine}`, () => {
    const host = useHostPage(engine);
    const open = async (body, options) => {
      const opened = await host.open(body, options);
      await waitFor(opened.page, hasActions);
      return opened;
    };

    it('breaks no strict content security policy with trusted types', async () => {
      const policy = [
        "default-src 'none'",
        `script-src ${host.server.url}`,
        `connect-src ${host.server.url}`,
        "require-trusted-types-for 'script'",
        'trusted-types outage-status',
      ].join('; ');
      const { page, problems } = await open('<outage-status service="kik"></outage-status>', {
        headers: { 'content-security-policy': policy },
      });
      await page.evaluate(() =>
        document.querySelector('outage-status').shadowRoot.querySelector('#toggle-trend').click(),
      );
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot.querySelector('canvas')?.width,
      );
      // Browsers ask for this by themselves, and the policy of this page refuses it.
      assert.deepEqual(withoutIcon(problems), []);
      await page.close();
    });

    it('loads the chart only when the visitor opens the trend', async () => {
      const { page, requests } = await open('<outage-status service="kik"></outage-status>');
      const chart = () => requests.filter((url) => url.endsWith('/outage-status.trend.js'));
      assert.deepEqual(chart(), []);
      await page.evaluate(() =>
        document.querySelector('outage-status').shadowRoot.querySelector('#toggle-trend').click(),
      );
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot.querySelector('canvas')?.width,
      );
      assert.equal(new Set(chart()).size, 1);
      await page.close();
    });

    it('asks once for each feed however many widgets show it, and stores nothing', async () => {
      const tags = ['kik', 'discord', 'github', 'reddit']
        .map((service) => `<outage-status service="${service}"></outage-status>`.repeat(25))
        .join('');
      const { page, requests } = await open(tags);
      const feeds = requests.filter((url) => url.endsWith('/status.json'));
      assert.equal(feeds.length, 4);
      const stored = await page.evaluate(() => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
      ]);
      assert.deepEqual(stored, ['', 0, 0]);
      await page.close();
    });

    it('uses the response of a preload, and asks for nothing more', async () => {
      const feed = `${host.server.url}/v1/services/kik/status.json`;
      const { page, requests } = await open('<outage-status service="kik"></outage-status>', {
        head: `<link rel="preload" as="fetch" crossorigin href="${feed}">`,
      });
      // Chromium's driver does not count an answer that was handed over.
      if (engine === 'chromium') assert.equal(requests.filter((url) => url === feed).length, 1);
      await page.close();
    });

    it('asks for the guide when the visitor wants it, where the preload left it out', async () => {
      const feed = `${host.server.url}/v1/services/kik/status.json`;
      const { page, requests } = await open('<outage-status service="kik"></outage-status>', {
        head: `<link rel="preload" as="fetch" crossorigin href="${feed}?guide=later">`,
      });
      const countOf = (asked) => requests.filter((url) => url === asked).length;
      assert.equal(countOf(feed), 0);
      if (engine === 'chromium') assert.equal(countOf(`${feed}?guide=later`), 1);
      await page.evaluate(() =>
        document.querySelector('outage-status').shadowRoot.querySelector('#toggle-guide').click(),
      );
      await waitFor(page, () =>
        document.querySelector('outage-status').shadowRoot.querySelector('[part=step]'),
      );
      assert.equal(countOf(feed), 1);
      await page.close();
    });

    it('works by keyboard alone: report, cancel, trend', async () => {
      const { page } = await open('<outage-status service="kik"></outage-status>');
      const focused = () => document.querySelector('outage-status').shadowRoot.activeElement?.id;
      const tabTo = async (id) => {
        for (let presses = 0; presses < 20; presses += 1) {
          if ((await page.evaluate(focused)) === id) return;
          await page.keyboard.press('Tab');
        }
        assert.fail(`no way to ${id} by Tab`);
      };
      await tabTo('toggle-report');
      await page.keyboard.press('Enter');
      await waitFor(
        page,
        () =>
          !!document.querySelector('outage-status').shadowRoot.activeElement?.closest('.choices'),
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await waitFor(
        page,
        () =>
          !!document
            .querySelector('outage-status')
            .shadowRoot.querySelector('[data-outcome=counted], [data-outcome=already_reported]'),
      );
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(focused), 'toggle-report');
      await tabTo('toggle-trend');
      await page.keyboard.press('Enter');
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot.querySelector('canvas')?.width,
      );
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(focused), 'toggle-trend');
      await page.close();
    });

    it('survives a page that loads it twice and has broken globals', async () => {
      const page = await host.browser.newPage({ type: 'window' });
      const url = host.site.publish(
        `<outage-status service="kik"></outage-status>
        <script type="module" src="${host.server.url}/widget/outage-status.js?again"></script>
        <script src="${host.server.url}/widget/outage-status.classic.js"></script>
        <script>
          addEventListener('error', (event) => { document.title = 'error: ' + event.message; });
          addEventListener('unhandledrejection', (event) => { document.title = 'error: ' + event.reason; });
          setInterval(() => {
            const root = document.querySelector('outage-status').shadowRoot;
            if (root && root.querySelector('[part=actions]') && document.title === 'Host page') document.title = 'works';
          }, 50);
        </script>`,
        {
          head: `<script>
            Array.prototype.surprise = () => {};
            Object.prototype.extra = 1;
            globalThis.name = {};
          </script>`,
        },
      );
      await page.goto(url);
      // The driver's own way to wait does not survive such a page; its title can be read from outside.
      let title = await page.title();
      for (const end = Date.now() + 10_000; title === 'Host page' && Date.now() < end;)
        title = await page.title();
      assert.equal(title, 'works');
      await page.close();
    });

    if (engine === 'chromium') {
      const watchShifts = `<script>
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries())
            shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName) });
        }).observe({ type: 'layout-shift', buffered: true });
      </script>`;
      for (const width of [240, 320, 480, 640, 800]) {
        for (const variant of ['auto', 'card', 'badge']) {
          it(`moves nothing in a page when its data arrives: ${variant}, ${width} px`, async () => {
            const page = await host.browser.newPage({ type: 'window' });
            await page.setViewport({ width: 1000, height: 1600 });
            const url = host.site.publish(
              `<div style="inline-size: ${width}px"><p>Right now: <span id="place"></span> and more words after it.</p><p id="after">After.</p></div>`,
              { head: watchShifts + RESERVED },
            );
            await page.goto(url);
            await waitFor(page, () => !!customElements.get('outage-status'));
            // In the page from the first paint on; its data comes later, its live part later still.
            await page.evaluate((chosen) => {
              const element = document.createElement('outage-status');
              element.variant = chosen;
              element.lang = 'en';
              if (chosen === 'badge') document.querySelector('#place').replaceWith(element);
              else document.querySelector('#after').before(element);
            }, variant);
            const settle = () =>
              page.evaluate(
                () =>
                  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
              );
            await settle();
            const start = await page.evaluate(() => {
              globalThis.shifts.length = 0;
              return document.querySelector('#after').getBoundingClientRect().top;
            });
            await page.evaluate((serverUrl) => {
              const element = document.querySelector('outage-status');
              element.server = serverUrl;
              element.service = 'kik';
            }, host.server.url);
            await waitFor(page, () => !!document.querySelector('outage-status').feed);
            if (variant !== 'badge') await waitFor(page, hasActions);
            await settle();
            const end = await page.evaluate(() => ({
              shifts: globalThis.shifts,
              top: document.querySelector('#after').getBoundingClientRect().top,
            }));
            assert.deepEqual(end, { shifts: [], top: start });
            await page.close();
          });
        }
      }
    }
  });
}
