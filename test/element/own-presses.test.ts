import { expect } from '@open-wc/testing';
import type { OutageStatusElement } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const SERVER = {
  'v1/services/kik/status.json': { body: freshFeed() },
  'v1/services/kik/challenge': { status: 204 },
  'v1/services/kik/reports': { status: 202, body: { outcome: 'counted', reportCount: 185 } },
};

/** Puts an element into `before … after`, and waits for its buttons. */
async function placeIn(
  [before, after]: readonly [string, string],
  attributes = '',
): Promise<OutageStatusElement> {
  const { baseUrl } = await scriptFeed(SERVER);
  const element = place(
    `${before}<outage-status service="kik" server="${baseUrl}" ${attributes}></outage-status>${after}`,
  );
  await nextEvent(element, 'outage-load');
  if (!attributes.includes('badge'))
    await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  return element;
}
const find = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;

async function press(element: OutageStatusElement, selector: string): Promise<void> {
  await until(element, () => find(element, selector));
  find(element, selector).click();
  // Some browsers follow a link in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
}

const LINK = ['<a href="#elsewhere">', '</a>'] as const;

describe('a press of one of the element’s controls', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(clearPage);
  afterEach(() => expect(location.hash).to.equal(''));

  it('does its work inside a link and does not follow it: report', async () => {
    const element = await placeIn(LINK);
    await press(element, '#toggle-report');
    await press(element, '.choice span');
    await until(element, () => find(element, '.choice input:checked'));
    await press(element, '#report-send');
    await until(element, () => find(element, '[data-outcome=counted]'));
    await press(element, '#report-send');
    await until(element, () => !find(element, '#panel-report'));
  });

  it('does its work inside a link and does not follow it: every panel', async () => {
    const element = await placeIn(LINK);
    for (const panel of ['trend', 'guide', 'incidents', 'related']) {
      await press(element, `#toggle-${panel}`);
      await until(element, () => find(element, `#panel-${panel}:not(.bone)`));
      if (panel === 'trend') await press(element, 'canvas');
      if (panel !== 'guide') continue;
      await press(element, '#panel-guide summary');
      await until(element, () => find(element, '#panel-guide details[open]'));
    }
    await press(element, '.footer button');
    await until(element, () => element.matches(':state(paused)'));
  });

  it('opens and closes the popover of a badge inside a link', async () => {
    const element = await placeIn(LINK, 'variant="badge"');
    await press(element, 'button.badge');
    await until(element, () => find(element, '[popover]:popover-open .card'));
    await press(element, '.summary');
    await press(element, '#toggle-report');
    await until(element, () => find(element, '#panel-report'));
    await press(element, 'button.badge');
    await until(element, () => !find(element, ':popover-open'));
  });

  it('follows a link of its own, and not the one around', async () => {
    const element = await placeIn(LINK);
    const link = find(element, '.outside') as HTMLAnchorElement;
    link.removeAttribute('target');
    link.href = '#own';
    const seen: string[] = [];
    const outer = element.parentElement!;
    outer.addEventListener('click', () => seen.push('the page’s router'));
    const moved = nextEvent(window, 'hashchange' as 'load');
    link.click();
    await moved;
    expect(location.hash).to.equal('#own');
    expect(seen).to.deep.equal([]);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('opens no new tab of a link around it by the middle button', async () => {
    const element = await placeIn(LINK);
    const event = new MouseEvent('auxclick', {
      button: 1,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    find(element, '#toggle-report').dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
  });

  for (const [what, around, isStarted] of [
    [
      'label of a checkbox',
      ['<label><input type="checkbox">', '</label>'],
      (outer: Element) => outer.querySelector('input')!.checked,
    ],
    [
      'summary',
      ['<details><summary>', '</summary>Text</details>'],
      (outer: Element) => (outer.firstElementChild as HTMLDetailsElement).open,
    ],
    [
      'form',
      ['<form action="#elsewhere">', '<input name="a"><button>Send</button></form>'],
      () => false,
    ],
    [
      'part of the page with a handler',
      ['<div role="link" tabindex="0" onclick="this.title = 1">', '</div>'],
      (outer: Element) => !!(outer.firstElementChild as HTMLElement).title,
    ],
    [
      'button',
      ['<button type="button" onclick="this.title = 1">', '</button>'],
      (outer: Element) => !!(outer.firstElementChild as HTMLElement).title,
    ],
  ] as const) {
    it(`starts nothing of a ${what} around it`, async () => {
      const element = await placeIn(around);
      const outer = element.closest('div:not([role])')!;
      let submitted = false;
      outer.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted = true;
      });
      await press(element, '#toggle-report');
      await press(element, '.choice input');
      await until(element, () => find(element, '.choice input:checked'));
      await press(element, '#report-send');
      await until(element, () => find(element, '[data-outcome=counted]'));
      expect(isStarted(outer)).to.equal(false);
      expect(submitted).to.equal(false);
    });
  }

  it('does not drag what is around it', async () => {
    const element = await placeIn(['<div draggable="true">', '</div>']);
    const around = element.parentElement!;
    const drag = (): boolean =>
      around.dispatchEvent(new Event('dragstart', { bubbles: true, cancelable: true }));
    const point = (type: string, selector: string) =>
      find(element, selector).dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true }),
      );
    expect(drag()).to.equal(true);
    point('pointerdown', '#toggle-report');
    expect(drag()).to.equal(false);
    point('pointerup', '#toggle-report');
    expect(drag()).to.equal(true);
    point('pointerdown', '.summary');
    expect(drag()).to.equal(true);
  });

  it('is seen by the page where nothing is around the element', async () => {
    const element = await placeIn(['<div>', '</div>']);
    let seen = 0;
    element.parentElement!.addEventListener('click', () => seen++);
    await press(element, '#toggle-report');
    expect(seen).to.equal(1);
  });

  it('leaves text and the page’s own content to the link', async () => {
    const element = await placeIn(LINK);
    const moved = nextEvent(window, 'hashchange' as 'load');
    find(element, '.summary').click();
    await moved;
    expect(location.hash).to.equal('#elsewhere');
    history.replaceState(null, '', location.pathname + location.search);
  });
});
