import { expect } from '@open-wc/testing';
import { readOfficialPage } from '../../src/sources/index.js';
import { ALL_PAGES } from './all-pages.js';
import { CHECKED_AT_MS } from './sample-page.js';

/** By format, a list or a number that it always writes, and where that lies. */
const ALWAYS_THERE: readonly [format: string, field: string, holder?: string][] = [
  ['statuspage', 'incidents'],
  ['better-stack', 'included'],
  ['uptime-kuma', 'incidents'],
  ['uptimerobot', 'totalMonitors', 'psp'],
  ['statuspal', 'services'],
  ['statuspal', 'incidents'],
  ['statusiq', 'active_incident_details', 'data'],
  ['sorry', 'components', 'response'],
  ['sorry', 'notices', 'response'],
  ['status-io', 'incidents', 'result'],
  ['heroku', 'incidents'],
  ['statuspage-me', 'incidents'],
];

describe('a page without what its format always writes', () => {
  for (const [format, field, holder] of ALWAYS_THERE) {
    it(`is not known to be fine: ${format} without ${field}`, () => {
      const holds = (document: Record<string, unknown>): Record<string, unknown> =>
        (holder ? document[holder] : document) as Record<string, unknown>;
      const sample = ALL_PAGES.find(
        (page) =>
          page.format === format &&
          page.status === 'operational' &&
          holds(page.document as Record<string, unknown>)[field] !== undefined,
      );
      const document = structuredClone(sample?.document) as Record<string, unknown>;
      const read = (): string =>
        readOfficialPage(document, {
          url: 'https://status.vendor.example/data.json',
          checkedAtMs: CHECKED_AT_MS,
          format,
        }).status;
      expect(read()).to.equal('operational');
      delete holds(document)[field];
      expect(read()).to.equal('unknown');
    });
  }
});
