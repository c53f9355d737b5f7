import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Feed, Status } from '../../src/feed/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { auditedOf, findAccessibilityProblems, LOOKS } from './live-axe.js';
import {
  calmFeed,
  clearPage,
  freshFeed,
  nextEvent,
  place,
  textOf,
  until,
} from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';

async function show(feed: Feed, attributes = ''): Promise<ReturnType<typeof place>> {
  const server = await scriptFeed({ [KIK]: { body: feed } });
  const element = place(
    `<outage-status service="kik" server="${server.baseUrl}" ${attributes}></outage-status>`,
  );
  await nextEvent(element, 'outage-load');
  return element;
}
const withLive = async (element: ReturnType<typeof place>) => {
  await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  return element;
};
const withStatus = (status: Status): Feed => {
  const feed = freshFeed();
  return { ...feed, status, community: { ...feed.community!, status } };
};

const STATES: [string, Feed][] = [
  ['operational', calmFeed()],
  ['degraded performance', withStatus('degraded_performance')],
  ['partial outage', withStatus('partial_outage')],
  ['major outage, confirmed', { ...withStatus('major_outage'), verdict: 'confirmed' }],
  ['maintenance', calmFeed({ status: 'under_maintenance' })],
  ['unknown', calmFeed({ status: 'unknown', verdict: 'unknown' })],
  ['stale', freshFeed({}, 4000)],
  ['official alone', freshFeed({ community: null, verdict: 'official_only' })],
];

describe('the view of the element', () => {
  afterEach(clearPage);

  for (const [name, feed] of auditedOf(STATES)) {
    for (const { theme, language } of LOOKS) {
      it(`is accessible: ${name}, ${theme}, ${language}`, async () => {
        const element = await withLive(await show(feed, `theme="${theme}" lang="${language}"`));
        expect(getComputedStyle(element.shadowRoot!.querySelector('.card')!).direction).to.equal(
          language === 'ar' ? 'rtl' : 'ltr',
        );
        expect(await findAccessibilityProblems(element)).to.deep.equal([]);
      });
    }
  }

  for (const width of [240, 320, 440, 480, 640]) {
    it(`is as high in every state at ${width} px, and leaves no gap above its figures`, async () => {
      for (const language of ['en', 'ar']) {
        const heights = new Set<number>();
        for (const [name, feed] of STATES.filter(([, { community }]) => community)) {
          const element = await show(feed, `lang="${language}"`);
          element.style.width = `${width}px`;
          await withLive(element);
          heights.add(Math.round(element.offsetHeight));
          const edge = (selector: string) =>
            [...element.shadowRoot!.querySelectorAll(selector)].at(-1)!.getBoundingClientRect();
          const gap = edge('.count').top - edge('.headline p').bottom;
          const line = Number.parseFloat(getComputedStyle(element).fontSize);
          if (width < 560) expect(gap, `${name}, ${language}`).to.be.closeTo(line, 1);
          element.remove();
        }
        expect([...heights], language).to.have.length(1);
      }
    });
  }

  it('is accessible while it loads, when it failed, and as a badge', async () => {
    const server = await scriptFeed({ [KIK]: { isHeld: true } });
    const loading = place(
      `<outage-status service="kik" server="${server.baseUrl}"></outage-status>`,
    );
    await until(loading, () => loading.matches(':state(loading)'));
    expect(await findAccessibilityProblems(loading)).to.deep.equal([]);
    const failed = place('<outage-status src="javascript:x"></outage-status>');
    await until(failed, () => failed.matches(':state(failed)'));
    expect(await findAccessibilityProblems(failed)).to.deep.equal([]);
    const badge = await show(freshFeed(), 'variant="badge"');
    expect(await findAccessibilityProblems(badge)).to.deep.equal([]);
  });

  it('has no style attribute anywhere, which a strict policy would refuse', async () => {
    const element = await withLive(await show(freshFeed()));
    expect([...element.shadowRoot!.querySelectorAll('[style]')]).to.deep.equal([]);
  });

  const sentences: [Partial<Feed>, string][] = [
    [{}, 'Users report a partial outage; Kik says all is well.'],
    [{ official: null }, 'Users report a partial outage at Kik.'],
    [{ verdict: 'confirmed' }, 'Users report a partial outage, and Kik confirms a problem.'],
    [{ verdict: 'unknown', reachability: undefined }, 'No current information about Kik.'],
    [{ verdict: 'all_clear' }, 'Kik does not answer our checks.'],
  ];
  for (const [changes, sentence] of sentences) {
    it(`shows "${sentence}"`, async () => {
      expect(textOf(await show(freshFeed(changes)), '[part=summary]')).to.equal(sentence);
    });
  }

  it('mentions falling reports instead of all clear while they are far above the usual', async () => {
    const feed = calmFeed();
    const element = await show({
      ...feed,
      community: { ...feed.community!, reportCount: 90, typicalCount: 4 },
    });
    expect(textOf(element, '[part=summary]')).to.equal(
      'Kik seems to work again: reports are falling.',
    );
  });

  it('shows the four most reported categories first, and the others on request', async () => {
    const feed = freshFeed();
    const categories = Array.from({ length: 6 }, (_, index) => ({
      id: `c${index}`,
      label: `Part ${index}`,
      reportCount: index,
      share: index / 15,
    }));
    const element = await show({ ...feed, community: { ...feed.community!, categories } });
    const rows = () =>
      [...element.shadowRoot!.querySelectorAll('[part=row] .name')].map((row) => row.textContent);
    expect(rows()).to.deep.equal(['Part 5', 'Part 4', 'Part 3', 'Part 2']);
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part=breakdown] button')!.click();
    await element.updateComplete;
    expect(rows().length).to.equal(6);
  });

  it('colours the categories by what users report, and not by what the vendor says', async () => {
    const feed = freshFeed({ status: 'major_outage', verdict: 'official_only' });
    const calm = { ...feed.community!, status: 'operational' as const };
    const element = await show({ ...feed, community: calm });
    const look = (selector: string) =>
      getComputedStyle(element.shadowRoot!.querySelector(selector)!);
    expect(look('.share').fill).to.equal(look('.muted').color);
  });

  it('leaves out what the attributes turn off', async () => {
    const element = await withLive(
      await show(
        freshFeed(),
        'without-report without-breakdown without-sparkline without-guide without-official',
      ),
    );
    for (const part of ['breakdown', 'sparkline', 'report-button', 'voice-official'])
      expect(element.shadowRoot!.querySelector(`[part=${part}]`), part).to.equal(null);
    const toggles = [...element.shadowRoot!.querySelectorAll('[part=toggle]')].map(({ id }) => id);
    expect(toggles).to.deep.equal(['toggle-incidents', 'toggle-related']);
  });

  it('has headings only when the page names their level', async () => {
    const without = await withLive(await show(freshFeed()));
    expect(without.shadowRoot!.querySelector('[role=heading]')).to.equal(null);
    const element = await show(freshFeed(), 'heading-level="3"');
    expect(element.shadowRoot!.querySelector('[part=name]')!.getAttribute('aria-level')).to.equal(
      '3',
    );
  });

  it('shows a hostile text as text', async () => {
    const feed = freshFeed();
    const name = '<img src=x onerror=alert(1)>';
    const element = await show({ ...feed, service: { id: 'kik', name } });
    expect(textOf(element, '[part=name]')).to.equal(name);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('announces nothing by itself, and with announce only that the status has changed', async () => {
    for (const [announce, spoken] of [
      ['', ''],
      ['announce', 'Kik: Partial outage'],
    ] as const) {
      const server = await scriptFeed({
        [KIK]: [{ body: calmFeed() }, { body: freshFeed({}, 0) }],
      });
      const element = place(
        `<outage-status service="kik" ${announce} server="${server.baseUrl}"></outage-status>`,
      );
      await nextEvent(element, 'outage-load');
      const region = element.shadowRoot!.querySelector('.card > [role=status]')!;
      expect(region.textContent).to.equal('');
      await element.refreshNow();
      await until(element, () => element.status === 'partial_outage');
      await element.updateComplete;
      expect(region.textContent).to.equal(spoken);
    }
  });

  it('opens from the badge, closes with Escape, and returns the focus', async () => {
    const element = await show(freshFeed(), 'variant="badge"');
    const button = element.shadowRoot!.querySelector('button')!;
    expect(button.textContent.replace(/\s+/g, ' ')).to.contain('Kik status: Partial outage');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(element, () =>
      element.shadowRoot!.querySelector('[part=popover]:popover-open [part=count]'),
    );
    await sendKeys({ press: 'Escape' });
    await until(element, () => !element.shadowRoot!.querySelector('[part=popover]:popover-open'));
    await until(element, () => element.shadowRoot!.activeElement === button);
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('uses the language of the nearest ancestor, across shadow roots', async () => {
    const server = await scriptFeed({ [KIK]: { body: freshFeed() } });
    const host = place('<div lang="ar"></div><outage-status></outage-status>').parentElement!
      .firstElementChild!;
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<p><outage-status service="kik" server="${server.baseUrl}"></outage-status></p>`;
    const element = root.querySelector('outage-status')!;
    await nextEvent(element, 'outage-load');
    await until(element, () => textOf(element, '[part=badge]') === 'انقطاع جزئي');
    expect(element.shadowRoot!.querySelector('.card')!.getAttribute('dir')).to.equal('rtl');
  });

  it('follows the property `lang` by the next update, and its ancestors without it', async () => {
    const element = await show(freshFeed(), '');
    element.lang = 'ar';
    await until(element, () => textOf(element, '[part=badge]') === 'انقطاع جزئي');
    element.lang = '';
    await element.updateComplete;
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
  });
});
