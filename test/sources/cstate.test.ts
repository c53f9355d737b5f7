import { expect } from '@open-wc/testing';
import { readOfficialPage } from '../../src/sources/index.js';
import { seededRandom } from './mutate.js';
import { CHECKED_AT_MS } from './sample-page.js';

const SEVERITIES = ['ok', 'notice', 'disrupted', 'down'];
const SYSTEMS = ['API', 'Site', 'Mail'];

interface Issue {
  readonly title: string;
  readonly severity: string;
  readonly affected: readonly string[];
  readonly isInformational: boolean;
  readonly isAhead: boolean;
}

const worst = (issues: readonly Issue[]): string =>
  SEVERITIES.findLast((word) => issues.some(({ severity }) => severity === word)) ?? 'ok';

/** A page with these open issues, with the words that cState's template derives from all of them. */
const pageOf = (issues: readonly Issue[]): unknown => ({
  is: 'index',
  cStateVersion: '6.0.1',
  title: 'Vendor',
  summaryStatus: worst(issues),
  pinnedIssues: [],
  systems: SYSTEMS.map((name) => {
    const own = issues.filter(({ affected }) => affected.includes(name));
    return {
      name,
      status: worst(own),
      unresolvedIssues: own.map(({ title, severity, isInformational, isAhead }) => ({
        title,
        createdAt: isAhead ? '2026-12-13 10:00:00 +0000 UTC' : '2026-11-22 08:00:00 +0000 UTC',
        severity,
        resolved: false,
        informational: isInformational,
        filename: `${title}.md`,
      })),
    };
  }),
});

const readPage = (issues: readonly Issue[]): unknown[] => {
  const { status, indicator, affected } = readOfficialPage(pageOf(issues), {
    url: 'https://status.vendor.example/index.json',
    checkedAtMs: CHECKED_AT_MS,
  });
  return [status, indicator, affected];
};

describe('a page of cState', () => {
  it('says the same without the issues that are informational or of the future', () => {
    const random = seededRandom(32);
    const draw = (_: unknown, index: number): Issue => ({
      title: `Issue ${index}`,
      severity: SEVERITIES[1 + Math.floor(random() * 3)]!,
      affected: SYSTEMS.filter((name) => name === 'API' || random() < 0.5),
      isInformational: random() < 0.3,
      isAhead: random() < 0.3,
    });
    let news = 0;
    for (let time = 0; time < 2000; time += 1) {
      const issues = Array.from({ length: Math.floor(random() * 5) }, draw);
      const counted = issues.filter(({ isInformational, isAhead }) => !isInformational && !isAhead);
      news += issues.length - counted.length;
      expect(readPage(issues), JSON.stringify(issues)).to.deep.equal(readPage(counted));
    }
    expect(news).to.be.greaterThan(500);
  });
});
