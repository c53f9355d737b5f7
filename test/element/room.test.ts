import { expect } from '@open-wc/testing';
import { roomStyle } from '../../server/src/render/snippet/room.js';
import type { Feed } from '../../src/feed/index.js';
import { scriptFeed } from '../support/feed-server.client.js';
import { calmFeed, clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const COLUMNS = [260, 300, 320, 431, 432, 479, 480, 559, 560, 639, 640, 900];
// A twentieth of an em of each part's rounding, and a wrapped word.
const TOLERANCE_PX = 8;
// A letter: fonts differ.
const BADGE_TOLERANCE_PX = 10;
const TAGS = [
  '',
  'variant="compact"',
  'variant="compact" without-sparkline',
  'variant="card"',
  'variant="card" without-breakdown',
  'variant="card" without-sparkline',
  'variant="card" without-official without-guide without-report',
];

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name!, value]),
  );

/** The height that a page keeps free for a tag before any script has run: that of what is in the tag. */
const measureRoom = (attributes: string, width: number): number => {
  const column = document.createElement('div');
  column.style.inlineSize = `${width}px`;
  column.innerHTML = `<span style="${roomStyle(readAttributes(attributes))}"><a href="#">Kik status</a></span>`;
  document.body.append(column);
  const { height } = column.getBoundingClientRect();
  column.remove();
  return height;
};

/** Heights of the widget with a feed, one for each width. */
async function measureWidget(
  feed: Feed,
  attributes: string,
  widths: readonly number[],
): Promise<number[]> {
  const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
  const element = place(
    `<outage-status service="kik" server="${server.baseUrl}" ${attributes}></outage-status>`,
  );
  await nextEvent(element, 'outage-load');
  await until(element, () => element.shadowRoot!.querySelector('[part=actions]'));
  return widths.map((width) => {
    element.parentElement!.style.inlineSize = `${width}px`;
    return element.getBoundingClientRect().height;
  });
}

describe('the room that a snippet keeps free', () => {
  afterEach(clearPage);

  for (const language of ['en', 'ar']) {
    for (const attributes of TAGS) {
      it(`is as high as the widget: ${language} ${attributes}`, async () => {
        // No card fits where there is less.
        const widths = attributes.includes('card') ? COLUMNS : [220, 240, ...COLUMNS];
        const rooms = widths.map((width) => measureRoom(attributes, width));
        for (const feed of [calmFeed(), freshFeed()]) {
          const heights = await measureWidget(feed, `${attributes} lang="${language}"`, widths);
          const rows = widths.map(
            (width, index) => `${width} px: ${heights[index]} px, room ${rooms[index]} px`,
          );
          const differences = heights.map((height, index) => Math.abs(height - rooms[index]!));
          expect(Math.max(...differences), rows.join('\n')).to.be.at.most(TOLERANCE_PX);
        }
      });
    }
  }

  const withRoom = (attributes: string, server: string): string =>
    `<outage-status service="kik" server="${server}" ${attributes}><span style="${roomStyle(readAttributes(attributes))}"><a href="#">Kik status</a></span></outage-status>`;

  for (const attributes of [
    'variant="compact"',
    'variant="card"',
    'variant="card" without-breakdown',
  ]) {
    it(`is as high as the widget while that loads and when it has failed: ${attributes}`, async () => {
      const held = await scriptFeed({ 'v1/services/kik/status.json': { isHeld: true } });
      const broken = await scriptFeed({ 'v1/services/kik/status.json': { status: 500 } });
      for (const [state, { baseUrl }] of [
        ['loading', held],
        ['failed', broken],
      ] as const) {
        const element = place(withRoom(attributes, baseUrl));
        await until(element, () => element.matches(`:state(${state})`));
        for (const width of COLUMNS) {
          element.parentElement!.style.inlineSize = `${width}px`;
          const { height } = element.getBoundingClientRect();
          expect(height, `${width} px, ${state}`).to.be.closeTo(
            measureRoom(attributes, width),
            TOLERANCE_PX,
          );
        }
      }
    });
  }

  for (const language of ['en', 'ar']) {
    it(`is as wide as the badge, which keeps its width when its data arrives: ${language}`, async () => {
      const server = await scriptFeed({
        'v1/services/kik/status.json': { body: freshFeed(), isHeld: true },
      });
      const attributes = `variant="badge" lang="${language}"`;
      const element = place(withRoom(attributes, server.baseUrl));
      await until(element, () => element.matches(':state(loading)'));
      while ((await server.look()).requests.length === 0);
      const { width: waiting } = element.getBoundingClientRect();
      await server.release();
      await until(element, () => element.status);
      const { width } = element.getBoundingClientRect();
      // Less than three pixels is no layout shift: https://wicg.github.io/layout-instability/
      expect(waiting).to.be.closeTo(width, 2.5);
      const room = document.createElement('span');
      room.style.cssText = roomStyle(readAttributes(attributes));
      element.after(room);
      expect(room.getBoundingClientRect().width).to.be.closeTo(width, BADGE_TOLERANCE_PX);
    });
  }
});
