import { expect } from '@open-wc/testing';
import { headStyles } from '../../src/element/head-styles.js';
import { STATUSES } from '../../src/feed/index.js';
import { PALETTE, STATUS_COLORS } from '../../src/model/index.js';

const css = headStyles;

/** `#abc` as `#aabbcc`. */
const long = (color: string): string =>
  color.length === 4 ? color.replace(/[\da-f]/g, (digit) => digit + digit) : color;

const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio by WCAG 2.2. */
const contrast = (left: string, right: string): number => {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('PALETTE', () => {
  for (const [name, { light, dark }] of Object.entries(PALETTE)) {
    it(`is the element's for ${name}`, () => {
      const pair = new RegExp(`--_${name}:[^;]*light-dark\\((#[\\da-f]+), (#[\\da-f]+)\\)`);
      const [, elementLight = '', elementDark = ''] = pair.exec(css) ?? [];
      expect([long(elementLight), long(elementDark)]).to.deep.equal([light, dark]);
    });
  }

  for (const status of STATUSES) {
    it(`gives ${status} the element's colour, readable under the text on it`, () => {
      const rule = new RegExp(`\\[data-status='${status}'\\] {\\s*--_tone: var\\(--_(\\w+)\\)`);
      expect(rule.exec(css)?.[1] ?? 'muted').to.equal(STATUS_COLORS[status]);
      const { light, dark } = PALETTE[STATUS_COLORS[status]];
      expect(contrast(light, PALETTE['accent-text'].light)).to.be.at.least(4.5);
      expect(contrast(dark, PALETTE['accent-text'].dark)).to.be.at.least(4.5);
      expect(contrast(light, PALETTE.surface.light)).to.be.at.least(4.5);
      expect(contrast(dark, PALETTE.surface.dark)).to.be.at.least(4.5);
    });
  }
});
