// `outage-status/testing` where consumers test their pages; see testing/.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { createTestServer } from 'outage-status/testing';
import { CHROMIUM_FLAGS, ENVIRONMENTS_FOLDER, findPrograms } from '../../scripts/engines.mjs';
import { ROOT, run } from './installed-package.mjs';

const { environments, chromium } = findPrograms();
const require = createRequire(join(ENVIRONMENTS_FOLDER, 'package.json'));

if (environments) {
  describe("a consumer's tests without a network", () => {
    it('pass in jsdom and in happy-dom', () => {
      const program = join(ENVIRONMENTS_FOLDER, 'node_modules/vitest/vitest.mjs');
      const output = run(process.execPath, [program, 'run', '--reporter=json'], {
        cwd: ENVIRONMENTS_FOLDER,
      });
      const { numPassedTests, numTotalTests, success } = JSON.parse(output);
      assert.deepEqual(
        { numPassedTests, numTotalTests, success },
        { numPassedTests: 20, numTotalTests: 20, success: true },
      );
    });

    it('work in a DOM without constructed style sheets and observers, as that of Jest', async (test) => {
      const { outputFiles } = await build({
        stdin: {
          contents: `export * from 'outage-status/testing'; import 'outage-status/define';`,
          resolveDir: ROOT,
        },
        bundle: true,
        format: 'iife',
        globalName: 'consumer',
        write: false,
        logLevel: 'error',
      });
      const { JSDOM, VirtualConsole } = require('jsdom-of-jest');
      const problems = [];
      const virtualConsole = new VirtualConsole();
      virtualConsole.on('jsdomError', (error) => problems.push(String(error)));
      virtualConsole.on('error', (message) => problems.push(message));
      const { window } = new JSDOM('<!doctype html><title>Shop</title>', {
        url: 'https://shop.example/',
        runScripts: 'outside-only',
        pretendToBeVisual: true,
        virtualConsole,
      });
      test.after(() => window.close());
      for (const name of ['adoptedStyleSheets', 'IntersectionObserver', 'ResizeObserver'])
        assert.ok(!(name in window) && !(name in window.document), name);
      // Jest has none of Node's; projects whose pages send requests bring them back, so signals are not of this DOM.
      const { AbortController, fetch, Request, Response, TextDecoder } = globalThis;
      Object.assign(window, { AbortController, fetch, Request, Response, TextDecoder });
      const note = (reason) => problems.push(String(reason));
      process.on('unhandledRejection', note);
      test.after(() => process.off('unhandledRejection', note));

      window.eval(outputFiles[0].text);
      const { document, consumer } = window;
      const server = consumer.createTestServer('major_outage');
      const remove = server.install();
      const tag = (attributes) =>
        `<outage-status service="kik" server="https://status.example" ${attributes}></outage-status>`;
      document.body.innerHTML = tag('') + tag('variant="badge" load="visible"').repeat(50);
      const all = [...document.querySelectorAll('outage-status')];
      await Promise.all(all.map((element) => element.refreshNow()));
      assert.deepEqual(new Set(all.map(({ status }) => status)), new Set(['major_outage']));
      await all[0].report('login');
      assert.deepEqual(JSON.parse(JSON.stringify(server.reports)), [
        { service: 'kik', subject: 'login' },
      ]);
      assert.match(all[0].shadowRoot.textContent, /Report a problem/);
      server.show('operational');
      const changed = new Promise((resolve) =>
        all[0].addEventListener('outage-status-change', resolve, { once: true }),
      );
      await all[0].refreshNow();
      assert.equal((await changed).to, 'operational');
      document.body.replaceChildren();
      await remove();
      assert.deepEqual(problems, []);
    });

    if (chromium) {
      it('answer the widget of the CDN in a page of Playwright', async (test) => {
        const browser = await require('playwright-core').chromium.launch({
          executablePath: chromium,
          args: CHROMIUM_FLAGS,
        });
        test.after(() => browser.close());
        const page = await browser.newPage();
        const problems = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') problems.push(message.text());
        });

        const server = createTestServer('partial_outage');
        await page.route('https://status.example/v1/**', async (route) => {
          const asked = route.request();
          const answer = await server.answer(
            new Request(asked.url(), { method: asked.method(), body: asked.postData() }),
          );
          await route.fulfill({
            status: answer.status,
            headers: Object.fromEntries(answer.headers),
            body: await answer.text(),
          });
        });
        await page.route('https://status.example/widget/*', (route) => {
          const file = new URL(route.request().url()).pathname.split('/').at(-1);
          return route.fulfill({
            path: join(ROOT, 'cdn', file),
            headers: { 'access-control-allow-origin': '*' },
          });
        });
        await page.route('https://shop.example/', (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><html lang="en"><title>Shop</title><script type="module" src="https://status.example/widget/outage-status.js"></script><outage-status service="kik"></outage-status></html>',
          }),
        );

        await page.goto('https://shop.example/');
        await page.getByRole('button', { name: 'Report a problem' }).click();
        await page.getByText('Login & authentication').last().click();
        await page.getByRole('button', { name: 'Send' }).click();
        await page.getByText('185').first().waitFor();
        assert.deepEqual(server.reports, [{ service: 'kik', subject: 'login' }]);
        server.show('operational');
        await page.locator('outage-status').evaluate((element) => element.refreshNow());
        await page.getByText('Operational').first().waitFor();
        assert.deepEqual(problems, []);
      });
    }
  });
}
