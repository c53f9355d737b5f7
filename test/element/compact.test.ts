import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Feed, Status } from '../../src/feed/index.js';
import type { OutageStatusElement } from '../../src/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { auditedOf, findAccessibilityProblems, LOOKS } from './live-axe.js';
import { calmFeed, clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const REM = 16;
const withStatus = (status: Status): Feed => {
  const feed = freshFeed();
  return { ...feed, status, community: { ...feed.community!, status } };
};

const STATES: [string, Feed][] = [
  ['operational', calmFeed()],
  ['degraded performance', withStatus('degraded_performance')],
  ['partial outage', withStatus('partial_outage')],
  ['major outage, confirmed', { ...withStatus('major_outage'), verdict: 'confirmed' }],
  ['official only', { ...withStatus('degraded_performance'), verdict: 'official_only' }],
  ['maintenance', calmFeed({ status: 'under_maintenance' })],
  ['unknown', calmFeed({ status: 'unknown', verdict: 'unknown' })],
  ['stale', freshFeed({}, 4000)],
];
const OFFICIAL_ALONE = freshFeed({ community: null, verdict: 'official_only' });
const EVERY_STATE: [string, Feed][] = [['official alone', OFFICIAL_ALONE], ...STATES];

async function show(
  feed: Feed,
  attributes = 'variant="compact"',
  width = 640,
): Promise<OutageStatusElement> {
  const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
  const element = place(
    `<outage-status service="kik" server="${server.baseUrl}" ${attributes}></outage-status>`,
  );
  element.parentElement!.style.inlineSize = `${width}px`;
  await nextEvent(element, 'outage-load');
  await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  return element;
}

/** Shows every state at once, one below the other: their names and elements. */
const showEach = (attributes: string, width: number): Promise<[string, OutageStatusElement][]> =>
  Promise.all(
    STATES.map(async ([name, feed]): Promise<[string, OutageStatusElement]> => [
      name,
      await show(feed, attributes, width),
    ]),
  );

const find = (element: OutageStatusElement, selector: string): HTMLElement => {
  const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const isSeen = (element: OutageStatusElement, selector: string): boolean =>
  !!element.shadowRoot!.querySelector(selector)?.checkVisibility();
const edges = (element: OutageStatusElement, selector: string): DOMRect =>
  find(element, selector).getBoundingClientRect();
const more = (element: OutageStatusElement): HTMLElement => find(element, '[part=more-button]');
const expectCompact = (element: OutageStatusElement, isCompact: boolean): void => {
  for (const part of ['count', 'breakdown', 'voices'])
    expect(isSeen(element, `[part=${part}]`), part).to.equal(!isCompact);
  expect(isSeen(element, '.toggles')).to.equal(!isCompact);
};

describe('the compact form', () => {
  afterEach(clearPage);

  for (const [name, feed] of auditedOf(EVERY_STATE)) {
    for (const { theme, language } of LOOKS) {
      it(`is accessible: ${name}, ${theme}, ${language}`, async () => {
        const options = `variant="compact" theme="${theme}" lang="${language}"`;
        const element = await show(feed, options);
        expect(await findAccessibilityProblems(element)).to.deep.equal([]);
        more(element).click();
        await element.updateComplete;
        expect(await findAccessibilityProblems(element)).to.deep.equal([]);
      });
    }
  }

  it('has name, badge, sentence, sparkline and two buttons, and nothing else of the card', async () => {
    const element = await show(freshFeed());
    for (const part of ['name', 'badge', 'summary', 'sparkline', 'report-button', 'more-button'])
      expect(isSeen(element, `[part=${part}]`), part).to.equal(true);
    expectCompact(element, true);
    expect(isSeen(element, '[part=footer] > span')).to.equal(false);
  });

  it('is at most 9rem high in a column of 40rem', async () => {
    for (const [name, element] of await showEach('variant="compact" lang="en"', 40 * REM))
      expect(element.offsetHeight, name).to.be.at.most(9 * REM);
  });

  for (const width of [240, 280, 320, 480, 640, 800]) {
    it(`is as high in every state at ${width} px, and nothing sticks out of it`, async () => {
      for (const language of ['en', 'ar']) {
        const heights = new Map<string, number>();
        for (const [name, element] of await showEach(
          `variant="compact" lang="${language}"`,
          width,
        )) {
          heights.set(name, Math.round(element.offsetHeight));
          const card = find(element, '.card');
          expect(card.scrollWidth, name).to.be.at.most(card.clientWidth);
          expect(edges(element, '.more-compact').right, name).to.be.at.most(
            edges(element, '.card').right,
          );
          element.parentElement!.remove();
        }
        const rows = [...heights].join(' ');
        expect(new Set(heights.values()).size, `${language}: ${rows}`).to.equal(1);
      }
    });
  }

  for (const [language, isAfter] of [
    ['en', true],
    ['ar', false],
  ] as const) {
    it(`has the sparkline at the end of the line: ${language}`, async () => {
      for (const width of [320, 640]) {
        const element = await show(freshFeed(), `variant="compact" lang="${language}"`, width);
        const [badge, sparkline] = [
          edges(element, '[part=badge]'),
          edges(element, '[part=sparkline]'),
        ];
        expect(sparkline.left >= badge.right, `${width}`).to.equal(isAfter);
        expect(sparkline.right <= badge.left, `${width}`).to.equal(!isAfter);
        expect(sparkline.top).to.be.below(badge.bottom);
        const [report, details] = [
          edges(element, '#toggle-report'),
          edges(element, '.more-compact'),
        ];
        expect(details.left >= report.right, `${width}`).to.equal(isAfter);
        expect(details.top).to.be.closeTo(report.top, 1);
      }
    });

    it(`has the sparkline beside the name in a narrow column, above the badge's row: ${language}`, async () => {
      for (const width of [220, 240, 280, 319]) {
        for (const [state, element] of await showEach(
          `variant="compact" lang="${language}"`,
          width,
        )) {
          const [name, badge, sparkline, card] = ['name', 'badge', 'sparkline', 'card'].map(
            (part) => edges(element, `[part=${part}]`),
          ) as [DOMRect, DOMRect, DOMRect, DOMRect];
          const where = `${width} px, ${state}`;
          expect(sparkline.left >= name.right, where).to.equal(isAfter);
          expect(sparkline.right <= name.left, where).to.equal(!isAfter);
          expect(sparkline.top, where).to.be.below(name.bottom);
          expect(sparkline.bottom, where).to.be.at.most(badge.top);
          expect(sparkline.width, where).to.be.above(card.width / 3);
          element.parentElement!.remove();
        }
      }
    });
  }

  it('opens into the card and back by keyboard, and the focus stays on the button', async () => {
    const element = await show(freshFeed());
    find(element, '#toggle-report').focus();
    await sendKeys({ press: 'Tab' });
    const button = more(element);
    expect(element.shadowRoot!.activeElement === button).to.equal(true);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.textContent.trim()).to.equal('Details');
    await sendKeys({ press: 'Enter' });
    await until(element, () => isSeen(element, '[part=breakdown]'));
    expectCompact(element, false);
    expect(element.shadowRoot!.activeElement === button).to.equal(true);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(button.textContent.trim()).to.equal('Less');
    await sendKeys({ press: 'Enter' });
    await until(element, () => !isSeen(element, '[part=breakdown]'));
    expect(element.shadowRoot!.activeElement === button).to.equal(true);
    expectCompact(element, true);
  });

  it('opens the card with the report panel, and the focus is in it', async () => {
    const element = await show(freshFeed());
    const report = find(element, '#toggle-report');
    report.focus();
    await sendKeys({ press: 'Enter' });
    await until(element, () =>
      element.shadowRoot!.activeElement?.closest('[part~=panel], #panel-report'),
    );
    expectCompact(element, false);
    expect(report.getAttribute('aria-expanded')).to.equal('true');
    expect(await findAccessibilityProblems(element)).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await until(element, () => element.shadowRoot!.activeElement === report);
    expectCompact(element, false);
  });

  it('has closed the report panel when it is back, and opens it again', async () => {
    const element = await show(freshFeed());
    const report = find(element, '#toggle-report');
    report.click();
    await until(element, () => isSeen(element, '#panel-report'));
    more(element).click();
    await until(element, () => report.getAttribute('aria-expanded') === 'false');
    expect(!!element.shadowRoot!.querySelector('#panel-report')).to.equal(false);
    report.click();
    await until(element, () => isSeen(element, '#panel-report'));
    expect(report.getAttribute('aria-expanded')).to.equal('true');
  });

  it('has neither sparkline nor Report where reports are not counted', async () => {
    const element = await show(OFFICIAL_ALONE);
    for (const part of ['sparkline', 'report-button'])
      expect(!!element.shadowRoot!.querySelector(`[part=${part}]`), part).to.equal(false);
    expect(isSeen(element, '[part=official-link]')).to.equal(true);
    more(element).click();
    await until(element, () => isSeen(element, '[part=voices]'));
  });

  it('leaves out what the attributes turn off', async () => {
    const element = await show(
      freshFeed(),
      'variant="compact" without-sparkline without-report without-official',
    );
    for (const part of ['sparkline', 'report-button', 'official-link'])
      expect(isSeen(element, `[part=${part}]`), part).to.equal(false);
    expect(isSeen(element, '[part=more-button]')).to.equal(true);
  });
});

describe('the automatic variant', () => {
  afterEach(clearPage);

  it('is compact below 14.5rem, opens there, and is a card in wider columns', async () => {
    const element = await show(freshFeed(), '', 14.5 * REM - 1);
    expectCompact(element, true);
    more(element).click();
    await until(element, () => isSeen(element, '[part=breakdown]'));
    more(element).click();
    await until(element, () => !isSeen(element, '[part=breakdown]'));
    element.parentElement!.style.inlineSize = '14.5rem';
    // WebKitGTK asks the containers about their size only with its next frame.
    await until(element, () => isSeen(element, '[part=breakdown]'));
    expectCompact(element, false);
    expect(isSeen(element, '[part=more-button]')).to.equal(false);
  });

  it('has no such button as a card or a badge, however narrow', async () => {
    const card = await show(freshFeed(), 'variant="card"', 220);
    expectCompact(card, false);
    expect(!!card.shadowRoot!.querySelector('[part=more-button]')).to.equal(false);
    const server = await scriptFeed({ 'v1/services/kik/status.json': { body: freshFeed() } });
    const badge = place(
      `<outage-status service="kik" server="${server.baseUrl}" variant="badge"></outage-status>`,
    );
    await nextEvent(badge, 'outage-load');
    find(badge, 'button').click();
    await until(badge, () => badge.shadowRoot!.querySelector('[part=breakdown]'));
    expect(!!badge.shadowRoot!.querySelector('[part=more-button]')).to.equal(false);
    expect(isSeen(badge, '[part=breakdown]')).to.equal(true);
  });
});
