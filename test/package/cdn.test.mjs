import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms, FIREFOX_SETTINGS } from '../../scripts/engines.mjs';
import { startCdnSite } from './cdn-site.mjs';
import { ROOT } from './installed-package.mjs';

const programs = findPrograms();
const LAUNCH = {
  chromium: { executablePath: programs.chromium, args: CHROMIUM_FLAGS },
  firefox: {
    executablePath: programs.firefox,
    browser: 'firefox',
    extraPrefsFirefox: FIREFOX_SETTINGS,
  },
};
const CDN = join(ROOT, 'cdn');
const readCdn = (file) => readFileSync(join(CDN, file), 'utf8');
const integrityOf = (algorithm, text) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
const sha384 = (text) => integrityOf('sha384', text);

const ELEMENT = '<outage-status service="kik">Kik status</outage-status>';

const showsBadge = () =>
  document.querySelector('outage-status')?.shadowRoot?.querySelector('[part=badge]') != null;
const showsCount = () =>
  document.querySelector('outage-status')?.shadowRoot?.textContent.includes('4,321');
const hasLiveSection = () =>
  document.querySelector('outage-status')?.shadowRoot?.querySelector('#toggle-report') != null;

describe('the CDN files', () => {
  it('have the hashes that integrity.json says', () => {
    const hashes = JSON.parse(readCdn('integrity.json'));
    assert.deepEqual(Object.keys(hashes), ['outage-status.js', 'outage-status.classic.js']);
    for (const [file, hash] of Object.entries(hashes)) assert.equal(hash, sha384(readCdn(file)));
  });

  it('carry the hash of every chunk in the file that loads it, and that of the entry in the classic loader', () => {
    const entry = readCdn('outage-status.js');
    const chunks = readdirSync(CDN).filter((name) => /^outage-status\.[^.]+\.js$/.test(name));
    assert.deepEqual(
      chunks.toSorted(),
      ['ar', 'classic', 'element', 'panels', 'sources', 'trend'].map(
        (name) => `outage-status.${name}.js`,
      ),
    );
    for (const [loader, names] of [
      ['outage-status.js', ['ar', 'element']],
      ['outage-status.element.js', ['panels', 'sources', 'trend']],
    ]) {
      for (const chunk of names.map((name) => `outage-status.${name}.js`)) {
        assert.ok(readCdn(loader).includes(integrityOf('sha256', readCdn(chunk))), chunk);
      }
    }
    assert.ok(readCdn('outage-status.classic.js').includes(sha384(entry)));
  });

  it('hold no chunk that the entry needs before its first line, and no bare import', () => {
    for (const file of readdirSync(CDN).filter((name) => name.endsWith('.js'))) {
      const imports = [...readCdn(file).matchAll(/\bfrom\s*["']([^"']+)["']/g)].map(
        ([, name]) => name,
      );
      assert.ok(
        imports.every((name) => name.startsWith('./outage-status.')),
        `${file}: ${imports.join(', ')}`,
      );
      if (file === 'outage-status.js') assert.deepEqual(imports, []);
    }
  });

  it('have maps that lead to the TypeScript sources', () => {
    const map = JSON.parse(readCdn('outage-status.element.js.map'));
    const element = map.sources.findIndex((name) =>
      name.endsWith('src/element/outage-status-element.ts'),
    );
    assert.ok(element >= 0, map.sources.join(', '));
    assert.match(map.sourcesContent[element], /class OutageStatusElement/);
  });
});

for (const [engine, options] of Object.entries(LAUNCH).filter(
  ([, { executablePath }]) => executablePath,
)) {
  describe(`the CDN files in ${engine}, from another origin`, () => {
    let browser;
    let site;
    before(async () => {
      site = await startCdnSite();
      browser = await puppeteer.launch({ headless: true, ...options });
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });
    afterEach(() => site.restore());

    const open = async (html, headers) => {
      const page = await browser.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(site.publish(html, headers));
      return { page, problems };
    };
    const tagFor = (file, attributes = '') =>
      `<script ${attributes} crossorigin="anonymous" data-server="${site.cdn}"
        src="${site.cdn}/files/${file}" integrity="${sha384(readCdn(file))}"></script>`;

    it('work as a module', async () => {
      const { page, problems } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(showsCount);
      await page.waitForFunction(hasLiveSection);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('show the head of the card before the element is there, which then takes it over', async () => {
      const release = site.holdFile('outage-status.element.js');
      const { page, problems } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(showsBadge);
      assert.equal(await page.evaluate(() => !!customElements.get('outage-status')), false);
      release();
      await page.waitForFunction(hasLiveSection);
      const badges = () =>
        document.querySelector('outage-status').shadowRoot.querySelectorAll('[part=badge]').length;
      assert.equal(await page.evaluate(badges), 1);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('take the head back where the rest of the document is no feed', async () => {
      const release = site.holdFile('outage-status.element.js');
      const { feed } = site;
      site.feed = { ...feed, related: 'none' };
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(showsBadge);
      release();
      await page.waitForFunction(
        () => document.querySelector('outage-status:state(failed)')?.shadowRoot.textContent,
      );
      assert.equal(await page.evaluate(showsBadge), false);
      site.feed = feed;
      await page.close();
    });

    it('draw the card again only once, together with its live section', async () => {
      const release = site.holdFile('outage-status.element.js');
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(showsBadge);
      await page.evaluate(() => {
        const root = document.querySelector('outage-status').shadowRoot;
        globalThis.drawings = [];
        new MutationObserver(() =>
          globalThis.drawings.push(!!root.querySelector('[part=report-button]')),
        ).observe(root, { childList: true });
      });
      release();
      await page.waitForFunction(hasLiveSection);
      assert.deepEqual(await page.evaluate(() => globalThis.drawings), [true]);
      await page.close();
    });

    it('do not run an element that was changed on its way, and keep the status on screen', async () => {
      site.tamper('outage-status.element.js', ';globalThis.strangerRan = true;');
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(showsBadge);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.evaluate(showsBadge), true);
      assert.equal(
        await page.evaluate(() => globalThis.strangerRan ?? !!customElements.get('outage-status')),
        false,
      );
      // It is asked for again, and then it is the right one.
      site.restore();
      await page.waitForFunction(hasLiveSection);
      assert.equal(await page.evaluate(() => globalThis.strangerRan), undefined);
      await page.close();
    });

    it('do not wait for a slow answer: the tag is there, and says so', async () => {
      const release = site.holdFeed();
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(() => document.querySelector('outage-status:defined'));
      await page.waitForFunction(() =>
        document.querySelector('outage-status').shadowRoot.textContent.includes('Loading status'),
      );
      release();
      await page.waitForFunction(showsCount);
      await page.close();
    });

    it('work as a classic script', async () => {
      const { page, problems } = await open(tagFor('outage-status.classic.js') + ELEMENT);
      await page.waitForFunction(showsCount);
      await page.waitForFunction(hasLiveSection);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('work with both tags on one page, and define the element once', async () => {
      const { page, problems } = await open(
        tagFor('outage-status.classic.js') + tagFor('outage-status.js', 'type="module"') + ELEMENT,
      );
      await page.waitForFunction(hasLiveSection);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('work under a policy that allows only their origin, no inline style, and only checked types', async () => {
      const policy = `default-src 'none'; img-src 'self'; script-src ${site.cdn}; connect-src ${site.cdn}; require-trusted-types-for 'script'; trusted-types outage-status`;
      const { page, problems } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT, {
        'content-security-policy': policy,
      });
      await page.waitForFunction(hasLiveSection);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('work under a policy that trusts a nonce, chunks included', async () => {
      const { page } = await open(
        tagFor('outage-status.js', 'type="module" nonce="once"') + ELEMENT,
        { 'content-security-policy': `default-src 'none'; script-src 'nonce-once'; connect-src *` },
      );
      await page.waitForFunction(hasLiveSection);
      await page.close();
    });

    it('do not run a panel that was changed on its way, and say so in its place', async () => {
      site.tamper('outage-status.panels.js', ';globalThis.strangerRan = true;');
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(hasLiveSection);
      await page.evaluate(() => {
        const root = document.querySelector('outage-status').shadowRoot;
        root.querySelector('#toggle-incidents').click();
      });
      const told = () => {
        const root = document.querySelector('outage-status').shadowRoot;
        return root.querySelector('#panel-incidents [part=retry-button]') !== null;
      };
      await page.waitForFunction(told);
      assert.equal(await page.evaluate(() => globalThis.strangerRan), undefined);
      site.restore();
      await page.evaluate(() => {
        const root = document.querySelector('outage-status').shadowRoot;
        root.querySelector('[part=retry-button]').click();
      });
      await page.waitForFunction(() =>
        document
          .querySelector('outage-status')
          .shadowRoot.querySelector('#panel-incidents')
          .textContent.includes('No known incidents'),
      );
      await page.close();
    });

    it('send a report again after a server error, with the same key', async () => {
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(hasLiveSection);
      site.refuseReports(1);
      const outcome = await page.evaluate(() =>
        document.querySelector('outage-status').report('messages'),
      );
      assert.deepEqual(outcome, { outcome: 'counted', reportCount: 4322 });
      const [first, second, ...more] = site.reports.splice(0);
      assert.deepEqual(more, []);
      assert.deepEqual(first, second);
      assert.equal(JSON.parse(first.body).category, 'messages');
      assert.deepEqual([first.method, first.type], ['POST', 'application/json']);
      await page.close();
    });

    it('load the panels and the chart only when the visitor reaches for them', async () => {
      const { page } = await open(tagFor('outage-status.js', 'type="module"') + ELEMENT);
      await page.waitForFunction(hasLiveSection);
      const loaded = () =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => /\.(panels|trend)\.js/.test(name)).length;
      assert.equal(await page.evaluate(loaded), 0);
      await page.evaluate(() => {
        const root = document.querySelector('outage-status').shadowRoot;
        root.querySelector('#toggle-trend').click();
      });
      await page.waitForFunction(loaded);
      await page.waitForFunction(
        () => document.querySelector('outage-status').shadowRoot.querySelector('canvas')?.width > 0,
      );
      await page.close();
    });
  });
}
