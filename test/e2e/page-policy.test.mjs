import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, launch, textOf, waitFor } from './support/browser.mjs';
import { startHostSite } from './support/host-site.mjs';
import { startServer } from './support/server.mjs';

for (const engine of engines) {
  describe(`a page policy that lacks something, in ${engine}`, () => {
    let server;
    let site;
    let browser;

    before(async () => {
      server = await startServer();
      site = await startHostSite(server.url);
      browser = await launch(engine);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      await server?.stop();
    });

    const open = async (connect) => {
      const page = await browser.newPage({ type: 'window' });
      const warnings = [];
      page.on('console', (message) => {
        if (message.text().startsWith('outage-status:')) warnings.push(message.text());
      });
      const policy = `default-src 'none'; script-src ${server.url}; ${connect}; require-trusted-types-for 'script'; trusted-types lit-html`;
      await page.goto(
        site.publish('<outage-status service="kik"><b>Kik status</b></outage-status>', {
          headers: { 'content-security-policy': policy },
        }),
      );
      return { page, warnings };
    };

    it('keeps the fallback and names the directive once when the feed is refused', async () => {
      const { page, warnings } = await open("connect-src 'self'");
      const feed = `${server.url}/v1/services/kik/status.json`;
      for (const end = Date.now() + 10_000; warnings.length === 0 && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(warnings, [
        `outage-status: the page's Content-Security-Policy keeps the widget from ${feed}; add ${server.url} to its connect-src.`,
      ]);
      await page.evaluate(() => document.querySelector('outage-status').refreshNow());
      assert.equal(warnings.length, 1);
      assert.equal(await textOf(page, '.summary'), 'The status could not be loaded.');
      await page.close();
    });

    it('turns the Report button into a link when only reports are refused', async () => {
      const own = `${server.url}/v1/services/kik`;
      const { page, warnings } = await open(`connect-src ${own}/status.json ${own}/events`);
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot?.querySelector('#toggle-report'),
      );
      const outcome = await page.evaluate(() => {
        const element = document.querySelector('outage-status');
        const root = element.shadowRoot;
        root.querySelector('#toggle-report').click();
        return new Promise((resolve) => {
          element.addEventListener('outage-reported', (event) => resolve(event.outcome.outcome));
          const choose = () => {
            const choice = root.querySelector('.choices input');
            if (!choice) return requestAnimationFrame(choose);
            choice.click();
            return root.querySelector('#report-send').click();
          };
          choose();
        });
      });
      assert.equal(outcome, 'offline');
      const href = await waitFor(
        page,
        () =>
          document.querySelector('outage-status').shadowRoot.querySelector('a[part=report-button]')
            ?.href,
      );
      assert.equal(href, `${server.url}/kik`);
      assert.match(await textOf(page, '[part=report-status]'), /this page kept the report/);
      assert.equal(
        await page.evaluate(() =>
          document.querySelector('outage-status').shadowRoot.activeElement?.getAttribute('part'),
        ),
        'report-button',
      );
      assert.deepEqual(warnings, [
        `outage-status: the page's Content-Security-Policy keeps the widget from ${own}/reports; add ${server.url} to its connect-src.`,
      ]);
      await page.close();
    });
  });
}
