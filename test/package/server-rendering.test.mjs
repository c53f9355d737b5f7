// What `renderStatus` writes, in real browsers: before the script, when it takes over, and without it.
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { renderStatus } from '../../dist/ssr/index.js';
import { feedOf, startCdnSite } from './cdn-site.mjs';
import { ROOT } from './installed-package.mjs';
import { comparePictures, engines, NOISE, startAnyBrowser } from './any-page.mjs';
import { describeWithLoad } from './server-rendering-load.mjs';
import { describeUnscripted } from './server-rendering-unscripted.mjs';

const MINUTE_MS = 60_000;

const agedFeed = (ageMs, changes = {}) => ({
  ...feedOf(Date.now() - ageMs),
  since: new Date(Date.now() - 25 * MINUTE_MS).toISOString(),
  ...changes,
});

/** The two ways to get the element, and the file of each that comes first. */
const ENTRIES = { 'the script tag': 'outage-status.js', 'a bundle of the package': 'define.js' };

/** Bundles `outage-status/define` as a consumer does: texts by name. */
const bundlePackage = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'dist/define.js')],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'files',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map(({ path, text }) => [basename(path), text]);
};

/** Markup in a column, between words that a change of its height would move. */
const writeColumn = (body, { width = 640, direction = 'ltr' } = {}) =>
  `<section dir="${direction}" style="width: ${width}px"><p>Words before it.</p>${body}<p>Words after it.</p></section>`;

/** A page around markup; what moves in it is noted where the engine reports it. */
const writePage = (body) =>
  `<html lang="en"><title>Page</title><meta name="viewport" content="width=device-width">
<style>::-webkit-scrollbar { display: none } html { scrollbar-width: none } body { margin: 16px; font: 16px/1.5 sans-serif }</style>
<script>
  globalThis.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        shifts.push({ value, moved: sources.map(({ previousRect, currentRect }) => JSON.stringify([previousRect, currentRect])) });
    }).observe({ type: 'layout-shift', buffered: true });
</script>
${body}`;

/** Whether every tag has its live section or, as a badge that is closed, its feed. */
const hasLiveSection = () =>
  [...document.querySelectorAll('outage-status')].every(
    ({ feed, shadowRoot, variant }) =>
      !!(variant === 'badge' ? feed : shadowRoot?.querySelector('[part=actions] *')),
  );
const badgeTexts = () =>
  [...document.querySelectorAll('outage-status')].map(({ shadowRoot }) =>
    shadowRoot?.querySelector('[part=badge]')?.innerText.replace(/\s+/g, ' ').trim(),
  );

/** Hides what may differ: words for times, and what can be pressed only later. Nothing moves by that. */
const maskTimes = () => {
  for (const { shadowRoot } of document.querySelectorAll('outage-status')) {
    for (const part of shadowRoot.querySelectorAll('.footer, [part=since], .live, .more'))
      part.style.visibility = 'hidden';
  }
};
const unmask = () => {
  for (const { shadowRoot } of document.querySelectorAll('outage-status')) {
    for (const part of shadowRoot.querySelectorAll('[style]')) part.removeAttribute('style');
  }
};
const settle = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200)));
  });
/** Heights of the columns, as one may be higher than a picture. */
const readHeights = () => [...document.querySelectorAll('section')].map((one) => one.clientHeight);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** High enough for all columns of a test: only what is in view is noted when it moves. Of no use to WebKit, which notes nothing. */
const ALL_COLUMNS = 4000;

/** A picture of every column. */
const takeMasked = async (page) => {
  await page.evaluate(maskTimes);
  await page.evaluate(settle);
  const pictures = [];
  const count = await page.evaluate(() => document.querySelectorAll('section').length);
  for (let number = 1; number <= count; number += 1)
    pictures.push(await page.screenshot(`section:nth-of-type(${number})`));
  await page.evaluate(unmask);
  return pictures;
};

/** Starts to note what moves anew: a parser that is interrupted paints half a badge, and the rest makes it wider. */
const forgetShifts = () => {
  globalThis.shifts.length = 0;
};

const FORMS = {
  'a card': { options: { variant: 'card' } },
  'a card in Arabic': {
    options: { variant: 'card', lang: 'ar' },
    layout: { direction: 'rtl' },
  },
  'a card in a narrow column': { options: { theme: 'dark' }, layout: { width: 300 } },
  'the head of a card in a very narrow column': { layout: { width: 210 } },
  'a wide card without its extras': {
    options: { withoutReport: true, withoutGuide: true, withoutSparkline: true, headingLevel: 2 },
    layout: { width: 700 },
  },
  'a badge': { options: { variant: 'badge' } },
  'a badge in Arabic': {
    options: { variant: 'badge', lang: 'ar' },
    layout: { direction: 'rtl' },
  },
};

for (const engine of engines) {
  describe(`a status that a server has rendered, in ${engine}`, () => {
    // For the tests that lie in other files: a browser for each engine is enough.
    const host = {};
    let site;
    const live = { 'the script tag': 'outage-status.element.js' };
    let browser;
    let page;
    before(async () => {
      site = await startCdnSite();
      browser = await startAnyBrowser(engine);
      Object.assign(host, { site, browser });
      for (const [name, text] of await bundlePackage()) site.files.set(name, text);
      live['a bundle of the package'] = [...site.files.keys()].find(
        (name) => name !== 'define.js' && site.files.get(name).includes('toggle-report'),
      );
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });
    afterEach(async () => {
      site.restore();
      await page?.close();
      page = undefined;
    });

    const render = (feed, options) => renderStatus(feed, { server: site.cdn, ...options });
    const open = async (html, { headers, scripts, height } = {}) => {
      site.asked.length = 0;
      page = await browser.open({ scripts, height });
      await page.goto(site.publish(writePage(html), headers));
    };
    const addScript = (way) =>
      page.evaluate(`() => {
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '${site.cdn}/files/${ENTRIES[way]}';
        document.head.append(script);
      }`);
    const timesAsked = () => site.asked.filter((path) => path.endsWith('/status.json')).length;
    const waitUntilAsked = async () => {
      for (let left = 200; left > 0 && timesAsked() === 0; left -= 1) await pause(20);
      assert.equal(timesAsked(), 1);
    };
    /** @param columns What is drawn in each, by its name. */
    const keepsEveryPixel = async (columns, way) => {
      const drawn = await takeMasked(page);
      const heights = await page.evaluate(readHeights);
      await page.evaluate(forgetShifts);
      await addScript(way);
      await page.waitFor(hasLiveSection, 40_000);
      await page.evaluate(settle);
      assert.deepEqual(await page.evaluate(readHeights), heights);
      assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
      const taken = await takeMasked(page);
      for (const [index, name] of columns.entries()) {
        const differing = await comparePictures(engine, page, drawn[index], taken[index]);
        assert.ok(differing <= NOISE[engine], `${name}: ${differing} pixels`);
      }
      assert.equal(timesAsked(), 0);
    };

    for (const way of Object.keys(ENTRIES)) {
      it(`keeps every pixel and asks for nothing when ${way} takes over every form`, async () => {
        const feed = agedFeed(0);
        site.feed = feed;
        // A service each: tags of one service would hand their feed to one another.
        const columns = Object.values(FORMS).map(({ options, layout }, index) =>
          writeColumn(
            render({ ...feed, service: { ...feed.service, id: `kik-${index}` } }, options),
            layout,
          ),
        );
        await open(columns.join(''), { height: ALL_COLUMNS });
        await keepsEveryPixel(Object.keys(FORMS), way);
      });

      it(`needs no root and no request when ${way} finds what was inserted as markup`, async () => {
        const feed = agedFeed(1000);
        site.feed = feed;
        await open('<div id="later"></div>');
        await page.evaluate(
          `() => { document.querySelector('#later').innerHTML = ${JSON.stringify(render(feed))}; }`,
        );
        assert.equal(
          await page.evaluate(`() => !document.querySelector('outage-status').shadowRoot`),
          true,
        );
        await addScript(way);
        await page.waitFor(hasLiveSection);
        assert.deepEqual(await page.evaluate(badgeTexts), ['Major outage']);
        assert.equal(timesAsked(), 0);
      });

      it(`shows the page's own feed and asks for none when ${way} finds load="click" and load="visible"`, async () => {
        const tags = ['click', 'visible'].map((load) => {
          const feed = agedFeed(2 * MINUTE_MS);
          return render({ ...feed, service: { ...feed.service, id: load } }, { load });
        });
        await open(`<div style="height:3000px"></div>${tags.join('')}`);
        await addScript(way);
        await page.waitFor(hasLiveSection);
        assert.deepEqual(await page.evaluate(badgeTexts), ['Major outage', 'Major outage']);
        assert.equal(timesAsked(), 0);
      });
    }

    it('takes over two tags with one stream', async () => {
      const feed = agedFeed(1000);
      site.feed = feed;
      const tags = [render(feed), render(feed, { variant: 'badge', lang: 'ar' })];
      await open(tags.map((tag) => writeColumn(tag)).join(''), { height: ALL_COLUMNS });
      await keepsEveryPixel(['a card', 'a badge'], 'the script tag');
      assert.equal(site.asked.filter((path) => path.endsWith('/events')).length, 1);
    });

    it('gives the room back to dated words when it is too old and the element never comes', async () => {
      site.holdFile('outage-status.element.js');
      site.feed = agedFeed(0);
      await open(render(agedFeed(0, { maxAgeSeconds: 8 })));
      await addScript('the script tag');
      // Where starting takes longer than the status is true, it is unknown for ten seconds.
      await page.waitFor(
        `() => !document.querySelector('outage-status').shadowRoot.querySelector('.card')`,
        40_000,
      );
      const words = await page.evaluate(`() => document.querySelector('outage-status').innerText`);
      assert.match(words, /^Kik: Major outage as of .?\d\d:\d\d UTC.?, /);
      assert.equal(
        await page.evaluate(
          `() => document.querySelector('time').getBoundingClientRect().width > 100`,
        ),
        true,
      );
    });

    it('is styled under a policy with its nonce', async () => {
      const feed = agedFeed(1000);
      site.feed = feed;
      const policy = `default-src 'none'; script-src ${site.cdn}; style-src 'nonce-own'; connect-src ${site.cdn}`;
      await open(render(feed, { nonce: 'own' }), {
        headers: { 'content-security-policy': policy },
      });
      const display = `() => getComputedStyle(document.querySelector('outage-status').shadowRoot.querySelector('.card')).display`;
      assert.equal(await page.evaluate(display), 'flex');
      await addScript('the script tag');
      await page.waitFor(hasLiveSection);
      assert.equal(await page.evaluate(display), 'flex');
    });

    // When to ask is decided by our own script alone, the same in every engine.
    if (engine === engines[0]) {
      for (const way of Object.keys(ENTRIES)) {
        it(`asks at once, and shows what it has meanwhile, when ${way} finds a status older than a minute`, async () => {
          const release = site.holdFeed();
          const hold = site.holdFile(live[way]);
          site.feed = agedFeed(0, { status: 'operational', verdict: 'all_clear' });
          await open(render(agedFeed(2 * MINUTE_MS)));
          await addScript(way);
          await waitUntilAsked();
          hold();
          await page.waitFor(hasLiveSection);
          assert.deepEqual(await page.evaluate(badgeTexts), ['Major outage']);
          release();
          await page.waitFor(
            `() => document.querySelector('outage-status').status === 'operational'`,
          );
          assert.equal(timesAsked(), 1);
        });

        it(`shows unknown at once when ${way} finds a status that is too old`, async () => {
          const release = site.holdFeed();
          const hold = site.holdFile(live[way]);
          site.feed = agedFeed(0);
          const feed = agedFeed(5 * 60 * MINUTE_MS);
          await open(render(feed, { nowMs: Date.parse(feed.generatedAt) }));
          assert.deepEqual(await page.evaluate(badgeTexts), ['Major outage']);
          await addScript(way);
          await waitUntilAsked();
          await page.evaluate(settle);
          assert.deepEqual(await page.evaluate(badgeTexts), ['Unknown']);
          hold();
          release();
          await page.waitFor(hasLiveSection);
          await page.waitFor(`() => document.querySelector('outage-status').status !== 'unknown'`);
          assert.deepEqual(await page.evaluate(badgeTexts), ['Major outage']);
        });

        it(`uses no feed of another service when ${way} finds a tag that was changed`, async () => {
          site.feed = agedFeed(0);
          await open(render(agedFeed(1000), { service: 'other' }));
          await page.evaluate(
            `() => document.querySelector('outage-status').setAttribute('service', 'kik')`,
          );
          const release = site.holdFeed();
          await addScript(way);
          await waitUntilAsked();
          release();
          await page.waitFor(hasLiveSection);
        });
      }

      it('follows a property that a framework sets, with a request', async () => {
        site.feed = agedFeed(0);
        await open(render(agedFeed(1000), { service: 'other' }));
        await page.evaluate(`() => { document.querySelector('outage-status').service = 'kik'; }`);
        await addScript('a bundle of the package');
        await waitUntilAsked();
      });
    }

    // WebKit's driver and Firefox's remote protocol cannot switch scripts off.
    if (engine === 'chromium') {
      const readPage = () => {
        const { shadowRoot } = document.querySelector('outage-status');
        const isSeen = (node) => node.checkVisibility({ visibilityProperty: true });
        const words = (selector) =>
          shadowRoot.querySelector(selector)?.innerText.replace(/\s+/g, ' ').trim();
        return {
          badge: words('[part=badge]'),
          footer: words('.footer')?.replaceAll(/[\u2066-\u2069\u200e]/g, ''),
          buttons: [...shadowRoot.querySelectorAll('.card button')].filter(isSeen).length,
          height: shadowRoot.querySelector('.live').getBoundingClientRect().height,
        };
      };

      it('is whole and dated without JavaScript, and has nothing dead to press', async () => {
        const feed = agedFeed(5 * 60 * MINUTE_MS);
        await open(render(feed, { nowMs: Date.parse(feed.generatedAt) }), { scripts: false });
        const { badge, footer, buttons, height } = await page.evaluate(readPage);
        const time = feed.generatedAt.slice(11, 16);
        assert.equal(badge, 'Major outage');
        assert.match(footer, new RegExp(`^As of ${time} UTC, `));
        assert.equal(buttons, 0);
        assert.ok(height > 40, `${height}`);
      });

      it('opens the card of a badge without JavaScript', async () => {
        await open(render(agedFeed(1000), { variant: 'badge' }), { scripts: false });
        const button = await page.own.evaluateHandle(() =>
          document.querySelector('outage-status').shadowRoot.querySelector('button'),
        );
        await button.click();
        const card = await page.evaluate(() => {
          const found = document.querySelector('outage-status').shadowRoot.querySelector('.card');
          const { width, height } = found.getBoundingClientRect();
          const { backgroundColor } = getComputedStyle(found);
          const isSeen = found.checkVisibility({ visibilityProperty: true });
          return { width, height, backgroundColor, isSeen };
        });
        assert.ok(card.isSeen);
        assert.ok(card.width > 300 && card.height > 200, JSON.stringify(card));
      });
    }

    describeWithLoad(host);
    describeUnscripted(host);
  });
}
