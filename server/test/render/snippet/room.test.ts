import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { frameHeight, writeFluidFrame } from '../../../src/render/snippet/frame-snippet.js';
import { heightsByWidth, roomStyle, writeHeight } from '../../../src/render/snippet/room.js';

const pixels = (length: string): number =>
  Number.parseFloat(length) * (length.endsWith('em') ? 16 : 1);

/** What a browser makes of a height in a column of this width, in a font of 16 pixels. */
const compute = (css: string, widthPx: number): number => {
  const [, base = '', steps = ''] = /^calc\(([\d.]+(?:em|px))(.*)\)$/.exec(css) ?? [];
  const found = [
    ...steps.matchAll(
      / ([+-]) clamp\(0px,\(([\d.]+(?:r?em|px)) - 100(?:%|cqi)\)\*999,([\d.]+(?:em|px))\)/g,
    ),
  ];
  assert.equal(found.map(([step]) => step).join(''), steps);
  return found.reduce((height, [, sign, below = '', difference = '']) => {
    const raw = (pixels(below) - widthPx) * 999;
    const step = Math.max(0, Math.min(raw, pixels(difference)));
    return sign === '+' ? height + step : height - step;
  }, pixels(base));
};

describe('the room for a widget', () => {
  const OPTIONS = [
    {},
    { variant: 'card' },
    { 'without-breakdown': '' },
    { 'without-sparkline': '' },
    { 'without-official': '' },
    { 'without-breakdown': '', 'without-sparkline': '', 'without-official': '' },
    { src: 'https://status.example/api/v2/summary.json' },
  ];

  test('is, in every width, the height in the table of its options', () => {
    for (const attributes of OPTIONS) {
      const heights = heightsByWidth(attributes);
      const css = writeHeight(heights, 'em', '100%');
      for (let width = 160; width <= 1000; width += 1) {
        const [, expected] = heights.findLast(
          ([below]) => below === '' || width < Number.parseFloat(below) * 16,
        )!;
        const difference = Math.abs(compute(css, width) - expected * 16);
        assert.ok(difference < 0.01, `${JSON.stringify(attributes)} at ${width} px: ${difference}`);
      }
    }
  });

  test('is less for a tag that leaves parts out, and the head alone where nothing else fits', () => {
    const wide = (attributes: Record<string, string>): number => heightsByWidth(attributes)[0][1];
    const narrow = (attributes: Record<string, string>): number =>
      heightsByWidth(attributes).at(-1)![1];
    for (const attributes of OPTIONS.slice(2)) assert.ok(wide(attributes) <= wide({}));
    assert.ok(wide({ src: 'https://status.example/' }) < wide({}));
    assert.ok(narrow({}) < narrow({ variant: 'card' }) / 2);
  });

  test('keeps its part for an option whose text is false, as the element does', () => {
    for (const name of ['without-breakdown', 'without-sparkline', 'without-official']) {
      assert.deepEqual(heightsByWidth({ [name]: ' False ' }), heightsByWidth({}));
    }
    assert.notDeepEqual(heightsByWidth({ 'without-sparkline': 'true' }), heightsByWidth({}));
  });

  test('is that of the variant that the element reads, in any case and with white space around it', () => {
    for (const [written, variant] of [
      ['Compact', 'compact'],
      [' COMPACT\n', 'compact'],
      ['Card ', 'card'],
      ['BADGE', 'badge'],
    ] as const) {
      assert.equal(roomStyle({ variant: written }), roomStyle({ variant }));
    }
    assert.equal(
      roomStyle({ variant: 'badge', lang: ' AR ' }),
      roomStyle({ variant: 'badge', lang: 'ar' }),
    );
    assert.notEqual(roomStyle({ variant: 'compact' }), roomStyle({ variant: 'card' }));
  });

  test('is a line of CSS without characters that end an attribute or a string', () => {
    for (const attributes of [...OPTIONS, { variant: 'badge' }, { variant: 'nonsense' }]) {
      assert.match(roomStyle(attributes), /^[\w\s:;.,()%*+-]+$/);
      assert.doesNotMatch(roomStyle(attributes), /NaN|undefined|Infinity|\n/);
    }
  });
});

describe('the room of a frame', () => {
  const LOOKS = ['card', 'compact'] as const;

  test('grows as the frame becomes narrower, and stays above its own width', () => {
    for (const look of LOOKS) {
      const heights = [1200, 640, 480, 479, 431, 319, 200].map((width) => frameHeight(width, look));
      assert.deepEqual(
        heights,
        heights.toSorted((left, right) => left - right),
      );
      assert.ok(frameHeight(320, look) > frameHeight(480, look));
    }
    assert.ok(frameHeight(480, 'compact') < frameHeight(480, 'card') / 2);
  });

  test('is that of each width of its column in a page with the script', () => {
    for (const look of LOOKS) {
      const { text } = writeFluidFrame({ src: 'x', title: 'x', look });
      const css = /height:(calc\(.*?\))"/.exec(text)?.[1] ?? '';
      for (const width of [240, 300, 320, 431, 432, 479, 480]) {
        assert.equal(compute(css, width), frameHeight(width, look));
      }
    }
  });
});
