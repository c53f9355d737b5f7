import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage, withoutIcon } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';

const readSnippet = () => document.querySelector('#snippet-0').value;

for (const engine of engines) {
  describe(`the snippet builder in ${engine}`, () => {
    const host = useHostPage(engine, { start: useSharedServer });

    const openBuilder = async (query, setUp = async () => undefined) => {
      const page = await host.browser.newPage({ type: 'window' });
      await setUp(page);
      await page.goto(`${host.server.url}/embed?${query}`);
      return page;
    };
    /** The snippet as a person takes it: out of the page. */
    const takeSnippet = async (query) => {
      const page = await openBuilder(query);
      const snippet = await page.evaluate(readSnippet);
      await page.close();
      return snippet;
    };
    const said = (page, what) =>
      waitFor(
        page,
        (key) => {
          const region = document.querySelector('#said');
          return region.textContent !== '' && region.textContent === region.dataset[key];
        },
        what,
      );

    it('gives lines that run on a page of another origin: pinned and newest', async () => {
      for (const version of ['pinned', 'newest']) {
        const snippet = await takeSnippet(`service=kik&version=${version}&language=ar`);
        assert.equal(snippet.includes('integrity="sha384-'), version === 'pinned');
        const { page, problems, requests } = await host.open(snippet, { withWidget: false });
        await waitFor(page, hasButtons);
        const status = await page.evaluate(() => document.querySelector('outage-status').status);
        assert.equal(status, 'operational');
        assert.deepEqual(withoutIcon(problems), []);
        const scripts = requests.filter((url) => url.includes('/widget/'));
        // The chunks come from the same release.
        const folder = new URL('.', scripts[0]).href;
        assert.ok(scripts.length >= 3 && scripts.every((url) => url.startsWith(folder)));
        await page.close();
      }
    });

    it('gives a pinned tag that runs nothing but what it names', async () => {
      const snippet = await takeSnippet('service=kik');
      const tampered = snippet.replace(/sha384-..../, 'sha384-AAAA');
      const { page, problems } = await host.open(tampered, { withWidget: false });
      await waitFor(page, () => document.readyState === 'complete');
      assert.equal(await page.evaluate(() => !!customElements.get('outage-status')), false);
      const link = await page.evaluate(() => document.querySelector('outage-status a').href);
      assert.equal(link, `${host.server.url}/kik`);
      assert.match(problems.join(), /integrity/i);
      await page.close();
    });

    it('gives a frame with its height, and a picture, that show on another origin too', async () => {
      const frame = await takeSnippet('service=kik&place=site&as=iframe');
      const framed = await host.open(frame.replace(/;height:calc[^"]*/, ';height:120px'), {
        withWidget: false,
      });
      const inner = await framed.page.waitForFrame((one) => one.url().includes('/embed/'));
      await waitFor(inner, hasButtons);
      await waitFor(framed.page, () => document.querySelector('iframe').clientHeight > 300);
      await framed.page.close();

      const picture = await takeSnippet('service=kik&place=site&as=picture&size=large');
      const pictured = await host.open(picture, { withWidget: false });
      const box = await waitFor(pictured.page, () => {
        const [image] = document.images;
        return image.complete && [image.naturalWidth, image.clientHeight];
      });
      assert.ok(box[0] > 100);
      assert.equal(box[1], 40);
      await pictured.page.close();
    });

    it('shows every choice at once, by keyboard alone, and keeps it in its address', async () => {
      const page = await openBuilder('service=kik');
      await page.focus('#service');
      await page.keyboard.press('End');
      for (let letters = 0; letters < 3; letters += 1) await page.keyboard.press('Backspace');
      await page.keyboard.type('discor');
      await waitFor(page, () => /service=discor(&|$)/.test(location.search));
      await waitFor(page, () => document.querySelector('#snippet-0').value.includes('"discord"'));
      // A choice by its first letters, as select fields have it.
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'place');
      await page.keyboard.type('phpBB');
      if (engine === 'firefox') await page.keyboard.press('Enter');
      await waitFor(page, () => location.search.includes('place=phpbb'));
      await waitFor(page, () => document.querySelector('#snippet-0').value.startsWith('[url='));
      assert.equal(await page.evaluate(() => document.activeElement.id), 'place');
      assert.deepEqual(
        await page.evaluate(() =>
          [...document.querySelectorAll('#options select')].map(({ id }) => id),
        ),
        ['look', 'size', 'theme', 'language'],
      );
      await said(page, 'updated');
      const snippet = await page.evaluate(readSnippet);
      assert.match(snippet, /badge\/discord-outage-status\.png/);
      await page.reload();
      assert.equal(await page.evaluate(readSnippet), snippet);
      await page.close();
    });

    it('gives a page made on a server its two parts, with every choice of the form', async () => {
      const page = await openBuilder('service=kik&look=badge&language=ar');
      await page.select('#place', 'server');
      await waitFor(page, () => !!document.querySelector('#snippet-1'));
      const calls = {
        render: /\n\$\{await outageStatus\(\)\}$/,
        ssi: /\n<!--# include virtual="\/fragment\/kik\.html\?variant=compact&theme=dark&lang=ar" -->$/,
        esi: /\n<esi:include src="\/fragment\/kik\.html\?variant=compact&amp;theme=dark&amp;lang=ar"\/>$/,
        php: /\n<\?= outage_status\('kik', 'variant=compact&theme=dark&lang=ar'\) \?>$/,
      };
      await page.select('#look', 'compact');
      await page.select('#theme', 'dark');
      for (const [kind, call] of Object.entries(calls)) {
        await page.select('#as', kind);
        await waitFor(
          page,
          (source) => new RegExp(source).test(document.querySelector('#snippet-1').value),
          call.source,
        );
        const [code, lines] = await page.$$eval('textarea', (all) => all.map(({ value }) => value));
        assert.ok(code.includes(new URL(host.server.url).hostname), kind);
        assert.match(lines, /^<script type="module" src="[^"]*" integrity="sha384-/);
        assert.equal(await page.evaluate(() => document.querySelector('#language').value), 'ar');
      }
      await page.close();
    });

    it('copies the snippet, and selects it where it may not copy', async () => {
      const allowed = await openBuilder('service=kik&place=readme', (page) =>
        page.evaluateOnNewDocument(() => {
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: async (text) => void (globalThis.copied = text) },
          });
        }),
      );
      await allowed.click('[data-copy]');
      await said(allowed, 'copied');
      assert.equal(
        await allowed.evaluate(() => globalThis.copied),
        await allowed.evaluate(readSnippet),
      );
      await allowed.close();

      const forbidden = await openBuilder('service=kik&place=readme', (page) =>
        page.evaluateOnNewDocument(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          document.execCommand = () => false;
        }),
      );
      await forbidden.click('[data-copy]');
      await said(forbidden, 'selected');
      assert.equal(
        await forbidden.evaluate(() => {
          const { value, selectionStart, selectionEnd } = document.activeElement;
          return value.slice(selectionStart, selectionEnd);
        }),
        await forbidden.evaluate(readSnippet),
      );
      await forbidden.close();
    });

    it('reports a server that does not answer, and ignores a late answer', async () => {
      const page = await openBuilder('service=kik&place=readme', (opened) =>
        opened.evaluateOnNewDocument(() => {
          const { fetch } = globalThis;
          globalThis.fetch = async (url, options) => {
            const { searchParams } = new URL(url, location.href);
            if (searchParams.get('size') === 'large') throw new TypeError('no network');
            const answer = await fetch(url, options);
            if (searchParams.get('size') === 'medium') {
              await new Promise((resolve) => (globalThis.letGo = resolve));
            }
            return answer;
          };
        }),
      );
      const before = await page.evaluate(readSnippet);
      await page.select('#size', 'large');
      await said(page, 'failed');
      assert.equal(await page.evaluate(readSnippet), before);
      await page.select('#size', 'medium');
      await waitFor(page, () => !!globalThis.letGo);
      await page.select('#size', 'small');
      await said(page, 'updated');
      await page.evaluate(() => globalThis.letGo());
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
      assert.equal(await page.evaluate(readSnippet), before);
      await page.close();
    });

    if (engine === 'chromium') {
      it('works without JavaScript: the form asks for the page', async () => {
        const page = await openBuilder('service=kik', (opened) =>
          opened.setJavaScriptEnabled(false),
        );
        await page.select('#place', 'xenforo');
        await Promise.all([page.waitForNavigation(), page.click('#choices button')]);
        assert.match(page.url(), /\/embed\?service=Kik&place=xenforo&/);
        const text = await page.$eval('#snippet-0', ({ value }) => value);
        assert.match(text, /^\[url=.*\/kik\]\[img\]/);
        assert.equal(await page.$eval('[data-copy]', ({ hidden }) => hidden), true);
        await page.close();
      });
    }
  });
}
