import { expect } from '@open-wc/testing';
import type { Feed } from '../../src/feed/index.js';
import { renderStatus, type RenderOptions } from '../../src/ssr/index.js';
import {
  calmFeed,
  clearPage,
  freshFeed,
  nextEvent,
  place,
  until,
} from '../element/widget-test-page.js';
import { fullFeed } from '../feed/feed-fixture.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { parseHtml } from './parse-html.js';

/** Below this width in pixels, `auto` is the compact form. */
const NARROW = 14.5 * 16;
const LRM_AND_ISOLATES = /[\u2066-\u2069\u200e\u200f]/g;

const placed: HTMLElement[] = [];

/** What a server wrote, in a column of the page, under a name that no script defines. */
const placeDrawn = (feed: Feed, options: RenderOptions, width: number): HTMLElement => {
  const html = renderStatus(feed, options).replaceAll('outage-status', 'drawn-status');
  const holder = parseHtml(html);
  holder.style.inlineSize = `${width}px`;
  document.body.append(holder);
  placed.push(holder);
  return holder.querySelector('drawn-status')!;
};

/** The element itself, with everything in it, in a column as wide. */
const placeElement = async (
  feed: Feed,
  { variant, lang }: RenderOptions,
  width: number,
): Promise<HTMLElement> => {
  const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
  const element = place(
    `<outage-status service="kik" server="${server.baseUrl}" variant="${variant}" lang="${lang}"></outage-status>`,
  );
  element.parentElement!.style.inlineSize = `${width}px`;
  await nextEvent(element, 'outage-load');
  await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  return element;
};

/** Where each part is in the element, and what it says; parts that are not seen have no place. */
const readParts = (element: HTMLElement) => {
  const edge = element.getBoundingClientRect();
  const parts = ['name', 'badge', 'summary', 'sparkline', 'count', 'breakdown', 'voices'];
  const places = parts.map((part) => {
    const found = element.shadowRoot!.querySelector(`[part=${part}]`);
    if (!found?.checkVisibility()) return `${part}: unseen`;
    const { x, y, width, height } = found.getBoundingClientRect();
    return `${part}: ${[x - edge.x, y - edge.y, width, height].map(Math.round).join(' ')}`;
  });
  const words = ['name', 'badge', 'summary'].map((part) =>
    element.shadowRoot!.querySelector(`[part=${part}]`)!.textContent.replace(/\s+/g, ' ').trim(),
  );
  return { places, words, height: Math.round(edge.height) };
};

const textOf = (element: HTMLElement, selector: string): string =>
  element
    .shadowRoot!.querySelector(selector)!
    .textContent.replaceAll(LRM_AND_ISOLATES, '')
    .replace(/\s+/g, ' ')
    .trim();

const FORMS = [
  ['compact', 640],
  ['compact', 340],
  ['compact', 250],
  ['auto', NARROW - 1],
] as const;

describe('renderStatus in the compact form', () => {
  afterEach(() => {
    clearPage();
    for (const holder of placed.splice(0)) holder.remove();
  });

  for (const [variant, width] of FORMS) {
    for (const lang of ['en', 'ar']) {
      it(`draws what the element draws, where it does: ${variant}, ${width} px, ${lang}`, async () => {
        for (const feed of [
          freshFeed(),
          calmFeed(),
          freshFeed({ community: null, verdict: 'official_only' }),
        ]) {
          const drawn = readParts(placeDrawn(feed, { variant, lang }, width));
          expect(drawn).to.deep.equal(
            readParts(await placeElement(feed, { variant, lang }, width)),
          );
          expect(drawn.places.slice(-3)).to.deep.equal([
            'count: unseen',
            'breakdown: unseen',
            'voices: unseen',
          ]);
        }
      });
    }
  }

  it('is a card for "auto" in a column that is wide enough', () => {
    const { places } = readParts(placeDrawn(freshFeed(), { variant: 'auto' }, NARROW));
    expect(places.filter((one) => one.endsWith('unseen'))).to.deep.equal([]);
  });

  it('has dated words in the card and beside it', () => {
    for (const variant of ['compact', 'auto'] as const) {
      const nowMs = Date.parse(fullFeed().generatedAt);
      const drawn = placeDrawn(fullFeed(), { variant, nowMs }, NARROW - 1);
      expect(textOf(drawn, '.footer span')).to.equal('As of 09:00 UTC, Nov 22');
      const time = drawn.querySelector('time')!;
      expect(time.dateTime).to.equal('2026-11-22T09:00:00.000Z');
      expect(time.textContent.replaceAll(LRM_AND_ISOLATES, '')).to.match(
        /^Kik: Partial outage as of 09:00 UTC, Nov 22\. /,
      );
    }
  });

  it('writes no button: only a script could do what they say', () => {
    for (const variant of ['compact', 'auto'] as const) {
      const drawn = placeDrawn(freshFeed(), { variant }, NARROW - 1);
      const buttons = [...drawn.shadowRoot!.querySelectorAll('button')].filter((button) =>
        button.checkVisibility({ visibilityProperty: true }),
      );
      expect(buttons.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    }
  });

  it('reads the word as the element does', () => {
    const drawn = placeDrawn(freshFeed(), { variant: ' COMPACT ' as 'compact' }, 640);
    expect(drawn.shadowRoot!.querySelectorAll('.card.compact')).to.have.length(1);
    expect(readParts(drawn).places).to.include('breakdown: unseen');
  });
});
