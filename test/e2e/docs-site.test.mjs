// The documentation site as `npm start` serves it: its links and what its policy refuses, and every live example.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { engines, openOnlyPage, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { findProblems, isDrawn } from './support/docs-audit.mjs';
import {
  causeEvent,
  choosePart,
  chooseState,
  readSurface,
  setProperties,
  tryAttributes,
} from './support/docs-examples.mjs';
import { findBrokenLinks } from './support/docs-links.mjs';
import { BASE, buildSite, readPages } from './support/docs-site.mjs';
import { startServer } from './support/server.mjs';

const MANIFEST = new URL('../../custom-elements.json', import.meta.url);
const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
const element = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'outage-status');
const names = (things) => things.map(({ name }) => name);

describe('the documentation site', () => {
  let server;
  before(async () => {
    await buildSite();
    server = await startServer();
  });
  after(() => server?.stop());

  describe('its pages', () => {
    let pages;
    before(() => {
      pages = readPages();
    });

    it('are those of the README’s readers, the documents and the decisions', () => {
      for (const name of [
        '',
        'start/blog',
        'feed-format',
        'api',
        'changelog',
        'decisions/0001-toolchain',
      ])
        assert.ok(pages.has(BASE + name), name);
      assert.ok(pages.size > 60, `${pages.size} pages`);
    });

    it('link only to pages, headings and files that exist', async () => {
      assert.deepEqual(await findBrokenLinks(pages, server.url), []);
    });

    it('have no script, style or style attribute in them, and load nothing from another host', () => {
      const found = [];
      for (const [address, elements] of pages) {
        for (const { tag, attributes, text } of elements) {
          const loads = ['img', 'script', 'link', 'iframe', 'source'].includes(tag);
          const foreign = [attributes.src, attributes.srcset, loads && attributes.href].some(
            (from) => from && /^(?:\w+:)?\/\//.test(from),
          );
          const inline = (tag === 'script' || tag === 'style') && text.trim() !== '';
          const handler = Object.keys(attributes).some((name) => /^(?:on\w+|style)$/.test(name));
          if (foreign || inline || handler)
            found.push(`${address}: <${tag}> ${JSON.stringify(attributes)}`);
        }
      }
      assert.deepEqual(found, []);
    });

    it('are sent with a policy that allows files of their own server alone', async () => {
      const policy = (await fetch(`${server.url}${BASE}`)).headers.get('content-security-policy');
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    });
  });

  /** Where a visitor can do something, or sees something live, in the order of the menu. */
  const LIVE = [
    '',
    'start/blog',
    'start/forum',
    'element/attributes',
    'element/events',
    'element/styles',
    'element/states',
    'recipes/dark-mode',
    'recipes/modal',
    'recipes/several',
    'recipes/own-product',
    'api',
  ];
  /** Pages of words: tables, code, pictures, lists. */
  const DOCUMENTS = ['feed-format', 'embedding', 'measurements/page', 'decisions/'];
  /** A part that a page cannot bring about. */
  const ONLY_AFTER_FAILURES = ['retry-button'];
  const EXAMPLES = ['dark-mode', 'modal', 'several', 'own-product'];

  for (const engine of engines) {
    describe(`its pages and live examples, in ${engine}`, () => {
      let browser;
      let page;
      /** What the console said, and what the policy refused. */
      let complaints;
      const open = async (path) => {
        // Firefox complains of the hash of a script whose load ends with its page.
        await page.goto('about:blank');
        complaints.length = 0;
        await page.goto(server.url + BASE + path);
        await waitFor(page, isDrawn);
      };
      const goDark = () =>
        page.evaluate(() => {
          document.documentElement.classList.add('dark');
          // Half-way between two colours nothing has its contrast.
          for (const animation of document.getAnimations()) animation.finish();
        });

      before(async () => {
        browser = await launch(engine);
        page = await openOnlyPage(engine, browser);
        await page.setViewport({ width: 1280, height: 900 });
        complaints = [];
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('console', (message) => {
          const isIcon = /favicon/.test(message.location().url ?? '');
          if (['error', 'warn'].includes(message.type()) && !isIcon)
            complaints.push(message.text());
        });
      });
      after(() => closePages(browser));

      // Of pages without a widget, engines differ in nothing that the audit looks at.
      for (const path of engine === 'chromium' ? [...LIVE, ...DOCUMENTS] : LIVE) {
        it(`have no finding of the accessibility audit, light and dark, and no error: ${BASE}${path}`, async () => {
          await open(path);
          // The frame around it is the same everywhere.
          assert.deepEqual(await findProblems(page, path === '' ? 'body' : '.VPDoc'), []);
          // Colours are the same in every engine, and Firefox computes twice as long.
          if (engine === 'chromium') {
            await goDark();
            const contrast = await findProblems(page, '.VPDoc', ['color-contrast']);
            assert.deepEqual(contrast, [], 'dark');
          }
          assert.deepEqual(complaints, []);
        });
      }

      for (const name of EXAMPLES) {
        it(`are pages without findings by themselves: ${name}`, async () => {
          await open(`examples/${name}/`);
          assert.deepEqual(await findProblems(page, 'html'), []);
          assert.deepEqual(complaints, []);
        });
      }

      it('change the element and its code with every attribute, and the controls with the code', async () => {
        await open('element/attributes');
        const tried = await page.evaluate(tryAttributes);
        assert.deepEqual(Object.keys(tried.all), names(element.attributes));
        assert.deepEqual(
          Object.keys(tried.all).filter((name) => !tried.all[name]),
          [],
        );
        assert.match(tried.typed, /^(?:theme |variant )*lang.*service.*without-report/);
        assert.equal(tried.problem, 'The element has no attribute color.');
        assert.deepEqual(complaints, []);
      });

      it('fire every event by their buttons, which the list then shows', async () => {
        await open('element/events');
        const heard = {};
        for (const name of names(element.events))
          heard[name] = await page.evaluate(causeEvent, name);
        assert.deepEqual(
          heard,
          Object.fromEntries(names(element.events).map((name) => [name, true])),
        );
        assert.deepEqual(complaints, []);
      });

      it('show every part, in the styles of the code', async () => {
        await open('element/styles');
        const parts = names(element.cssParts).filter((name) => !ONLY_AFTER_FAILURES.includes(name));
        const shown = {};
        for (const name of parts) shown[name] = await page.evaluate(choosePart, name);
        assert.deepEqual(shown, Object.fromEntries(parts.map((name) => [name, true])));
        assert.deepEqual(complaints, []);
      });

      it('take every state, in the styles of the code', async () => {
        await open('element/states');
        const states = names(element.cssStates);
        const taken = {};
        for (const name of states) taken[name] = await page.evaluate(chooseState, name);
        assert.deepEqual(taken, Object.fromEntries(states.map((name) => [name, true])));
        assert.deepEqual(complaints, []);
      });

      it('follow the three custom properties, which stand in the code', async () => {
        await open('element/styles');
        const { code, radius } = await page.evaluate(setProperties);
        for (const name of names(element.cssProperties))
          assert.ok(code.includes(`${name}: `), name);
        assert.equal(radius, '32px');
      });

      it('are found by the search, with the keyboard alone', async () => {
        await open('api');
        await page.keyboard.down('Control');
        await page.keyboard.press('k');
        await page.keyboard.up('Control');
        await page.waitForSelector('.VPLocalSearchBox input');
        await page.keyboard.type('heading-level');
        await waitFor(
          page,
          () => document.querySelectorAll('.VPLocalSearchBox .result').length > 0,
        );
        assert.deepEqual(await findProblems(page, '.VPLocalSearchBox'), []);
        await page.keyboard.press('Enter');
        await waitFor(
          page,
          () =>
            location.pathname.endsWith('/element/attributes') && location.hash === '#heading-level',
        );
        assert.deepEqual(complaints, []);
      });

      it('switch to dark by a class, and open a dialog', async () => {
        await open('examples/dark-mode/');
        const surface = () => page.evaluate(readSurface);
        const light = await surface();
        await page.click('#switch');
        assert.notEqual(await surface(), light);
        await open('examples/modal/');
        await page.click('#open');
        await waitFor(page, () => !!document.querySelector('dialog outage-status').status);
        assert.deepEqual(await findProblems(page, 'html'), []);
        assert.deepEqual(complaints, []);
      });
    });
  }
});
