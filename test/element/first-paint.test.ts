import { expect } from '@open-wc/testing';
import { paintFirst, type LoadedHead } from '../../src/element/first-paint.js';
import type { OutageStatusElement } from '../../src/element/outage-status-element.js';
import type { Feed } from '../../src/feed/index.js';
import { fullFeed } from '../feed/feed-fixture.js';
import { scriptFeed } from '../support/feed-server.client.js';

const freshFeed = (changes: Partial<Feed> = {}, ageSeconds = 1): Feed => ({
  ...fullFeed(),
  generatedAt: new Date(Date.now() - ageSeconds * 1000).toISOString(),
  ...changes,
});

const headOf = (feed: Feed): LoadedHead => ({ feed, clockOffsetMs: 0 });

const placed: Element[] = [];
const place = (attributes = ''): HTMLElement => {
  const holder = document.createElement('div');
  holder.innerHTML = `<outage-status service="kik" ${attributes}><a href="#kik">Kik</a></outage-status>`;
  document.body.append(holder);
  placed.push(holder);
  return holder.firstElementChild as HTMLElement;
};
const find = (element: Element, selector: string) => element.shadowRoot!.querySelector(selector);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// In this order: once the element is defined, nothing is painted before it any more.
describe('a first paint without its element', () => {
  const { setTimeout: realTimeout, clearTimeout: realClear } = globalThis;
  let waiting: Map<number, { run: () => void; delayMs: number }>;
  beforeEach(() => {
    waiting = new Map();
    const later = (run: () => void, delayMs: number) => {
      waiting.set(waiting.size + 1, { run, delayMs });
      return waiting.size;
    };
    Object.assign(globalThis, {
      setTimeout: later,
      clearTimeout: (id: number) => waiting.delete(id),
    });
  });
  afterEach(() => {
    placed.splice(0).forEach((holder) => holder.remove());
    Object.assign(globalThis, { setTimeout: realTimeout, clearTimeout: realClear });
  });

  it('gives the space back ten seconds after a feed that was too old from the start', () => {
    const element = place();
    paintFirst(element, headOf(freshFeed({ maxAgeSeconds: 60 }, 3600)));
    const [{ run, delayMs }] = [...waiting.values()] as [{ run: () => void; delayMs: number }];
    expect(delayMs).to.equal(10_000);
    run();
    expect(find(element, '[part=badge]')).to.equal(null);
  });

  it('keeps the space for as long as the newest feed is true', () => {
    const element = place();
    paintFirst(element, headOf(freshFeed({ maxAgeSeconds: 60 }, 3600)));
    paintFirst(element, headOf(freshFeed({ maxAgeSeconds: 600 }, 0)));
    expect([...waiting.values()].map(({ delayMs }) => delayMs)).to.deep.equal([600_000]);
  });
});

describe('the first paint', () => {
  afterEach(() => placed.splice(0).forEach((holder) => holder.remove()));

  it('shows name, badge and sentence over grey shapes', () => {
    const element = place();
    paintFirst(element, headOf(freshFeed({ status: 'major_outage' })));
    expect(find(element, '[part=name]')!.textContent).to.equal(fullFeed().service.name);
    expect(find(element, '[part=badge]')!.textContent.trim()).to.equal('Major outage');
    expect(find(element, '[part=summary]')!.textContent).to.include('Users report');
    expect(element.shadowRoot!.querySelectorAll('.bone')).to.have.length(2);
    expect(element.offsetHeight).to.be.greaterThan(300);
    expect(getComputedStyle(find(element, '.card')!).display).to.equal('flex');
  });

  it('has nothing to press, and the height of what will come', () => {
    const element = place();
    paintFirst(element, headOf(freshFeed()));
    expect(element.shadowRoot!.querySelectorAll('button, a')).to.have.length(0);
    expect(find(element, '.live')!.clientHeight).to.be.greaterThan(50);
  });

  it('counts with the clock of the server', () => {
    const element = place();
    const feed = freshFeed({ status: 'operational', maxAgeSeconds: 60 }, 3600);
    paintFirst(element, { feed, clockOffsetMs: -3_600_000 });
    expect(find(element, '[part=badge]')!.textContent.trim()).to.equal('Operational');
  });

  it('follows the attributes', () => {
    const element = place(
      'heading-level="3" variant="card" without-breakdown without-sparkline without-official',
    );
    paintFirst(element, headOf(freshFeed()));
    expect(find(element, '[role=heading]')!.getAttribute('aria-level')).to.equal('3');
    expect(find(element, '.compact, .breakdown, .activity:not(.plain)')).to.equal(null);
    expect(find(element, '.live.alone')).to.not.equal(null);
  });

  it('takes the other spelling of attributes, and false for false', () => {
    const element = place('headinglevel="3" withoutbreakdown="" without-sparkline="false"');
    paintFirst(element, headOf(freshFeed()));
    expect(find(element, '[role=heading]')!.getAttribute('aria-level')).to.equal('3');
    expect(!!find(element, '.breakdown')).to.equal(false);
    expect(!!find(element, '.activity:not(.plain)')).to.equal(true);
  });

  it('has no heading where the level is not one of HTML', () => {
    const element = place('heading-level="9"');
    paintFirst(element, headOf(freshFeed()));
    expect(find(element, '[role=heading]')).to.equal(null);
  });

  it('shows the badge alone on request', () => {
    const element = place('variant="badge"');
    paintFirst(element, headOf(freshFeed({ status: 'operational' })));
    expect(find(element, 'button[part=badge]')!.textContent).to.include('Operational');
    expect(find(element, '.card')).to.equal(null);
  });

  it('shows a stale feed as unknown', () => {
    const element = place();
    paintFirst(element, headOf(freshFeed({ status: 'operational', maxAgeSeconds: 60 }, 3600)));
    expect(find(element, '[part=badge]')!.textContent.trim()).to.equal('Unknown');
  });

  it('gives the space back to the page once the feed is too old and no element has come', async () => {
    const element = place();
    paintFirst(element, headOf(freshFeed({ maxAgeSeconds: 1 }, 0)));
    expect(find(element, '[part=badge]')).to.not.equal(null);
    await pause(1100);
    expect(find(element, '[part=badge]')).to.equal(null);
    expect(element.firstElementChild!.getBoundingClientRect().width).to.be.greaterThan(0);
  });

  it('speaks another language once its texts are there', async () => {
    const element = place('lang="ar"');
    paintFirst(element, headOf(freshFeed()));
    expect(element.shadowRoot).to.equal(null);
    while (!element.shadowRoot) await pause(10);
    expect(find(element, '.card')!.getAttribute('dir')).to.equal('rtl');
    expect(find(element, '[part=summary]')!.textContent).to.match(/[\u0600-\u06ff]/);
  });

  it('speaks English where the language is not translated, and says so', () => {
    const element = place('lang="tlh"');
    paintFirst(element, headOf(freshFeed()));
    expect(find(element, '.card')!.getAttribute('lang')).to.equal('en');
  });

  it('leaves an existing root alone', () => {
    const element = place();
    element.attachShadow({ mode: 'open' }).textContent = 'taken';
    paintFirst(element, headOf(freshFeed()));
    expect(element.shadowRoot!.textContent).to.equal('taken');
  });

  it('is taken over by the element, which shows everything at once and nothing twice', async () => {
    const feed = freshFeed();
    const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
    const element = place(`server="${server.baseUrl}"`);
    paintFirst(element, headOf(feed));
    const root = element.shadowRoot;
    // A translator is quicker than the element.
    const sentence = find(element, '[part=summary]')!;
    sentence.replaceChildren(document.createElement('font'));
    root!.append(document.createElement('font'));
    const seen = new Set<string>();
    const watch = new MutationObserver(() => {
      const cards = root!.querySelectorAll('.card').length;
      seen.add(`${cards} card`);
    });
    watch.observe(root!, { childList: true, subtree: true });
    const loaded = new Promise((resolve) => element.addEventListener('outage-load', resolve));
    await import('../../src/define.js');
    await loaded;
    watch.disconnect();
    expect(element.shadowRoot).to.equal(root);
    expect([...seen]).to.deep.equal(['1 card']);
    expect(root!.querySelectorAll('[part=badge]')).to.have.length(1);
    expect(find(element, '[part=breakdown]')).to.not.equal(null);
    expect(root!.querySelectorAll('font')).to.have.length(0);
    // The first paint does not come back when the element draws something else.
    element.setAttribute('variant', 'badge');
    await (element as OutageStatusElement).updateComplete;
    expect(root!.querySelectorAll('.card')).to.have.length(0);
    expect(root!.querySelectorAll('[part=badge]')).to.have.length(1);
    // What is defined draws without help.
    const later = place();
    paintFirst(later, headOf(feed));
    expect(find(later, '[part=badge]')).to.equal(null);
  });
});
