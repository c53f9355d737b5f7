import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, openOnlyPage, textOf, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage } from './support/host-page.mjs';
import { sendReport } from './support/server.mjs';

/** What a page may have done to its globals before the widget comes, and what the visitor then sees; docs/hostile-pages.md. */
const BROKEN_GLOBALS = [
  ['fetch answers with something else', 'fetch = async () => ({ ok: true })', 'fallback'],
  ['fetch throws', 'fetch = () => { throw new Error("no") }', 'fallback'],
  ['fetch gives no promise', 'fetch = () => undefined', 'fallback'],
  ['JSON.parse gives nothing', 'JSON.parse = () => undefined', 'fallback'],
  ['JSON.parse throws', 'JSON.parse = () => { throw new Error("no") }', 'fallback'],
  [
    'lists and texts have a toJSON, as from Prototype',
    'Array.prototype.toJSON = String.prototype.toJSON = function () { return "old" }',
    'works',
  ],
  ['Promise has no finally', 'delete Promise.prototype.finally', 'works'],
  ['Promise is another one', 'Promise = class extends Promise {}', 'works'],
  [
    'customElements.define is wrapped',
    'const define = customElements.define; customElements.define = function (...all) { return define.apply(this, all) }',
    'works',
  ],
  // Drawn before the element, which never comes; as long as it is not too old.
  ['customElements.define does nothing', 'customElements.define = () => undefined', 'works'],
  ['EventSource is gone', 'delete globalThis.EventSource', 'works'],
  ['there are no observers', 'delete globalThis.ReportingObserver', 'works'],
];

for (const engine of engines) {
  describe(`a page that is hard on its widgets, in ${engine}`, () => {
    const host = useHostPage(engine);

    const TAG = '<outage-status service="kik"><b>Kik status</b></outage-status>';
    const open = async (body, options) => {
      const page = await openOnlyPage(engine, host.browser);
      await page.goto(host.site.publish(body, options));
      return page;
    };
    const showsStatus = () =>
      !!document.querySelector('outage-status')?.shadowRoot?.querySelector('[part=badge]');

    for (const [what, script, expected] of BROKEN_GLOBALS) {
      it(`${expected === 'works' ? 'works' : `shows the page's own text`} where ${what}`, async () => {
        // What the driver does in a page may not survive this one, so the page tells by its title.
        const page = await open(
          `${TAG}<script>
            let mishap = '';
            addEventListener('error', ({ message }) => (mishap = message));
            addEventListener('unhandledrejection', ({ reason }) => (mishap = String(reason)));
            setInterval(() => {
              const root = document.querySelector('outage-status').shadowRoot;
              const state = root?.querySelector('[part=badge]') ? 'works'
                : root?.querySelector('.summary') ? 'fallback' : '';
              if (state) document.title = state + mishap;
            }, 100);
          </script>`,
          { head: `<script>{ ${script} }</script>` },
        );
        let title = await page.title();
        for (const end = Date.now() + 30_000; title !== expected && Date.now() < end;)
          title = await page.title();
        assert.equal(title, expected);
        await page.close();
      });
    }

    for (const [what, attributes, place] of [
      ['after its tag', 'type="module"', 'after'],
      ['before its tag and asynchronous', 'type="module" async', 'before'],
      ['long after the page has loaded', 'type="module"', 'late'],
    ]) {
      it(`works with the script ${what}`, async () => {
        const script = `<script ${attributes} src="${host.server.url}/widget/outage-status.js"></script>`;
        const late = `<script>
          addEventListener('load', () => setTimeout(() => {
            const script = document.createElement('script');
            script.type = 'module';
            script.src = '${host.server.url}/widget/outage-status.js';
            document.body.append(script);
          }, 100));
        </script>`;
        const body =
          place === 'late' ? TAG + late : place === 'after' ? TAG + script : script + TAG;
        const page = await open(body, { withWidget: false });
        await waitFor(page, showsStatus);
        await page.close();
      });
    }

    it('works with two versions on one page: the first one stays', async () => {
      const page = await open(
        `${TAG}<script type="module">
          globalThis.late = await import('${host.server.url}/widget/outage-status.js?another-version').then(() => 'loaded');
        </script>`,
      );
      await waitFor(page, () => globalThis.late === 'loaded');
      await waitFor(page, showsStatus);
      await page.close();
    });

    it('works in another shadow root, in a template that is cloned later, and in another document', async () => {
      const page = await open(
        `<div id="host"></div><template><p>${TAG}</p></template><iframe srcdoc="<p>frame</p>"></iframe>`,
      );
      await waitFor(page, () => !!customElements.get('outage-status'));
      const read = await page.evaluate(async () => {
        const shown = (element) =>
          new Promise((resolve) => {
            const look = () =>
              element.shadowRoot?.querySelector('[part=badge]')
                ? resolve(
                    element.shadowRoot.querySelector('[part=badge]').textContent.trim() !== '',
                  )
                : setTimeout(look, 10);
            look();
          });
        const root = document.querySelector('#host').attachShadow({ mode: 'open' });
        root.innerHTML = '<outage-status service="kik"></outage-status>';
        const inShadow = await shown(root.firstElementChild);

        const clone = document.importNode(document.querySelector('template').content, true);
        const cloned = clone.querySelector('outage-status');
        document.body.append(clone);
        const inClone = await shown(cloned);
        while (!cloned.shadowRoot.querySelector('[part=actions]'))
          await new Promise((resolve) => setTimeout(resolve, 10));

        const look = () => {
          const { paddingTop, borderTopWidth } = getComputedStyle(
            cloned.shadowRoot.querySelector('.card'),
          );
          const button = getComputedStyle(cloned.shadowRoot.querySelector('.primary'));
          return [paddingTop, borderTopWidth, button.fontWeight].join();
        };
        const styledHere = look();
        const frame = document.querySelector('iframe');
        frame.contentDocument.body.append(cloned);
        await cloned.refreshNow();
        const inFrame = await shown(cloned);
        const styledInFrame = look() === styledHere;
        document.body.append(cloned);
        await cloned.refreshNow();
        return {
          inShadow,
          inClone,
          inFrame,
          styledInFrame,
          back: await shown(cloned),
          styledBack: look() === styledHere,
        };
      });
      assert.deepEqual(read, {
        inShadow: true,
        inClone: true,
        inFrame: true,
        styledInFrame: true,
        back: true,
        styledBack: true,
      });
      await page.close();
    });

    for (const [what, answer, expected] of [
      ['passes requests on', 'fetch(event.request)', '[part=badge]'],
      ['answers with a page', 'new Response("<h1>offline</h1>")', '.summary'],
      ['answers with an error', 'Response.error()', '.summary'],
    ]) {
      it(`shows what it can where a service worker ${what}`, async () => {
        const path = `/worker-${expected.length}-${answer.length}.js`;
        host.site.publishFile(
          `addEventListener('install', () => skipWaiting());
          addEventListener('activate', (event) => event.waitUntil(clients.claim()));
          addEventListener('fetch', (event) => {
            if (event.request.url.endsWith('/status.json')) event.respondWith(${answer});
          });`,
          { path, type: 'text/javascript' },
        );
        const page = await open('<p>First visit</p>');
        await page.evaluate(async (script) => {
          await navigator.serviceWorker.register(script);
          if (navigator.serviceWorker.controller) return;
          await new Promise((resolve) => {
            navigator.serviceWorker.addEventListener('controllerchange', resolve);
          });
        }, path);
        await page.goto(host.site.publish(TAG));
        const shown = await waitFor(page, () => {
          const root = document.querySelector('outage-status')?.shadowRoot;
          if (root?.querySelector('[part=badge]')) return '[part=badge]';
          const summary = root?.querySelector('.summary');
          return summary && !summary.textContent.includes('Loading') ? '.summary' : '';
        });
        assert.equal(shown, expected);
        await page.evaluate(async () => {
          const all = await navigator.serviceWorker.getRegistrations();
          await Promise.all(all.map((registration) => registration.unregister()));
        });
        await page.close();
      });
    }

    it('hears of reports again after the visitor has gone elsewhere and back', async () => {
      const page = await open(
        `${TAG}<script>addEventListener('pageshow', ({ persisted }) => (globalThis.kept = persisted));</script>`,
      );
      await waitFor(page, hasButtons);
      await page.goto(host.site.publish('<p>Elsewhere</p>'));
      // Meanwhile a visitor reports, which this page misses.
      const { body } = await sendReport(host.server.url, 'kik', 'messages', 4000);
      await page.goBack();
      // A driven Firefox keeps no page.
      if (engine === 'chromium') assert.equal(await page.evaluate(() => globalThis.kept), true);
      await waitFor(
        page,
        (atLeast) => {
          const { feed } = document.querySelector('outage-status');
          return feed?.community.reportCount >= atLeast;
        },
        body.reportCount,
      );
      await page.close();
    });

    for (const hours of [-9, 9]) {
      it(`shows ages by the server's clock when the visitor's is ${hours} hours off`, async () => {
        const page = await open(TAG, {
          head: `<script>{ const now = Date.now; Date.now = () => now() + ${hours} * 3600000; }</script>`,
        });
        await waitFor(page, hasButtons);
        assert.match(await textOf(page, '[part=footer]'), /^Updated (just now|1 minute ago)/);
        assert.equal(
          await page.evaluate(() =>
            document.querySelector('outage-status').matches(':state(stale)'),
          ),
          false,
        );
        await page.close();
      });
    }
  });
}
