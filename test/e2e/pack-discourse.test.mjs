// The component for Discourse, unchanged, in posts of a stand-in for a forum, with the real server and widget.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { isPainted, openPage } from './support/open-page.mjs';
import { useHostPage } from './support/host-page.mjs';

const COMPONENT = readFileSync(
  new URL(
    '../../packs/discourse/javascripts/discourse/api-initializers/outage-status.js',
    import.meta.url,
  ),
);

if (engines.includes('chromium')) {
  describe('the Discourse component', () => {
    const host = useHostPage('chromium');

    const MARKS = `<p>In a line <span class="d-wrap" data-wrap="outage-status" data-service="kik" data-lang="ar"></span>.</p>
<div class="d-wrap" data-wrap="outage-status" data-service="discord" data-variant=" Card " data-theme="DARK"><p>old text</p></div>
<div data-outage-status="kik"></div>`;

    /** A page with one post that the component has worked on; `settings` on top of a forum's that has entered its server. */
    const openPost = async (post, settings = {}, policy = '') => {
      const script = host.site.publishFile(COMPONENT, { type: 'text/javascript' });
      const all = {
        server: `${host.server.url}/`,
        script: '',
        integrity: '',
        variant: 'auto',
        theme: 'auto',
        replace_links: true,
        ...settings,
      };
      // Discourse's own side: it runs the callback with every post, old and new, and may do so twice.
      const api = `export const apiInitializer = (version, start) => {
          const decorators = [];
          start({ decorateCookedElement: (decorate, options) => decorators.push([decorate, options]) });
          globalThis.decorators = decorators;
          for (const [decorate] of decorators) for (const post of document.querySelectorAll('.cooked')) { decorate(post); decorate(post); }
          globalThis.decorated = true;
        };`;
      const apiAddress = host.site.publishFile(api, { type: 'text/javascript' });
      const html = `<!doctype html><html lang="en"><body><div class="cooked">${post}</div>
<script nonce="x">globalThis.settings = ${JSON.stringify(all)};</script>
<script nonce="x" type="importmap">{"imports":{"discourse/lib/api":"${apiAddress}"}}</script>
<script nonce="x" type="module" src="${script}"></script></body></html>`;
      const headers = policy && { 'content-security-policy': policy };
      const opened = await openPage(
        host.browser,
        host.site.publishFile(html, { headers: headers || {} }),
      );
      await waitFor(opened.page, () => globalThis.decorated);
      return opened;
    };

    const readWidgets = (page) =>
      page.$$eval('outage-status', (widgets) =>
        widgets.map((widget) => ({
          ...Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value])),
          link: widget.querySelector('a').getAttribute('href'),
        })),
      );

    it('replaces marks by the widget, also under the policy of Discourse', async () => {
      const policy = `base-uri 'self'; object-src 'none'; script-src 'nonce-x' 'strict-dynamic'; manifest-src 'self'`;
      const { page, problems } = await openPost(MARKS, {}, policy);
      await waitFor(page, isPainted, 3);
      // What makes it live is a chunk, which the policy must let through as well.
      await waitFor(
        page,
        () => !!document.querySelector('[variant=card]').shadowRoot.querySelector('#toggle-report'),
      );
      assert.deepEqual(await readWidgets(page), [
        {
          service: 'kik',
          server: host.server.url,
          variant: 'badge',
          lang: 'ar',
          link: `${host.server.url}/kik?lang=ar`,
        },
        {
          service: 'discord',
          server: host.server.url,
          variant: 'card',
          theme: 'dark',
          link: `${host.server.url}/discord`,
        },
        { service: 'kik', server: host.server.url, link: `${host.server.url}/kik` },
      ]);
      assert.equal(
        await page.$$eval('script[data-outage-status-widget]', ({ length }) => length),
        1,
      );
      assert.deepEqual(
        await page.evaluate(() => globalThis.decorators.map(([, options]) => options)),
        [{ id: 'outage-status', onlyStream: true }],
      );
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('replaces links to services on lines of their own, and no others', async () => {
      const box = (href) =>
        `<aside class="onebox allowlistedgeneric" data-onebox-src="${href}"><article><img alt=""></article></aside>`;
      const kept = [
        `<p><a href="${host.server.url}/kik">in the text</a></p>`,
        box('https://other.example/kik'),
        box(`${host.server.url}/services`),
        box(`${host.server.url}/kik.atom`),
        box('javascript:alert(1)'),
        `<a class="onebox" href="/kik">own</a>`,
      ];
      const post = `${box(`${host.server.url}/kik?lang=ar`)}<p><a class="onebox" href="${host.server.url}/discord/">x</a></p>${kept.join('')}`;
      const { page } = await openPost(post, { variant: 'badge', theme: 'light' });
      assert.deepEqual(await readWidgets(page), [
        {
          service: 'kik',
          server: host.server.url,
          variant: 'badge',
          theme: 'light',
          lang: 'ar',
          link: `${host.server.url}/kik?lang=ar`,
        },
        {
          service: 'discord',
          server: host.server.url,
          variant: 'badge',
          theme: 'light',
          link: `${host.server.url}/discord`,
        },
      ]);
      assert.equal(await page.$$eval('aside.onebox, a.onebox', ({ length }) => length), 5);
      await page.close();
      const untouched = await openPost(post, { replace_links: false });
      assert.deepEqual(await readWidgets(untouched.page), []);
      await untouched.page.close();
    });

    it('lets no post choose a server, write HTML, or use anything else that is not offered', async () => {
      const hostile = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
      const { page, problems } = await openPost(`
<div data-wrap="outage-status" data-service="${hostile}"></div>
<div data-wrap="outage-status"></div>
<div data-wrap="outage-status" data-service="../v1"></div>
<div data-wrap="outage-status" data-service="kik" data-server="https://evil.example" data-variant="${hostile}" data-theme="__proto__" data-lang="${hostile}"></div>`);
      await waitFor(page, isPainted, 1);
      assert.deepEqual(await readWidgets(page), [
        { service: 'kik', server: host.server.url, link: `${host.server.url}/kik` },
      ]);
      const texts = await page.$$eval('[data-wrap]', (marks) =>
        marks.map((mark) => mark.innerHTML),
      );
      assert.equal(texts.length, 3);
      for (const text of texts)
        assert.match(text, /^outage-status: service: expected an id .*, got "[^<]*"$/);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('does nothing without a server that it can use', async () => {
      for (const address of [
        '',
        'http://status.example',
        'javascript:alert(1)',
        'https://a@b.example',
        'nonsense',
      ]) {
        const { page, problems } = await openPost(MARKS, { server: address });
        assert.deepEqual(await readWidgets(page), [], address);
        assert.equal(await page.$$eval('[data-wrap]', ({ length }) => length), 2);
        assert.deepEqual(problems, []);
        await page.close();
      }
    });

    it('takes the script from another host, checked by its hash', async () => {
      const integrity = JSON.parse(
        readFileSync(new URL('../../cdn/integrity.json', import.meta.url)),
      );
      const script = `${host.server.url}/widget/outage-status.js`;
      const good = await openPost(MARKS, { script, integrity: integrity['outage-status.js'] });
      await waitFor(good.page, isPainted, 3);
      await good.page.close();
      const bad = await openPost(MARKS, { script, integrity: `sha384-${'A'.repeat(64)}` });
      // The browser tells of the refusal on its console.
      const refused = () => bad.problems.some((problem) => /integrity/.test(problem));
      for (let tries = 0; tries < 100 && !refused(); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.ok(refused(), String(bad.problems));
      assert.equal(
        await bad.page.evaluate(() => customElements.get('outage-status') === undefined),
        true,
      );
      await bad.page.close();
    });
  });
}
