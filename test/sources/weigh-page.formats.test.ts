import { expect } from '@open-wc/testing';
import { JSON_FORMATS, readOfficialPage } from '../../src/sources/index.js';
import { HOSTED_PAGES_OF_PARTS } from './pages-of-hosted-parts.js';
import { GIANT_PAGES_OF_PARTS } from './pages-of-parts-giants.js';
import { PAGES_OF_PARTS, SHARES, type PageOfParts } from './pages-of-parts.js';
import { CHECKED_AT_MS } from './sample-page.js';

/** Formats whose documents list no components beside those with a problem, or none at all. */
const WITHOUT_PARTS = [
  'shields',
  'google',
  'aws',
  'slack',
  'riot',
  'zendesk',
  'statuspage-me',
  'isitdownstatus',
];

/** Formats whose words for a component say no more than that it is degraded. */
const WITHOUT_OUTAGES = ['microsoft-365', 'sorry'];

const PAGES: readonly PageOfParts[] = [
  ...PAGES_OF_PARTS,
  ...HOSTED_PAGES_OF_PARTS,
  ...GIANT_PAGES_OF_PARTS,
];

const read = (
  { make, format }: PageOfParts,
  outCount: number,
  total: number,
  components?: readonly string[],
) => {
  const names = Array.from({ length: total }, (_, index) => ({
    name: `Place ${index}`,
    out: index < outCount,
  }));
  return readOfficialPage(JSON.parse(JSON.stringify(make(names))), {
    url: 'https://status.vendor.example/data.json',
    checkedAtMs: CHECKED_AT_MS,
    format,
    components,
  });
};

describe('every format with components', () => {
  it('is tried here', () => {
    const tried = new Set([
      ...PAGES.map(({ format }) => format),
      ...WITHOUT_PARTS,
      ...WITHOUT_OUTAGES,
    ]);
    expect([...tried]).to.have.members(JSON_FORMATS.map(({ name }) => name));
  });
});

for (const page of PAGES) {
  const { partName = (name) => name } = page;

  describe(`a page of ${page.format}${page.what ? `, ${page.what}` : ''}`, () => {
    for (const [outCount, total, status] of SHARES) {
      it(`says ${status} while ${outCount} of ${total} parts are out`, () => {
        expect(read(page, outCount, total).status).to.equal(status);
      });
    }

    it('names the parts that are out', () => {
      const names = [0, 1].map((index) => partName(`Place ${index}`));
      expect(read(page, 0, 50).affected).to.equal(undefined);
      expect(read(page, 2, 50).affected).to.deep.equal({ count: 2, total: 50, names });
      expect(read(page, 12, 50).affected?.names).to.have.length(10);
      expect(read(page, 1, 1).affected).to.equal(undefined);
    });

    it('takes a part that the catalogue names for the whole', () => {
      const statusOf = (...indexes: number[]): string =>
        read(
          page,
          1,
          50,
          indexes.map((index) => partName(`Place ${index}`)),
        ).status;
      expect(statusOf(0)).to.equal('major_outage');
      expect(statusOf(0, 1, 2)).to.equal('partial_outage');
    });
  });
}
