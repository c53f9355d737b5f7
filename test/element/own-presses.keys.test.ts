import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { OutageStatusElement } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const find = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;

async function placeIn(before: string, after: string): Promise<OutageStatusElement> {
  const { baseUrl } = await scriptFeed({
    'v1/services/kik/status.json': { body: freshFeed() },
    'v1/services/kik/challenge': { status: 204 },
  });
  const element = place(
    `${before}<outage-status service="kik" server="${baseUrl}" style="inline-size: 400px"></outage-status>${after}`,
  );
  await nextEvent(element, 'outage-load');
  await until(element, () => find(element, '#toggle-guide'));
  return element;
}

/** Listens as a page does that lets the keyboard press a part of it which is no button. */
const pressByKeyboard = (part: Element, start: () => void): void => {
  for (const type of ['keydown', 'keyup', 'keypress'])
    part.addEventListener(type, (event) => {
      if (['Enter', ' '].includes((event as KeyboardEvent).key)) start();
    });
};

const pressKey = async (element: OutageStatusElement, selector: string, key: string) => {
  await until(element, () => find(element, selector));
  find(element, selector).focus();
  // Its names differ by browser.
  await sendKeys({ press: key === 'Space' && navigator.userAgent.includes('Firefox') ? ' ' : key });
  // Some browsers act in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 20));
};

const AROUND: readonly (readonly [what: string, before: string, after: string])[] = [
  ['part of the page that listens to keys', '<div>', '</div>'],
  ['link', '<a href="#elsewhere">', '</a>'],
  ['part of the page with the role of a link', '<div role="link" tabindex="0">', '</div>'],
  ['button', '<button type="button">', '</button>'],
  ['summary', '<details><summary>', '</summary>Text</details>'],
  ['label of a checkbox', '<label><input type="checkbox">', '</label>'],
];

describe('a key pressed on one of the element’s controls', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(clearPage);

  for (const [what, before, after] of AROUND) {
    for (const key of ['Enter', 'Space']) {
      it(`does its work inside a ${what} and does not start that: ${key}`, async () => {
        const element = await placeIn(before, after);
        const page = element.closest('div:not([role])')!.parentElement!;
        const around = element.parentElement!;
        const started: string[] = [];
        pressByKeyboard(around, () => started.push('keys'));
        if (what !== 'part of the page that listens to keys')
          around.addEventListener('click', () => started.push('click'));
        await pressKey(element, '#toggle-guide', key);
        await until(element, () => find(element, '#panel-guide:not(.bone)'));
        expect(started).to.deep.equal([]);
        await pressKey(element, '#panel-guide summary', key);
        await until(element, () => find(element, '#panel-guide details[open]'));
        await pressKey(element, '#toggle-report', key);
        await until(element, () => find(element, '#panel-report'));
        await pressKey(element, '[part=cancel-button]', key);
        await until(element, () => !find(element, '#panel-report'));
        await pressKey(element, '.footer button', key);
        await until(element, () => element.matches(':state(paused)'));
        expect(started).to.deep.equal([]);
        expect(location.hash).to.equal('');
        expect(!!page.querySelector('details[open], input:checked')).to.equal(false);
      });
    }
  }
});
