// Pages of real servers that include the status, configured by what the builder gives out.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { hasButtons } from './support/host-page.mjs';
import { includeServers, startIncludeServer } from './support/include-servers.mjs';
import { openPage } from './support/open-page.mjs';
import { startServer } from './support/server.mjs';

const readVisible = () => {
  const { shadowRoot } = document.querySelector('outage-status');
  const badge = shadowRoot.querySelector('[part~=badge]');
  return { text: shadowRoot.textContent, isVisible: badge.getBoundingClientRect().width > 40 };
};

describe('a page that a server makes', () => {
  if (!engines.includes('chromium')) return;
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => closePages(browser));

  /** Starts the feed server, and the site that includes its fragments, by what its builder says. */
  const start = async (t, id, services) => {
    const server = await startServer();
    let isStopped = false;
    const stop = async () => {
      if (!isStopped) await server.stop();
      isStopped = true;
    };
    t.after(stop);
    const site = await startIncludeServer(id, server.url, services, 'look=card&theme=dark');
    t.after(site.stop);
    return { server, site, stop };
  };

  const assertComplete = async (url) => {
    const html = await (await fetch(url)).text();
    assert.match(html, /Before[^]*<template shadowrootmode="open"><style>[^]*After/);
    assert.match(html, /<outage-status [^>]*variant="card"[^>]* theme="dark"/);

    const still = await browser.newPage();
    await still.setJavaScriptEnabled(false);
    await still.goto(url);
    const shown = await still.evaluate(readVisible);
    assert.match(shown.text, /As of .*UTC/);
    assert.ok(shown.isVisible);
    await still.close();

    const { page, problems } = await openPage(browser, url);
    await waitFor(page, hasButtons, undefined, 20_000);
    assert.deepEqual(problems, []);
    await page.close();
  };

  for (const { id, name } of includeServers) {
    it(`has the status without JavaScript, comes alive with it, and survives the feed server, by ${name}`, async (t) => {
      const { server, site, stop } = await start(t, id, ['kik', 'discord', 'no-such']);
      await assertComplete(`${site.url}/kik.html`);

      const unknown = await (await fetch(`${site.url}/no-such.html`)).text();
      assert.match(unknown, /Before[^]*(There is no service|no-such status<\/a>)[^]*After/);

      await stop();
      // A page whose fragment no cache has.
      const response = await fetch(`${site.url}/discord.html`);
      assert.equal(response.status, 200);
      const fallback = `<a href="${server.url}/discord">discord status</a>`;
      assert.match(await response.text(), new RegExp(`Before[^]*${fallback}[^]*After`));
    });
  }

  it('has the status without JavaScript, comes alive with it, and survives the feed server, by renderStatus', async (t) => {
    const { server, site, stop } = await start(t, 'render', ['kik']);
    await assertComplete(`${site.url}/kik.html`);
    await stop();
    const html = await (await fetch(`${site.url}/kik.html`)).text();
    assert.match(html, /<outage-status service="kik" [^>]*variant="card" theme="dark"><span/);
    assert.match(html, new RegExp(`Before[^]*<a href="${server.url}/kik">Kik status</a>[^]*After`));
  });
});
