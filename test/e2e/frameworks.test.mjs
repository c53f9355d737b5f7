// The element in an app of each framework, with its real compiler and renderer; see test/package/frameworks/.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { buildApp, frameworks } from './support/framework-app.mjs';
import { useHostPage } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';
import { openPage } from './support/open-page.mjs';

/** Each tag's values and what of them is on screen. Runs in the page; `undefined` until every tag has its live section. */
const readTags = () => {
  const tags = [...document.querySelectorAll('outage-status')];
  const isWhole = ({ feed, shadowRoot }) => feed && shadowRoot.querySelector('[part=actions] *');
  if (!tags.filter(({ service }) => service).every(isWhole)) return undefined;
  return Object.fromEntries(
    tags.map(({ id, service, withoutReport, headingLevel, shadowRoot }) => {
      const hasButton = !!shadowRoot.querySelector('#toggle-report');
      const heading = shadowRoot.querySelector('[role=heading]');
      const level = Number(heading?.getAttribute('aria-level') ?? 0);
      return [id, { service, withoutReport, headingLevel, hasButton, level }];
    }),
  );
};

const WITH = { service: 'kik', withoutReport: false, headingLevel: 3, hasButton: true, level: 3 };
const WITHOUT = {
  service: 'kik',
  withoutReport: true,
  headingLevel: 2,
  hasButton: false,
  level: 2,
};
const FIRST = {
  a: WITHOUT,
  b: WITH,
  c: WITHOUT,
  d: WITH,
  e: { service: '', withoutReport: false, headingLevel: 0, hasButton: false, level: 0 },
};
const FLIPPED = {
  a: WITH,
  b: WITHOUT,
  c: WITH,
  d: WITHOUT,
  e: { service: 'kik', withoutReport: true, headingLevel: 0, hasButton: false, level: 0 },
};

/** The ways of listening that each app uses, see its source: all must have heard. */
const WAYS = {
  react: ['attribute', 'listener'],
  'react-component': ['listener', 'component: kik', 'component: a listener of a later rendering'],
  preact: ['attribute', 'listener'],
  solid: ['attribute', 'listener'],
  vue: ['listener'],
  svelte: ['listener'],
  angular: ['listener: kik'],
};

/** How the element comes into the page: `isLate`, defined after the rendering; `isHydrating`, rendered by a server. */
const ORDERS = {
  'defined before the framework renders it': {},
  'defined after the framework has rendered it': { isLate: true },
  'rendered by a server and defined before the framework takes it over': { isHydrating: true },
  'rendered by a server and defined after the framework has taken it over': {
    isLate: true,
    isHydrating: true,
  },
};

if (engines.includes('chromium') && frameworks.length > 0) {
  describe('the element in an app', () => {
    const host = useHostPage('chromium', { start: useSharedServer });

    for (const framework of frameworks) {
      // Angular's server renderer needs a build of its own; Solid's hydration takes over only what carries its own marks.
      const cannotHydrate = ['angular', 'solid'].includes(framework);
      let app;
      let script;
      before(async () => {
        app = await buildApp(framework);
        const path = `/${framework}.js`;
        script = host.site.publishFile(app.script, { path, type: 'text/javascript' });
      });

      for (const [order, options] of Object.entries(ORDERS)) {
        if (cannotHydrate && options.isHydrating) continue;
        const definesItself = framework === 'react-component';
        if (definesItself && options.isLate) continue;
        it(`reads either spelling from ${framework} and its events arrive, ${order}`, async (test) => {
          const html = options.isHydrating ? app.html : '';
          const { page, problems } = await openPage(
            host.browser,
            host.site.publishFile(
              `<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><div id="app">${html}</div><script type="module" src="${script}"></script></html>`,
            ),
          );
          test.after(() => page.close());
          await page.evaluate((...parameters) => start(...parameters), host.server.url, {
            ...options,
            definesItself,
          });
          assert.deepEqual(await waitFor(page, readTags), FIRST);
          for (const expected of [FLIPPED, FIRST]) {
            await page.evaluate(() => flip());
            const isThere = async () =>
              JSON.stringify(await page.evaluate(readTags)) === JSON.stringify(expected);
            for (let left = 100; left > 0 && !(await isThere()); left -= 1)
              await new Promise((resolve) => setTimeout(resolve, 50));
            assert.deepEqual(await page.evaluate(readTags), expected);
          }
          const { heard, errors } = await page.evaluate(() => ({
            heard: globalThis.heard,
            errors: globalThis.errors,
          }));
          // React adds no listener of an attribute to a tag that a server has rendered.
          const isDeaf = framework === 'react' && options.isHydrating;
          const ways = isDeaf ? ['listener'] : WAYS[framework];
          assert.deepEqual(
            ways.filter((way) => !heard.includes(way)),
            [],
          );
          assert.deepEqual([errors, problems], [[], []]);
        });
      }
    }
  });
}
