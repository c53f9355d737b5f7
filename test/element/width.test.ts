import { expect } from '@open-wc/testing';
import { scriptFeed } from '../support/feed-server.client.js';
import { clearPage, freshFeed, nextEvent, place, until } from './widget-test-page.js';

const WIDTH = 320; // 20rem

/** Places an element whose width its content decides, in a part of the page of this width. */
async function placeIn(
  space: number,
  before: string,
  after: string,
  attributes = '',
  feed = freshFeed(),
) {
  const server = await scriptFeed({ 'v1/services/kik/status.json': { body: feed } });
  const tag = `<outage-status service="kik" server="${server.baseUrl}" ${attributes}></outage-status>`;
  const element = place(`<div style="inline-size: ${space}px">${before}${tag}${after}</div>`);
  await nextEvent(element, 'outage-load');
  await until(element, () => element.shadowRoot!.querySelector('.badge'));
  const widthOf = (part: Element) => Math.round(part.getBoundingClientRect().width);
  return {
    element,
    width: widthOf(element),
    card: widthOf(element.shadowRoot!.querySelector('.card, button.badge')!),
    around: widthOf(element.parentElement!),
  };
}

const SHRINKING: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a float', '<div style="float: inline-start">', '</div>'],
  ['an inline block', '<div style="display: inline-block">', '</div>'],
  ['a flex row', '<div style="display: flex">', '</div>'],
  [
    'a flex column',
    '<div style="display: flex; flex-direction: column; align-items: start">',
    '</div>',
  ],
  [
    'a grid’s auto column',
    '<div style="display: grid; grid-template-columns: auto 1fr"><i></i>',
    '</div>',
  ],
  [
    'an absolute box',
    '<div style="position: relative"><div style="position: absolute">',
    '</div></div>',
  ],
  ['a table cell', '<table style="border-spacing: 0"><tr><td style="padding: 0">', '</table>'],
];

describe('the width of the element', () => {
  afterEach(clearPage);

  for (const [what, before, after] of SHRINKING) {
    if (!what.includes('grid'))
      it(`is 20rem in ${what}`, async () => {
        const { width, card } = await placeIn(800, before, after);
        expect(width).to.equal(WIDTH);
        expect(card).to.equal(WIDTH);
      });

    it(`is at most that of the space around in ${what}`, async () => {
      const { width, card } = await placeIn(250, before, after);
      expect(width).to.equal(250);
      expect(card).to.equal(250);
    });

    it(`is that of its words for a badge in ${what}`, async () => {
      const { width, card } = await placeIn(800, before, after, 'variant="badge"');
      expect(card).to.be.within(80, 200);
      if (!what.includes('grid')) expect(width).to.be.within(card, card + 1);
    });
  }

  for (const own of [
    'float: inline-start',
    'display: inline-block',
    'position: absolute',
    'inline-size: fit-content',
    'display: flex',
    'display: grid',
    'display: block',
  ])
    it(`fits where the page gives it ${own}`, async () => {
      const { width, card } = await placeIn(800, '<div>', '</div>', `style="${own}"`);
      expect(width).to.equal(/: (flex|grid|block)/.test(own) ? 800 : WIDTH);
      expect(card).to.equal(width);
    });

  for (const display of ['block', 'flow-root'])
    it(`is that of the column in a block, however narrow: ${display}`, async () => {
      for (const space of [150, 330, 900]) {
        const { width, card } = await placeIn(space, `<div style="display: ${display}">`, '</div>');
        expect(width).to.equal(space);
        expect(card).to.equal(space);
      }
    });

  const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
  for (const language of ['en', 'ar'])
    for (const variant of ['auto', 'card', 'badge'])
      for (const status of ['under_maintenance', 'operational'] as const)
        it(`holds name and status in 140 pixels: ${language} ${variant} ${status}`, async () => {
          const service = { ...freshFeed().service, name: LONG };
          const attributes = `variant="${variant}" lang="${language}"`;
          const feed = freshFeed({ service, status });
          const { element } = await placeIn(140, '<p>', '</p>', attributes, feed);
          const card = element.shadowRoot!.querySelector('.card, button.badge')!;
          const edge = card.getBoundingClientRect();
          expect(edge.width).to.be.at.most(140);
          for (const part of element.shadowRoot!.querySelectorAll('.service, .badge, .summary')) {
            const { left, right } = part.getBoundingClientRect();
            expect(left, part.className).to.be.at.least(edge.left);
            expect(right, part.className).to.be.at.most(edge.right);
            expect(part.scrollWidth, part.className).to.be.at.most(part.clientWidth + 1);
          }
        });

  for (const own of ['', 'style="display: block"'])
    it(`keeps columns of the same share equal: ${own}`, async () => {
      const { width } = await placeIn(
        450,
        '<div style="display: grid; grid-template-columns: 1fr 1fr 1fr"><div></div><div>',
        '</div></div>',
        own,
      );
      expect(width).to.equal(150);
    });
});
