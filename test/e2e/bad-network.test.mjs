import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, textOf, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { FAULTS, startFaultyProxy } from './support/faulty-proxy.mjs';
import { startHostSite } from './support/host-site.mjs';
import { startServer } from './support/server.mjs';

// The first try, and one more over a new connection. What a browser repeats by itself (Firefox tries ten times after a
// reset, and every browser follows twenty redirects) is not counted.
const MOST_TRIES = 2;
const WATCH_MISHAPS = `<script>
  globalThis.mishaps = [];
  addEventListener('error', (event) => mishaps.push(event.message));
  addEventListener('unhandledrejection', (event) => mishaps.push(String(event.reason)));
</script>`;
const UNREACHABLE = 'The status could not be loaded.';

for (const engine of engines) {
  describe(`a bad network, in ${engine}`, () => {
    let server;
    let proxy;
    let site;
    let browser;

    before(async () => {
      server = await startServer();
      proxy = await startFaultyProxy(server.url);
      site = await startHostSite(proxy.url);
      browser = await launch(engine);
    });
    after(async () => {
      await closePages(browser);
      await site?.close();
      await proxy?.close();
      await server?.stop();
    });

    const hasFeed = () => !!document.querySelector('outage-status')?.feed;
    const open = async () => {
      const page = await browser.newPage({ type: 'window' });
      const tries = { count: 0 };
      page.on('request', (request) => {
        if (request.url().endsWith('/status.json') && request.redirectChain().length === 0)
          tries.count += 1;
      });
      await page.goto(
        site.publish('<outage-status service="kik"><b>Kik status</b></outage-status>', {
          head: WATCH_MISHAPS,
        }),
      );
      return { page, tries };
    };
    const refresh = (page) =>
      page.evaluate(() => document.querySelector('outage-status').refreshNow());

    // The longest wait is that for no answer at all; once is enough.
    const faults = Object.keys(FAULTS).filter(
      (fault) => engine === 'chromium' || fault !== 'no answer',
    );

    it('keeps the status on screen, says that it is not updating, stays polite, and heals, whatever goes wrong', async () => {
      proxy.fault = undefined;
      const { page, tries } = await open();
      await waitFor(page, hasFeed);
      const status = await textOf(page, '[part=badge]');
      for (const fault of faults) {
        proxy.fault = fault;
        tries.count = 0;
        await refresh(page);
        assert.equal(await textOf(page, '[part=badge]'), status, fault);
        assert.match(await textOf(page, '[part=footer]'), /not updating/, fault);
        assert.ok(tries.count >= 1 && tries.count <= MOST_TRIES, `${fault}: ${tries.count} tries`);
        proxy.fault = undefined;
        await refresh(page);
        assert.doesNotMatch(await textOf(page, '[part=footer]'), /not updating/, fault);
      }
      assert.deepEqual(await page.evaluate(() => globalThis.mishaps), []);
      await page.close();
    });

    for (const fault of ['reset', 'an error 502 of a gateway', 'a sign-in page of the network']) {
      it(`shows the page's fallback at first, and heals at a press: ${fault}`, async () => {
        proxy.fault = fault;
        const { page } = await open();
        await waitFor(page, () =>
          document.querySelector('outage-status')?.shadowRoot?.querySelector('.summary'),
        );
        assert.equal(await textOf(page, '.summary'), UNREACHABLE);
        assert.equal(
          await page.evaluate(
            () =>
              document.querySelector('outage-status').shadowRoot.querySelector('slot') !== null &&
              document.querySelector('outage-status b').checkVisibility(),
          ),
          true,
        );
        proxy.fault = undefined;
        await page.evaluate(() =>
          document.querySelector('outage-status').shadowRoot.querySelector('button').click(),
        );
        await waitFor(page, hasFeed);
        assert.deepEqual(await page.evaluate(() => globalThis.mishaps), []);
        await page.close();
      });
    }
  });
}
