// What `renderStatus` writes for a tag with `load`, which asks for nothing by itself, before the element has come.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { renderStatus } from '../../dist/ssr/index.js';
import { feedOf } from './cdn-site.mjs';

const HOUR_MS = 3_600_000;
const hasBadge = (text) =>
  `() => document.querySelector('outage-status').shadowRoot?.querySelector('[part~=badge]')?.textContent.trim() === '${text}'`;

/** Adds the tests to a suite, whose `site` and `browser` are there when they run. */
export function describeWithLoad(host) {
  describe('a status that a server has rendered for a tag with load', () => {
    let page;
    afterEach(() => page.close());

    for (const load of ['click', 'visible']) {
      it(`is unknown as soon as the script runs where it is too old, without a request: ${load}`, async () => {
        const release = host.site.holdFile('outage-status.element.js');
        const feed = feedOf(Date.now() - 5 * HOUR_MS);
        const tag = renderStatus(feed, {
          server: host.site.cdn,
          load,
          nowMs: Date.parse(feed.generatedAt),
        });
        host.site.asked.length = 0;
        page = await host.browser.open({});
        await page.goto(
          host.site.publish(
            `<!doctype html><html lang="en"><title>Page</title><div style="height:3000px"></div>${tag}`,
          ),
        );
        await page.waitFor(hasBadge('Major outage'));
        await page.evaluate(`() => {
          const script = document.createElement('script');
          script.type = 'module';
          script.src = '${host.site.cdn}/files/outage-status.js';
          document.head.append(script);
        }`);
        await page.waitFor(hasBadge('Unknown'));
        release();
        await page.waitFor(`() => !!document.querySelector('outage-status:defined')`);
        await page.evaluate(
          `() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)))`,
        );
        const requests = host.site.asked.filter((path) => path.endsWith('/status.json'));
        assert.deepEqual(requests, []);
      });
    }
  });
}
