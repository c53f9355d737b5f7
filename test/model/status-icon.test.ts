import { expect } from '@open-wc/testing';
import { STATUSES } from '../../src/feed/index.js';
import { STATUS_ICONS } from '../../src/model/index.js';

describe('STATUS_ICONS', () => {
  it('has a shape of its own for every status, so that colour is never needed to tell them apart', () => {
    const shapes = STATUSES.map((status) => STATUS_ICONS[status]);
    expect(new Set(shapes).size).to.equal(STATUSES.length);
  });

  for (const status of STATUSES) {
    it(`draws ${status} within a 16 × 16 box`, () => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', '0 0 16 16');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', STATUS_ICONS[status]);
      svg.append(path);
      document.body.append(svg);
      const { x, y, width, height } = path.getBBox();
      svg.remove();
      expect(Math.min(width, height)).to.be.greaterThan(8);
      expect(Math.min(x, y)).to.be.at.least(0);
      expect(Math.max(x + width, y + height)).to.be.at.most(16);
    });
  }
});
