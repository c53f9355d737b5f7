import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, openOnlyPage, textOf, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';

for (const engine of engines) {
  describe(`a widget under an incomplete page policy, in ${engine}`, () => {
    const host = useHostPage(engine, { start: useSharedServer });

    const open = async (connect) => {
      const page = await openOnlyPage(engine, host.browser);
      const warnings = [];
      page.on('console', (message) => {
        if (message.text().startsWith('outage-status:')) warnings.push(message.text());
      });
      const policy = `default-src 'none'; script-src ${host.server.url}; ${connect}; require-trusted-types-for 'script'; trusted-types outage-status`;
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

    const CHECKED = "require-trusted-types-for 'script'";
    const OWN_LIT = `<script nonce="own">trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });</script>`;
    const TAG = '<outage-status service="kik"><b>Kik status</b></outage-status>';
    const openWith = async (types, head = OWN_LIT, body = TAG) => {
      const page = await openOnlyPage(engine, host.browser);
      const warnings = [];
      page.on('console', (message) => {
        if (message.text().startsWith('outage-status:')) warnings.push(message.text());
      });
      const policy = `default-src 'none'; script-src ${host.server.url} 'nonce-own'; connect-src ${host.server.url}; ${types}`;
      await page.goto(
        host.site.publish(body, { head, headers: { 'content-security-policy': policy } }),
      );
      return { page, warnings };
    };

    for (const [what, types, head] of [
      ['has a Lit of its own', `${CHECKED}; trusted-types lit-html outage-status`],
      ['allows any policy', `${CHECKED}; trusted-types *`],
      ['refuses the policy but checks no types', 'trusted-types lit-html'],
      [
        'refuses the policy but checks strings itself',
        `${CHECKED}; trusted-types lit-html default`,
        `<script nonce="own">trustedTypes.createPolicy('default', { createHTML: (text) => text });</script>`,
      ],
    ]) {
      it(`draws and reports where the page ${what}`, async () => {
        const { page, warnings } = await openWith(types, head);
        await waitFor(page, hasButtons);
        await page.evaluate(() =>
          document
            .querySelector('outage-status')
            .shadowRoot.querySelector('#toggle-report')
            .click(),
        );
        await waitFor(
          page,
          () => !!document.querySelector('outage-status').shadowRoot.querySelector('.choice'),
        );
        assert.deepEqual(warnings, []);
        await page.close();
      });
    }

    it('names the policy once where the page refuses it, and keeps the status on screen', async () => {
      const { page, warnings } = await openWith(`${CHECKED}; trusted-types lit-html`);
      for (const end = Date.now() + 10_000; warnings.length === 0 && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(warnings, [
        "outage-status: the page's Content-Security-Policy keeps the widget from drawing; add outage-status to its trusted-types, or 'allow-duplicates' if it is there.",
      ]);
      assert.notEqual(await textOf(page, '[part=badge]'), '');
      assert.equal(await page.evaluate(() => !!customElements.get('outage-status')), false);
      await page.close();
    });

    it('says what lets it draw where the page has a policy of the same name', async () => {
      const taken = OWN_LIT.replace('lit-html', 'outage-status');
      const { page, warnings } = await openWith(`${CHECKED}; trusted-types outage-status`, taken);
      for (const end = Date.now() + 10_000; warnings.length === 0 && Date.now() < end;)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.match(
        warnings.join(),
        /add outage-status to .*, or 'allow-duplicates' if it is there\.$/,
      );
      await page.close();
      const allowed = `${CHECKED}; trusted-types outage-status 'allow-duplicates'`;
      const other = await openWith(allowed, taken);
      await waitFor(other.page, hasButtons);
      assert.deepEqual(other.warnings, []);
      await other.page.close();
    });

    it('logs nothing when a second copy of the script finds the policy taken', async () => {
      const again = `<script type="module" src="${host.server.url}/widget/outage-status.js?again"></script>`;
      const { page, warnings } = await openWith(
        `${CHECKED}; trusted-types outage-status`,
        '',
        TAG + again,
      );
      await waitFor(page, hasButtons);
      await waitFor(
        page,
        () =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => /outage-status\.js/.test(name)).length === 2,
      );
      await page.evaluate(() => document.querySelector('outage-status').refreshNow());
      assert.deepEqual(warnings, []);
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
