import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { hasButtons } from './support/host-page.mjs';
import { startHostSite } from './support/host-site.mjs';
import { proxies, startDeafProxy, startProxy } from './support/proxies.mjs';
import { readFeed, sendReports, startServer } from './support/server.mjs';

/** More than leave the window of an hour while a test runs. */
const REPORTS = 12;
/** Each test reports for a service of its own. */
const SERVICES = ['kik', 'discord', 'twitch', 'zoom', 'slack', 'figma', 'heroku'];

const readCount = () =>
  Number(
    document
      .querySelector('outage-status')
      .shadowRoot.querySelector('[part=count] strong')
      .textContent.replace(/\D/g, ''),
  );

describe('an open widget', { concurrency: true }, () => {
  if (!engines.includes('chromium')) return;
  let server;
  let site;
  let browser;
  before(async () => {
    server = await startServer();
    site = await startHostSite(server.url);
    browser = await launch('chromium');
  });
  after(async () => {
    await closePages(browser);
    await site?.close();
    await server?.stop();
  });
  const services = SERVICES.values();

  /**
   * Opens a page with a widget that has its script and its feed from a proxy.
   *
   * @param t The test; the page and the proxy end with it.
   * @returns Reports, and gives the time from the last answer until the widget shows it, in milliseconds.
   */
  const openWidget = async (t, proxy, refreshSeconds) => {
    const service = services.next().value;
    const page = await browser.newPage({ type: 'window' });
    t.after(async () => {
      await page.close();
      await proxy.stop();
    });
    const widget = `<script type="module" src="${proxy.url}/widget/outage-status.js"></script>
<outage-status service="${service}" refresh="${refreshSeconds}"></outage-status>`;
    await page.goto(site.publish(widget, { withWidget: false }));
    await waitFor(page, hasButtons, undefined, 20_000);
    const [{ id: category }] = (await readFeed(server.url, service)).community.categories;
    let visitor = 1;
    return async (timeout) => {
      const countBefore = await page.evaluate(readCount);
      await sendReports(server.url, service, category, visitor, REPORTS);
      visitor += REPORTS;
      const countedAtMs = performance.now();
      const isShown = `(${String(readCount)})() > ${countBefore}`;
      await page.waitForFunction(isShown, { timeout, polling: 50 });
      return performance.now() - countedAtMs;
    };
  };

  for (const { id, name } of proxies) {
    it(`shows changes at once behind ${name}`, { timeout: 60_000 }, async (t) => {
      // So rarely, no poll brings a change.
      const report = await openWidget(t, await startProxy(id, server.url), 3600);
      // The first may come with the first event.
      const durationsMs = [await report(10_000), await report(10_000)];
      t.diagnostic(`after ${durationsMs.map(Math.round).join(' and ')} ms`);
      assert.ok(Math.max(...durationsMs) < 5000, String(durationsMs));
    });
  }

  for (const holdsHead of [false, true]) {
    const what = holdsHead ? 'whole event streams' : 'the events of open streams';
    it(`shows a change at its next poll behind a proxy that keeps ${what}`, async (t) => {
      const proxy = await startDeafProxy(server.url, { holdsHead });
      // The shortest time between polls; by default it is a minute.
      const report = await openWidget(t, proxy, 15);
      t.diagnostic(`after ${Math.round(await report(25_000))} ms`);
      assert.ok(proxy.streamCount() > 0);
    });
  }
});
