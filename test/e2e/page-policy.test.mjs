import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, textOf, waitFor } from './support/browser.mjs';
import { useHostPage } from './support/host-page.mjs';

for (const engine of engines) {
  describe(`a page policy that lacks something, in ${engine}`, () => {
    const host = useHostPage(engine);

    const open = async (connect) => {
      const page = await host.browser.newPage({ type: 'window' });
      const warnings = [];
      page.on('console', (message) => {
        if (message.text().startsWith('outage-status:')) warnings.push(message.text());
      });
      const policy = `default-src 'none'; script-src ${host.server.url}; ${connect}; require-trusted-types-for 'script'; trusted-types lit-html`;
      await page.goto(
        host.site.publish('<outage-status service="kik"><b>Kik status</b></outage-status>', {
          headers: { 'content-security-policy': policy },
        }),
      );
      return { page, warnings };
    };

    it('keeps the fallback and names the directive once when the feed is refused', async () => {
      const { page, warnings } = await open("connect-src 'self'");
      const feed = `${host.server.url}/v1/services/kik/status.json`;
      for (const end = Date.now() + 10_000; warnings.length === 0 && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(warnings, [
        `outage-status: the page's Content-Security-Policy keeps the widget from ${feed}; add ${host.server.url} to its connect-src.`,
      ]);
      await page.evaluate(() => document.querySelector('outage-status').refreshNow());
      assert.equal(warnings.length, 1);
      assert.equal(await textOf(page, '.summary'), 'The status could not be loaded.');
      await page.close();
    });

    it('turns the Report button into a link when only reports are refused', async () => {
      const own = `${host.server.url}/v1/services/kik`;
      const { page, warnings } = await open(`connect-src ${own}/status.json ${own}/events`);
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot?.querySelector('#toggle-report'),
      );
      await page.evaluate(() =>
        document.querySelector('outage-status').shadowRoot.querySelector('#toggle-report').click(),
      );
      const href = await waitFor(
        page,
        () =>
          document.querySelector('outage-status').shadowRoot.querySelector('a[part=report-button]')
            ?.href,
      );
      assert.equal(href, `${host.server.url}/kik`);
      assert.deepEqual(warnings, [
        `outage-status: the page's Content-Security-Policy keeps the widget from ${own}/challenge; add ${host.server.url} to its connect-src.`,
      ]);
      await page.close();
    });
  });
}
