import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { findPrograms } from '../../scripts/engines.mjs';
import { startCdnSite } from './cdn-site.mjs';
import { ROOT } from './installed-package.mjs';
import { openWebkitPage } from './webkit-page.mjs';

const programs = findPrograms();

const showsBadge = () =>
  document.querySelector('outage-status')?.shadowRoot?.querySelector('[part=badge]') != null;
const showsCount = () =>
  document.querySelector('outage-status')?.shadowRoot?.textContent.includes('4,321');
const hasLiveSection = () =>
  document.querySelector('outage-status')?.shadowRoot?.querySelector('#toggle-report') != null;

if (programs.webkitBrowser && programs.webkitDriver && programs.xvfb) {
  describe('the CDN files in WebKit, from another origin', () => {
    let page;
    let site;
    let html;
    before(async () => {
      site = await startCdnSite();
      const entry = readFileSync(join(ROOT, 'cdn/outage-status.js'));
      const integrity = `sha384-${createHash('sha384').update(entry).digest('base64')}`;
      html = `<script type="module" crossorigin="anonymous" data-server="${site.cdn}"
        src="${site.cdn}/files/outage-status.js" integrity="${integrity}"></script>
        <outage-status service="kik">Kik status</outage-status>`;
    });
    after(() => site?.close());
    // A browser of its own for each: what one has in its memory another need not ask for.
    beforeEach(async () => (page = await openWebkitPage(programs)));
    afterEach(async () => {
      site.restore();
      await page?.close();
    });

    it('work as a module', async () => {
      await page.goto(site.publish(html));
      await page.waitFor(showsCount);
      await page.waitFor(hasLiveSection);
    });

    it('work under a policy that allows only their origin, no inline style, and only checked types', async () => {
      const policy = `default-src 'none'; img-src 'self'; script-src ${site.cdn}; connect-src ${site.cdn}; require-trusted-types-for 'script'; trusted-types outage-status`;
      await page.goto(site.publish(html, { 'content-security-policy': policy }));
      await page.waitFor(hasLiveSection);
    });

    it('do not run an element that was changed on its way, and keep the status on screen', async () => {
      site.tamper('outage-status.element.js', ';globalThis.strangerRan = true;');
      await page.goto(site.publish(html));
      await page.waitFor(showsBadge);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(
        await page.evaluate(() => globalThis.strangerRan ?? !!customElements.get('outage-status')),
        false,
      );
      await page.waitFor(showsBadge);
      // It is asked for again, and then it is the right one.
      site.restore();
      await page.waitFor(hasLiveSection);
    });
  });
}
