import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { textOf, waitFor } from './support/browser.mjs';
import { closePages, launch } from './support/shared-browser.mjs';
import { startHostSite } from './support/host-site.mjs';
import { startServer } from './support/server.mjs';

/** The demo asks every five seconds: three failures in a row take a quarter of a minute, and a busy machine longer. */
const PATIENCE_MS = 60_000;

/** The servers of a service, which a test stops and starts again at the same address. */
async function openTarget() {
  let server;
  let port = 0;
  const start = async () => {
    server = createServer((_request, response) => {
      response.setHeader('connection', 'close').end('well');
    });
    await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
    port = server.address().port;
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  await start();
  return { url: `http://127.0.0.1:${port}/`, start, stop };
}

const serviceFile = (id, name, url, isTheService) => `id: ${id}
name: ${name}
kind: Example
url: https://${id}.example
checks:
  - url: ${url}
    is_the_service: ${isTheService}
expected_reports_per_hour: 1
categories:
  - { id: messages, label: Messages not sending }
  - { id: login, label: Login }
`;

describe('the third voice', () => {
  let target;
  let catalogDir;
  let server;
  let site;
  let browser;
  let page;

  before(async () => {
    target = await openTarget();
    catalogDir = await mkdtemp(join(tmpdir(), 'outage-status-catalog-'));
    const write = (id, ...rest) =>
      writeFile(join(catalogDir, `${id}.yaml`), serviceFile(id, ...rest));
    await write('pigeon', 'Pigeon', target.url, true);
    await write('owl', 'Owl', target.url, false);
    server = await startServer({ CATALOG_DIRS: catalogDir });
    site = await startHostSite(server.url);
    browser = await launch('chromium');
    page = await browser.newPage({ type: 'window' });
    await page.goto(
      site.publish(
        '<outage-status id="pigeon" service="pigeon"></outage-status><outage-status id="owl" service="owl"></outage-status>',
      ),
    );
  });
  after(async () => {
    await closePages(browser);
    await site?.close();
    await server?.stop();
    await target?.stop().catch(() => undefined);
    await rm(catalogDir, { recursive: true, force: true });
  });

  /** Waits until both widgets say a sentence in their third voice; `{name}` stands for the service. */
  const hears = (sentence) =>
    waitFor(
      page,
      (wanted) =>
        [...document.querySelectorAll('outage-status')].every((element) =>
          element.shadowRoot
            ?.querySelector('[part=voice-probe]')
            ?.textContent.includes(wanted.replace('{name}', element.feed?.service.name)),
        ),
      sentence,
      PATIENCE_MS,
    );
  const statusOf = (id) => page.evaluate((wanted) => document.getElementById(wanted).status, id);
  const textIn = (id, part) =>
    page.evaluate(
      (wanted, name) =>
        document
          .getElementById(wanted)
          .shadowRoot.querySelector(`[part=${name}]`)
          .textContent.trim(),
      id,
      part,
    );

  it('says that the servers answer', async () => {
    await hears('{name}’s servers answer us.');
    assert.deepEqual(await Promise.all(['pigeon', 'owl'].map(statusOf)), [
      'operational',
      'operational',
    ]);
  });

  it('says when they stop, and makes a status only where the check is the service', async () => {
    await target.stop();
    await hears('{name}’s servers do not answer us; nobody else reports it.');
    assert.deepEqual(await Promise.all(['pigeon', 'owl'].map(statusOf)), [
      'major_outage',
      'operational',
    ]);
    assert.equal(await textIn('pigeon', 'summary'), 'Pigeon does not answer our checks.');
    assert.equal(await textIn('owl', 'summary'), 'No sign of a problem with Owl.');
    for (const id of ['pigeon', 'owl']) {
      assert.match(await textIn(id, 'voice-users'), /Operational/);
      assert.match(await textIn(id, 'voice-probe'), /127\.0\.0\.1\s*·\s*no connection/);
    }
  });

  it('says so on the page of the service, without scripts, and in the list of services', async () => {
    const html = await (await fetch(`${server.url}/pigeon?lang=ar`)).text();
    assert.match(html, /خوادم \u2068Pigeon\u2069 لا تستجيب لنا، ولا أحد غيرنا يُبلغ عن ذلك\./);
    const frame = await (await fetch(`${server.url}/embed/pigeon`)).text();
    assert.match(frame, /Pigeon’s servers do not answer us; nobody else reports it\./);
    const { services } = await (await fetch(`${server.url}/v1/services?q=pigeon`)).json();
    assert.equal(services[0].status, 'major_outage');
  });

  it('says when they are back', async () => {
    await target.start();
    await hears('{name}’s servers answer us.');
    assert.equal(await statusOf('pigeon'), 'operational');
    assert.equal(await textIn('pigeon', 'summary'), 'No sign of a problem with Pigeon.');
  });

  it('hears the demo’s stand-in for Kik’s servers', async () => {
    const tell = (answer) =>
      fetch(`${server.url}/demo/vendor/servers`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ answer }),
      });
    await page.goto(site.publish('<outage-status id="kik" service="kik"></outage-status>'));
    await hears('{name}’s servers answer us.');
    await tell(false);
    await hears('{name}’s servers do not answer us; nobody else reports it.');
    assert.match(await textOf(page, '[part=voice-official]'), /Operational/);
    await tell(true);
    await hears('{name}’s servers answer us.');
  });
});
