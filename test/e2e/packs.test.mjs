// What the packs produce, on a foreign site, with the real server and widget.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { collectPlugin } from '../../scripts/pack-wordpress.mjs';
import { buildSite, generators } from '../packs/support/generators.mjs';
import { engines, waitFor } from './support/browser.mjs';
import { isPainted, openPage } from './support/open-page.mjs';
import { useHostPage } from './support/host-page.mjs';

const readPack = (path) =>
  readFileSync(new URL(`../../packs/${path}`, import.meta.url), 'utf8').trim();

if (engines.includes('chromium')) {
  describe('the packs on a foreign site', () => {
    const host = useHostPage('chromium');

    const open = (address) => openPage(host.browser, address);

    for (const generator of generators) {
      it(`${generator} shows the status, and a link without JavaScript`, async (test) => {
        const tags = [{ service: 'kik', variant: 'card', name: 'Kik' }];
        const built = await buildSite(generator, tags, { server: host.server.url });
        test.after(built.remove);
        assert.equal(built.code, 0, built.output);
        const address = host.site.publishFile(await built.page(0));

        const { page, problems } = await open(address);
        await waitFor(page, isPainted, 1);
        const feed = await (await fetch(`${host.server.url}/v1/services/kik/status.json`)).json();
        assert.equal(await page.$eval('outage-status', ({ status }) => status), feed.status);
        assert.deepEqual(problems, []);
        await page.close();

        const still = await host.browser.newPage();
        await still.setJavaScriptEnabled(false);
        await still.goto(address);
        const link = await still.$eval('outage-status a', (element) => ({
          href: element.href,
          innerText: element.innerText,
          isVisible: element.checkVisibility() && element.getBoundingClientRect().width > 20,
        }));
        assert.deepEqual(link, {
          href: `${host.server.url}/kik`,
          innerText: 'Kik status',
          isVisible: true,
        });
        await still.close();
      });
    }

    it('WordPress shows the status with the plugin’s own copy of the widget, and loads its chunks', async () => {
      const types = { js: 'text/javascript', map: 'application/json', json: 'application/json' };
      let script;
      for (const [path, content] of Object.entries(collectPlugin())) {
        if (!path.includes('/widget/')) continue;
        const type = types[path.split('.').at(-1)];
        const address = host.site.publishFile(content, {
          path: `/wp-content/plugins/${path}`,
          type,
        });
        if (path.endsWith('/outage-status.js')) script = address;
      }
      const { page, problems } = await open(
        host.site.publishFile(
          `<!doctype html><html lang="en"><body><outage-status service="kik" server="${host.server.url}"></outage-status><script type="module" src="${script}"></script></body></html>`,
        ),
      );
      await waitFor(page, isPainted, 1);
      await waitFor(
        page,
        () => !!document.querySelector('outage-status').shadowRoot.querySelector('#toggle-report'),
      );
      assert.deepEqual(problems, []);
      await page.close();
    });

    for (const [pack, html] of [
      ['phpBB', readPack('phpbb/replacement.html').replaceAll('{IDENTIFIER}', 'kik')],
      [
        'XenForo',
        /<embed_html><!\[CDATA\[(.*)\]\]>/
          .exec(readPack('xenforo/bb_code_media_sites.xml'))[1]
          .replaceAll('{$id}', 'kik'),
      ],
    ]) {
      it(`${pack} shows the frame, which may run scripts and nothing else`, async () => {
        const body = html.replaceAll('https://status.example', host.server.url);
        const { page, problems } = await open(
          host.site.publishFile(`<!doctype html><html lang="en"><body>${body}</body></html>`),
        );
        const frame = await page.waitForFrame((one) => one.url().includes('/embed/'));
        await waitFor(frame, isPainted, 1);
        assert.equal(await frame.evaluate(() => self.origin), 'null');
        await waitFor(
          frame,
          () =>
            !!document.querySelector('outage-status').shadowRoot.querySelector('#toggle-report'),
        );
        const hidden = await frame.evaluate(
          () => document.documentElement.scrollHeight - innerHeight,
        );
        assert.ok(hidden <= 0, `${hidden} px of the frame must be scrolled to`);
        assert.deepEqual(problems, []);
        await page.close();
      });
    }
  });
}
