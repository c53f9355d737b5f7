import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engines, waitFor } from './support/browser.mjs';
import { hasButtons, useHostPage } from './support/host-page.mjs';

const WIDGET = '<outage-status service="kik"></outage-status>';

/** What may stand around the widget, and what it has started. */
const AROUND = [
  ['a link', `<a href="/elsewhere">${WIDGET}</a>`],
  ['a label', `<label><input type="checkbox">${WIDGET}</label>`],
  ['a summary', `<details><summary>${WIDGET}</summary><p>Text</p></details>`],
  [
    'a button',
    `<button type="button" style="inline-size: 30rem" onclick="history.pushState(0, '', '/started')">${WIDGET}</button>`,
  ],
  ['a draggable part', `<div draggable="true">${WIDGET}</div>`],
  ['a form', `<form action="/elsewhere">${WIDGET}<input name="q"><button>Send</button></form>`],
];

const readStarted = () => ({
  path: location.pathname,
  checked: !!document.querySelector('input')?.checked,
  open: !!document.querySelector('details')?.open,
});
const isOpen = (panel) =>
  !!document.querySelector('outage-status').shadowRoot.querySelector(`#panel-${panel}`);
const isClosed = () =>
  !document.querySelector('outage-status').shadowRoot.querySelector('[id^=panel-]');

for (const engine of engines) {
  describe(`a widget inside something to press, in ${engine}`, () => {
    const host = useHostPage(engine);

    const find = async (page, selector) => {
      const handle = await page.evaluateHandle(
        (inner) => document.querySelector('outage-status').shadowRoot.querySelector(inner),
        selector,
      );
      return handle.asElement();
    };

    for (const [what, body] of AROUND) {
      it(`works by mouse, Enter and Space in ${what}, and starts nothing of it`, async () => {
        const { page } = await host.open(body);
        await waitFor(page, hasButtons);
        const before = await page.evaluate(readStarted);
        await (await find(page, '#toggle-report')).click();
        await waitFor(page, isOpen, 'report');
        // By its words, which are a label of their own.
        await (await find(page, '.choice span')).click();
        await waitFor(
          page,
          () =>
            !!document.querySelector('outage-status').shadowRoot.querySelector('.choice :checked'),
        );
        await (await find(page, '[part=cancel-button]')).click();
        await waitFor(page, isClosed);
        for (const key of ['Enter', ' ']) {
          await (await find(page, '#toggle-guide')).focus();
          await page.keyboard.press(key);
          await waitFor(page, isOpen, 'guide');
          await page.keyboard.press(key);
          await waitFor(page, isClosed);
        }
        await (await find(page, '#toggle-report')).focus();
        await page.keyboard.press(' ');
        await waitFor(page, isOpen, 'report');
        await page.keyboard.press(' ');
        await page.keyboard.press('Enter');
        await waitFor(
          page,
          () =>
            !!document
              .querySelector('outage-status')
              .shadowRoot.querySelector('[data-outcome=counted], [data-outcome=already_reported]'),
        );
        assert.deepEqual(await page.evaluate(readStarted), before);
        await page.close();
      });
    }
  });
}
