// A visitor on a foreign page, with the compact form and nothing but a keyboard.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { engines, textOf, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage } from './support/host-page.mjs';
import { readFeed, startServer } from './support/server.mjs';

// A service that hardly anybody reports: at no time of the day do the demo's invented reports move its figures.
const QUIET = `id: quiet
name: Quiet
kind: Messaging app
url: https://example.com
expected_reports_per_hour: 0.0001
categories:
  - { id: messages, label: Messages }
  - { id: login, label: Login }
  - { id: calls, label: Calls }
`;
const REPORTED = 2;

const BODY = `<a id="before" href="#">Before</a>
<div style="inline-size:640px"><outage-status service="quiet" variant="compact"></outage-status></div>
<a id="after" href="#">After</a>`;

/** Where the focus is: the id or part of what has it, inside the widget too. */
const readFocus = () => {
  const { activeElement } = document;
  const focused = activeElement?.shadowRoot?.activeElement ?? activeElement;
  return focused?.id || focused?.part.value || focused?.value || '';
};

/** Which parts of the card a visitor sees. */
const readSeen = () => {
  const { shadowRoot } = document.querySelector('outage-status');
  const parts = ['summary', 'sparkline', 'report-button', 'more-button', 'breakdown', 'voices'];
  return [...parts, 'report'].filter((part) =>
    shadowRoot.querySelector(`[part~=${part}]`)?.checkVisibility(),
  );
};
const CLOSED = ['summary', 'sparkline', 'report-button', 'more-button'];
const OPEN = [...CLOSED, 'breakdown', 'voices'];

/** Presses Tab until the focus is on what {@link readFocus} calls `name`. @returns All stops on the way. */
async function tabTo(page, name) {
  const stops = [];
  while (stops.at(-1) !== name) {
    assert.ok(stops.length < 20, `not by Tab: ${name}; ${stops.join(', ')}`);
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(readFocus));
  }
  return stops;
}

const hasFocusInPanel = () =>
  !!document.querySelector('outage-status').shadowRoot.activeElement?.closest('[part~=report]');
const isAnswered = () =>
  !!document.querySelector('outage-status').shadowRoot.querySelector('[data-outcome=counted]');
const isClosed = () =>
  !document
    .querySelector('outage-status')
    .shadowRoot.querySelector('[part=breakdown]')
    .checkVisibility();

for (const engine of engines) {
  describe(`the compact form in ${engine}`, () => {
    let catalogDir;
    before(async () => {
      catalogDir = await mkdtemp(join(tmpdir(), 'outage-status-quiet-'));
      await writeFile(join(catalogDir, 'quiet.yaml'), QUIET);
    });
    after(() => rm(catalogDir, { recursive: true, force: true }));
    const host = useHostPage(engine, {
      start: () => startServer({ CATALOG_DIRS: catalogDir }),
    });

    it('is two stops of the Tab key on the way through a page', async () => {
      const { page } = await host.open(BODY);
      await waitFor(page, hasButtons);
      await page.focus('#before');
      assert.deepEqual(await tabTo(page, 'after'), ['toggle-report', 'more-button', 'after']);
      await page.close();
    });

    it('takes a report by keyboard, which the server counts, and closes again', async () => {
      const { page, problems } = await host.open(BODY);
      await waitFor(page, hasButtons);
      assert.deepEqual(await page.evaluate(readSeen), CLOSED);
      const { categories } = (await readFeed(host.server.url, 'quiet')).community;
      assert.ok(categories.every(({ reportCount }) => reportCount === 0));
      const { id } = categories[REPORTED];

      await page.focus('#before');
      await tabTo(page, 'toggle-report');
      await page.keyboard.press('Enter');
      await waitFor(page, hasFocusInPanel);
      assert.deepEqual(await page.evaluate(readSeen), [...OPEN, 'report']);
      if ((await page.evaluate(readFocus)) !== categories[0].id)
        await tabTo(page, categories[0].id);
      await page.keyboard.press(' ');
      for (let steps = REPORTED; steps > 0; steps -= 1) await page.keyboard.press('ArrowDown');
      assert.equal(await page.evaluate(readFocus), id);
      // The first Enter sends what is chosen.
      await page.keyboard.press('Enter');
      await waitFor(page, isAnswered);
      assert.match(await textOf(page, '[part=report-status]'), /counted/i);
      // A feed that others' reports have just changed follows within a second.
      await waitFor(
        page,
        (own) =>
          document
            .querySelector('outage-status')
            .feed.community.categories.find((category) => category.id === own).reportCount === 1,
        id,
      );
      const counted = (await readFeed(host.server.url, 'quiet')).community.categories;
      assert.deepEqual(
        counted.map(({ reportCount }) => reportCount),
        [0, 0, 1],
      );

      await tabTo(page, 'more-button');
      await page.keyboard.press('Enter');
      await waitFor(page, isClosed);
      assert.deepEqual(await page.evaluate(readSeen), CLOSED);
      assert.equal(await page.evaluate(readFocus), 'more-button');
      assert.deepEqual(problems, []);
      await page.close();
    });
  });
}
