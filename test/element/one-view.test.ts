import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { prefetchFeed } from '../../src/client/feed-hub.js';
import { paintFirst } from '../../src/element/first-paint.js';
import { locateFeed } from '../../src/element/server-address.js';
import type { Feed } from '../../src/feed/index.js';
import { OutageStatusElement } from '../../src/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { clearPage, place, until } from './widget-test-page.js';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  variant: ['auto', 'badge', 'compact', 'card', ' Card', 'BADGE\n', 'COMPACT ', 'other'],
  refresh: ['off', '15', 'soon'],
  theme: ['auto', 'light', 'dark'],
  lang: ['en', 'ar', ' AR ', 'de-CH', 'constructor'],
  'heading-level': ['0', '1', '3', '6', ' 2 ', 'x'],
  headinglevel: ['0', '2', 'x'],
  load: ['eager', 'visible', 'click'],
};
/** Where the feed is: set by the test, which knows. */
const SOURCE = ['service', 'server', 'src', 'format'];

type Attributes = Readonly<Record<string, string | undefined>>;

const attributesArbitrary: fc.Arbitrary<Attributes> = fc.record(
  Object.fromEntries(
    OutageStatusElement.observedAttributes
      .filter((name) => !SOURCE.includes(name))
      .map((name) => [name, fc.constantFrom('', ...(WORDS[name] ?? ['false', ' FALSE ', 'yes']))]),
  ),
  { requiredKeys: [] },
);
const sourceArbitrary = fc.constantFrom<(baseUrl: string) => Attributes>(
  (baseUrl) => ({ service: 'kik', server: baseUrl }),
  (baseUrl) => ({ service: ' KIK ', server: baseUrl.replace(/\/$/, ''), format: 'ignored' }),
  (baseUrl) => ({ src: `${baseUrl}v1/services/kik/status.json` }),
  (baseUrl) => ({ src: `${baseUrl}v1/services/kik/status.json`, format: ' StatusPage' }),
);

/** An element with these attributes in the page; one whose class never comes, where the tag is not ours. */
const placeTag = (tag: string, attributes: Attributes): HTMLElement => {
  const holder = place('<outage-status></outage-status>').parentElement!;
  const element = document.createElement(tag);
  for (const [name, text] of Object.entries(attributes))
    if (text !== undefined) element.setAttribute(name, text);
  holder.replaceChildren(element);
  return element;
};

const LATER = '.activity, .breakdown, .live, .footer';

/** What an element shows, but for what comes after the head: of that only where it is, and what it is. */
const drawnBy = (element: Element): HTMLElement => {
  const holder = document.createElement('div');
  const nodes = [...element.shadowRoot!.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
  holder.append(...nodes.map((node) => node.cloneNode(true)));
  for (const later of holder.querySelectorAll(LATER)) {
    const mark = document.createElement('div');
    mark.className = later.className.replace(/ (?:bone|plain)| $/g, '');
    later.replaceWith(mark);
  }
  const rest = document.createNodeIterator(holder, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  // The two templates differ in the spaces between tags.
  for (let node = rest.nextNode(); node; node = rest.nextNode())
    if (node.nodeType === Node.COMMENT_NODE || !node.nodeValue!.trim())
      node.parentNode!.removeChild(node);
  holder.normalize();
  return holder;
};

const isDrawn = (element: Element): boolean =>
  !!element.shadowRoot?.querySelector('[part=footer], button[part=badge]');
const hasHead = (element: Element): boolean => !!element.shadowRoot?.querySelector('[part=badge]');

/** Draws one feed by the first paint and by the element; both ask at the address that their attributes lead to. */
async function expectSame(attributes: Attributes, source: Attributes, feed: Feed): Promise<void> {
  const all = { ...attributes, ...source };
  const early = placeTag('early-outage-status', all);
  const url = locateFeed((name) => early.getAttribute(name), document.baseURI)!;
  const state = await prefetchFeed(url);
  expect(state.phase).to.equal('ready');
  paintFirst(early, { feed: state.last!.feed, clockOffsetMs: state.last!.clockOffsetMs });
  const element = placeTag('outage-status', all) as OutageStatusElement;
  void element.refreshNow();
  await until(element, () => isDrawn(element) && hasHead(early));
  expect(element.feed?.generatedAt).to.equal(feed.generatedAt);
  const [drawnEarly, drawn] = [drawnBy(early), drawnBy(element)];
  if (!drawnEarly.isEqualNode(drawn)) expect(drawnEarly.outerHTML).to.equal(drawn.outerHTML);
  expect(drawnEarly.isEqualNode(drawn)).to.equal(true);
}

describe('the first paint and the element', () => {
  afterEach(clearPage);

  it('show the same for any attributes and any feed', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc
        .asyncProperty(
          attributesArbitrary,
          sourceArbitrary,
          feedArbitrary,
          fc.boolean(),
          async (attributes, sourceAt, any, isFresh) => {
            // Half way between two of the ages that are told, so that both are drawn within the same.
            const generatedAt = new Date(Date.now() - 150_000).toISOString();
            const feed = isFresh ? { ...any, generatedAt, maxAgeSeconds: 3600 } : any;
            const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
            await expectSame(attributes, sourceAt(server.baseUrl), feed);
          },
        )
        .afterEach(clearPage),
      { numRuns: 60 },
    );
  });

  it('request the same address when an attribute is empty, missing or unusable', async () => {
    for (const attributes of [{}, { service: '' }, { service: ' ' }, { src: '' }]) {
      const element = placeTag('outage-status', attributes) as OutageStatusElement;
      await element.updateComplete;
      expect(locateFeed((name) => element.getAttribute(name), document.baseURI)).to.equal(
        undefined,
      );
      expect(element.matches(':state(failed)')).to.equal(false);
    }
    for (const attributes of [{ src: 'javascript:x' }, { service: 'kik', server: 'data:,x' }]) {
      const element = placeTag('outage-status', attributes) as OutageStatusElement;
      await element.updateComplete;
      expect(() => locateFeed((name) => element.getAttribute(name), document.baseURI)).to.throw();
      expect(element.matches(':state(failed)')).to.equal(true);
    }
  });

  it('return to the default when an attribute is removed', async () => {
    const element = placeTag('outage-status', {
      src: '/summary.json',
      service: 'kik',
      'heading-level': '3',
      load: 'click',
    }) as OutageStatusElement;
    await element.updateComplete;
    for (const name of ['src', 'service', 'heading-level']) element.removeAttribute(name);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.card')).to.not.equal(null);
    expect(element.matches(':state(failed)')).to.equal(false);
  });
});

describe('the language of an element', () => {
  afterEach(clearPage);

  const languageOf = async (html: string, prepare?: (element: OutageStatusElement) => void) => {
    const element = place(html);
    prepare?.(element);
    await element.updateComplete;
    return element.shadowRoot!.querySelector('.card')!.getAttribute('lang');
  };

  it('is its own, else that of the nearest ancestor that names one', async () => {
    expect(
      await languageOf('<p lang="ar"><outage-status lang="en-GB"></outage-status></p>'),
    ).to.equal('en-GB');
    expect(
      await languageOf(
        '<p lang="en-AU"><b lang=""><outage-status lang=""></outage-status></b></p>',
      ),
    ).to.equal('en-AU');
  });

  it('is found across shadow roots', async () => {
    expect(
      await languageOf('<p lang="en-NZ"><outage-status></outage-status></p>', (element) => {
        const inner = document.createElement('i');
        inner.lang = '';
        const root = element.parentElement!.attachShadow({ mode: 'open' });
        root.append(inner);
        inner.append(element);
      }),
    ).to.equal('en-NZ');
  });

  it('is English where the attribute names a property of every object', async () => {
    for (const lang of ['constructor', '__proto__', 'toString'])
      expect(await languageOf(`<outage-status lang="${lang}"></outage-status>`)).to.equal('en');
  });
});
