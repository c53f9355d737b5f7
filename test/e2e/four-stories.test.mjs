import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { textOf, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { startHostSite } from './support/host-site.mjs';
import { sendReport, startServer } from './support/server.mjs';

const REPORTS = 100;

/** Sets what the demo's stand-in for a vendor says on its status page, which the server polls every five seconds. */
const tellVendor = async (url, state) => {
  const answer = await fetch(`${url}/demo/vendor/state`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state }),
  });
  assert.equal(answer.status, 200);
};

// In this order, so that each story is left by itself: a surge ends a quarter of a minute after its last report.
describe('both voices through the four stories', () => {
  let server;
  let site;
  let browser;
  let page;

  before(async () => {
    server = await startServer();
    site = await startHostSite(server.url);
    browser = await launch('chromium');
    page = await browser.newPage({ type: 'window' });
    await page.goto(site.publish('<outage-status service="kik"></outage-status>'));
  });
  after(async () => {
    await closePages(browser);
    await site?.close();
    await server?.stop();
  });

  const sees = async (verdict, sentence, timeout) => {
    await waitFor(
      page,
      (wanted) => document.querySelector('outage-status').feed?.verdict === wanted,
      verdict,
      timeout,
    );
    assert.match(await textOf(page, '[part=summary]'), sentence);
  };
  const surge = async (from) => {
    const sending = Array.from({ length: REPORTS }, (_, index) =>
      sendReport(server.url, 'kik', index % 2 === 0 ? 'messages' : 'login', from + index),
    );
    for (const { body } of await Promise.all(sending)) assert.equal(body.outcome, 'counted');
  };

  it('show no sign of a problem while both are calm', async () => {
    await sees('all_clear', /^No sign of a problem with Kik\.$/);
  });

  it("show the vendor's incident as the vendor's word, beside calm reports", async () => {
    await tellVendor(server.url, 'incident');
    await sees('official_only', /^Kik reports .+\. Users report nothing unusual\.$/);
    assert.match(await textOf(page, '[part=voice-users]'), /Operational/);
  });

  it('show the users’ report as confirmed once both see a problem', async () => {
    await surge(0);
    await sees('confirmed', /^Users report .+, and Kik confirms a problem\.$/);
  });

  it('show the disagreement as the headline when users alone see a problem', async () => {
    await tellVendor(server.url, 'operational');
    await surge(1000);
    await sees('community_only', /^Users report .+; Kik says all is well\.$/);
    assert.match(await textOf(page, '[part=voice-official]'), /Operational/);
  });

  it('are calm again when the reports stop', async () => {
    await sees('all_clear', /^(No sign of a problem with Kik|Kik seems to work again)/, 60_000);
  });
});
