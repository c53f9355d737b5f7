// A visitor asks from their own device whether a service answers: real servers that answer, hang and are refused.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { engines, textOf, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage } from './support/host-page.mjs';
import { startServer } from './support/server.mjs';

const SERVICE = (id, url) => `id: ${id}
name: Quiet
kind: Messaging app
url: ${url}
expected_reports_per_hour: 0.0001
categories:
  - { id: messages, label: Messages }
  - { id: login, label: Login }
guide:
  steps:
    - { id: again, title: Try again, text: Try it again. }
  faq: []
  about: A service.
`;

/** What listens: a server that answers whatever is asked, and one that takes a connection and says nothing. */
const LISTENERS = {
  answering: (socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n')),
  hanging: () => {},
};

const press = (selector) =>
  document.querySelector('outage-status').shadowRoot.querySelector(selector).click();

const readAnswer = () =>
  document
    .querySelector('outage-status')
    .shadowRoot.querySelector('[part=check] [role=status]')
    ?.textContent.replace(/\s+/g, ' ')
    .trim();

for (const engine of engines) {
  describe(`the check from a visitor’s device, in ${engine}`, () => {
    const sockets = new Set();
    const listeners = {};
    let catalogDir;
    before(async () => {
      catalogDir = await mkdtemp(join(tmpdir(), 'outage-status-check-'));
      for (const [id, onSocket] of Object.entries(LISTENERS)) {
        const listener = createServer((socket) => {
          sockets.add(socket);
          socket.on('error', () => {});
          onSocket(socket);
        }).listen(0, '127.0.0.1');
        await once(listener, 'listening');
        listeners[id] = listener;
        const url = `http://127.0.0.1:${listener.address().port}/`;
        await writeFile(join(catalogDir, `${id}.yaml`), SERVICE(id, url));
      }
    });
    after(async () => {
      for (const socket of sockets) socket.destroy();
      for (const listener of Object.values(listeners)) listener.close();
      await rm(catalogDir, { recursive: true, force: true });
    });
    const host = useHostPage(engine, { start: () => startServer({ CATALOG_DIRS: catalogDir }) });

    const openPanel = async (target) => {
      await waitFor(target, hasButtons, undefined, 20_000);
      await target.evaluate(press, '#toggle-guide');
      await waitFor(target, () =>
        document.querySelector('outage-status').shadowRoot.querySelector('[part=check] button'),
      );
    };
    const openGuide = async (service, options, { prepare } = {}) => {
      const { page, problems, requests } = await host.open(
        `<outage-status service="${service}"></outage-status>`,
        options,
      );
      await prepare?.(page);
      await openPanel(page);
      return { page, problems, requests };
    };
    const check = async (page) => {
      await page.evaluate(press, '[part=check] button');
      // An address that does not answer takes eight seconds.
      await waitFor(page, readAnswer, undefined, 20_000);
      return page.evaluate(readAnswer);
    };

    it('names the sites before the press, asks nobody until then, and tells that it answers', async () => {
      const { page, problems, requests } = await openGuide('answering');
      const asked = `http://127.0.0.1:${listeners.answering.address().port}/`;
      assert.equal(
        await textOf(page, '#check-note'),
        'Asks 127.0.0.1 whether this browser gets an answer. What it finds stays here.',
      );
      assert.ok(!requests.includes(asked));
      assert.match(
        await check(page),
        /^Quiet answers this device, so your connection works\..*127\.0\.0\.1: answered in \d+ ms$/,
      );
      assert.equal(requests.filter((url) => url === asked).length, 1);
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('waits eight seconds for an address that hangs, and says that it does not answer', async () => {
      const { page } = await openGuide('hanging');
      assert.match(
        await check(page),
        /^Quiet does not answer this device\. It may be your network, VPN or DNS\. .*did not answer$/,
      );
      await page.close();
    });

    it('tells the page’s own policy from a service that does not answer', async () => {
      const { url } = host.server;
      const { page } = await openGuide('answering', {
        headers: {
          'content-security-policy': `default-src 'none'; script-src ${url}; connect-src ${url}`,
        },
      });
      assert.match(
        await check(page),
        /^This page does not allow the widget to ask Quiet\..*not asked: this page does not allow it$/,
      );
      await page.close();
    });

    it('says in a frame that it cannot ask from there', async () => {
      const { page } = await host.open(
        `<iframe sandbox="allow-scripts" src="${host.server.url}/embed/answering" width="640" height="700"></iframe>`,
      );
      const frame = await page.waitForFrame((one) => one.url().includes('/embed/'));
      await openPanel(frame);
      assert.match(await check(frame), /^This page does not allow the widget to ask Quiet\./);
      await page.close();
    });

    it('says on an isolated page that it cannot ask from there', async () => {
      const { page } = await openGuide('answering', {
        headers: {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        },
      });
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      assert.match(await check(page), /^This page does not allow the widget to ask Quiet\./);
      await page.close();
    });

    it('is allowed by the service’s own page', async () => {
      const page = await host.browser.newPage({ type: 'window' });
      await page.goto(`${host.server.url}/answering`);
      await openPanel(page);
      assert.match(await check(page), /^Quiet answers this device/);
      await page.close();
    });

    it('tells a request that something in the browser refuses from one that waits in vain', async () => {
      const { port } = listeners.hanging.address();
      const { page } = await openGuide('hanging', undefined, {
        prepare: async (one) => {
          await one.setRequestInterception(true);
          one.on('request', (request) =>
            request.url().includes(`:${port}/`)
              ? void request.abort('blockedbyclient')
              : void request.continue(),
          );
        },
      });
      const startedAtMs = performance.now();
      const answer = await check(page);
      assert.ok(performance.now() - startedAtMs < 8000);
      assert.match(answer, /refused at once$|did not answer$/);
      await page.close();
    });
  });
}
