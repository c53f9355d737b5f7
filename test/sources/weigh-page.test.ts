import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { STATUSES, type Incident, type Status } from '../../src/feed/index.js';
import { isProblem, RANK, STATUS_OF_IMPACT } from '../../src/model/severity.js';
import type { VendorComponent, VendorIncident, VendorPage } from '../../src/sources/index.js';
import { weighPage } from '../../src/sources/weigh-page.js';

const incident = (
  impact: Incident['impact'],
  changes: Partial<VendorIncident> = {},
): VendorIncident => ({
  id: 'i',
  title: 'Login fails',
  status: 'investigating',
  impact,
  startedAt: '2026-11-22T08:00:00Z',
  endedAt: null,
  source: 'official',
  components: [],
  ...changes,
});

const parts = (counts: Partial<Record<Status, number>>): VendorComponent[] =>
  Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, index) => ({
      name: `${status} ${index}`,
      status: status as Status,
    })),
  );

const page = (changes: Partial<VendorPage>): VendorPage => ({
  components: [],
  incidents: [],
  maintenances: [],
  ...changes,
});

const statusOf = (changes: Partial<VendorPage>): Status => weighPage(page(changes)).status;

const SHARES: readonly [what: string, components: VendorComponent[]][] = [
  ['no component with a problem', parts({ operational: 63 })],
  ['one degraded component', parts({ operational: 62, degraded_performance: 1 })],
  ['one component in partial outage', parts({ operational: 62, partial_outage: 1 })],
  ['one component of 63 out', parts({ operational: 62, major_outage: 1 })],
  ['half of the components out', parts({ operational: 31, major_outage: 31 })],
  ['more than half of the components out', parts({ operational: 31, major_outage: 32 })],
];

// The table of docs/vendor-pages.md, a row for each word of the page, a column for each share above.
const TABLE: readonly [word: Incident['impact'], statuses: readonly Status[]][] = [
  ['none', ['operational', 'degraded_performance', ...partial(3), 'major_outage']],
  ['maintenance', ['under_maintenance', 'degraded_performance', ...partial(3), 'major_outage']],
  ['minor', ['degraded_performance', 'degraded_performance', ...partial(3), 'major_outage']],
  ['major', [...partial(5), 'major_outage']],
  ['critical', SHARES.map(() => 'major_outage')],
];

function partial(count: number): Status[] {
  return Array.from({ length: count }, () => 'partial_outage');
}

describe('the rule of part and whole', () => {
  for (const [word, statuses] of TABLE) {
    for (const [index, [what, components]] of SHARES.entries()) {
      it(`makes ${statuses[index]} of indicator ${word} and ${what}`, () => {
        expect(statusOf({ indicator: STATUS_OF_IMPACT[word], components })).to.equal(
          statuses[index],
        );
      });

      it(`makes ${statuses[index]} of an open incident of impact ${word} and ${what}`, () => {
        const found = statusOf({
          indicator: 'operational',
          incidents: [incident(word)],
          components,
        });
        expect(found).to.equal(statuses[index]);
      });
    }
  }

  it('counts a group by its status alone, and not beside its members', () => {
    const group = { name: 'Europe', status: 'major_outage', kind: 'group' } as const;
    expect(statusOf({ components: [...parts({ operational: 2 }), group] })).to.equal(
      'partial_outage',
    );
    const out = parts({ operational: 2, major_outage: 2 });
    expect(statusOf({ components: [...out, group, group] })).to.equal('partial_outage');
  });

  it('takes no share from components that are listed only while they have a problem', () => {
    const kind = 'listed_if_broken' as const;
    const broken = parts({ major_outage: 5 }).map((component) => ({ ...component, kind }));
    expect(statusOf({ components: broken })).to.equal('partial_outage');
    expect(statusOf({ components: [...broken, ...parts({ operational: 2 })] })).to.equal(
      'partial_outage',
    );
  });

  it('treats what follows from components as it treats them', () => {
    const ofParts = incident('critical', { isOfParts: true });
    const components = parts({ operational: 9, major_outage: 1 });
    expect(statusOf({ incidents: [ofParts], components })).to.equal('partial_outage');
    expect(statusOf({ incidents: [ofParts] })).to.equal('major_outage');
    const indicator = { indicator: 'major_outage', indicatorIsOfParts: true } as const;
    expect(weighPage(page({ ...indicator, components }))).to.include({
      status: 'partial_outage',
      indicator: 'partial_outage',
    });
    expect(weighPage(page({ ...indicator, components: parts({ major_outage: 3 }) }))).to.include({
      status: 'major_outage',
      indicator: 'major_outage',
    });
  });

  it('counts a part in an unknown state as one that is not out', () => {
    const components = parts({ unknown: 1, major_outage: 1 });
    expect(statusOf({ components })).to.equal('partial_outage');
  });
});

describe('news', () => {
  it('is no evidence that anything works', () => {
    expect(statusOf({ incidents: [incident('none')] })).to.equal('unknown');
    expect(statusOf({})).to.equal('unknown');
    expect(statusOf({ incidents: [incident('major', { status: 'resolved' })] })).to.equal(
      'unknown',
    );
  });

  it('leaves a page as it is', () => {
    for (const indicator of STATUSES) {
      expect(statusOf({ indicator, incidents: [incident('none')] })).to.equal(indicator);
    }
  });
});

describe('a page that says nothing of the service', () => {
  it('is unknown, unless it reports a problem', () => {
    const silent = { indicator: 'operational', hasComponentList: true } as const;
    expect(weighPage(page(silent))).to.include({
      status: 'unknown',
      unknownReason: 'lists_nothing',
    });
    expect(weighPage(page({ ...silent, leavesToSubPages: true }))).to.include({
      status: 'unknown',
      unknownReason: 'sub_pages',
    });
    expect(statusOf({ ...silent, incidents: [incident('minor')] })).to.equal(
      'degraded_performance',
    );
    expect(statusOf({ ...silent, indicator: 'partial_outage' })).to.equal('partial_outage');
  });

  it('is none that lists maintenance to come', () => {
    const maintenances = [
      { id: 'm', title: 'Upgrade', startsAt: '2026-11-23T09:00:00Z', endsAt: null, components: [] },
    ];
    const lists = { indicator: 'operational', hasComponentList: true, maintenances } as const;
    expect(statusOf(lists)).to.equal('operational');
    expect(statusOf({ ...lists, leavesToSubPages: true })).to.equal('unknown');
  });
});

const status = fc.constantFrom(...STATUSES);
const component: fc.Arbitrary<VendorComponent> = fc.record({
  name: fc.string({ maxLength: 3 }),
  status: fc.option(status, { nil: undefined }),
  kind: fc.constantFrom(undefined, undefined, undefined, 'group', 'listed_if_broken'),
});
const anyPage: fc.Arbitrary<VendorPage> = fc.record({
  indicator: fc.option(status, { nil: undefined }),
  indicatorIsOfParts: fc.boolean(),
  listsProblemsOnly: fc.boolean(),
  isIncomplete: fc.boolean(),
  hasComponentList: fc.boolean(),
  leavesToSubPages: fc.boolean(),
  components: fc.array(component, { maxLength: 12 }),
  incidents: fc.array(
    fc
      .record({
        impact: fc.constantFrom('none', 'minor', 'major', 'critical', 'maintenance'),
        status: fc.constantFrom('investigating', 'resolved'),
        isOfParts: fc.boolean(),
      })
      .map(({ impact, ...rest }) => incident(impact, rest)),
    { maxLength: 3 },
  ),
  maintenances: fc.constant([]),
});

/** Every way in which a page reports a problem. */
const reportsProblem = ({ indicator, components, incidents }: VendorPage): boolean =>
  [
    indicator,
    ...components.map((one) => one.status),
    ...incidents
      .filter((one) => one.status !== 'resolved')
      .map(({ impact }) => STATUS_OF_IMPACT[impact]),
  ].some((found) => found !== undefined && isProblem(found));

describe('any page', () => {
  it('is a problem exactly where it reports one', () => {
    fc.assert(
      fc.property(anyPage, (one) => {
        expect(isProblem(weighPage(one).status)).to.equal(reportsProblem(one));
      }),
      { numRuns: 2000 },
    );
  });

  it('gets no better by one more component that is out', () => {
    fc.assert(
      fc.property(anyPage, component, (one, { name, kind }) => {
        const more = { name, kind, status: 'major_outage' as const };
        const after = weighPage({ ...one, components: [...one.components, more] }).status;
        expect(RANK[after]).to.be.at.least(RANK[weighPage(one).status]);
        expect(isProblem(after)).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gets no better by a component that gets worse', () => {
    fc.assert(
      fc.property(anyPage, fc.nat(), status, (one, choice, worse) => {
        const chosen = one.components[choice % one.components.length];
        fc.pre(chosen?.status !== undefined && RANK[worse] >= RANK[chosen.status]);
        const components = one.components.map((other) =>
          other === chosen ? { ...other, status: worse } : other,
        );
        const after = weighPage({ ...one, components }).status;
        // An unknown part that works again may make a page operational.
        if (chosen?.status === 'unknown') return;
        expect(RANK[after]).to.be.at.least(RANK[weighPage(one).status]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is in a major outage only by its own word, a critical incident or most of its parts', () => {
    fc.assert(
      fc.property(anyPage, (one) => {
        fc.pre(weighPage(one).status === 'major_outage');
        const counted = one.components.filter(
          (other) => other.status !== undefined && other.kind === undefined,
        );
        const out = counted.filter((other) => other.status === 'major_outage');
        const critical = one.incidents.some(
          ({ status: progress, impact }) => progress !== 'resolved' && impact === 'critical',
        );
        expect(
          one.indicator === 'major_outage' || critical || 2 * out.length > counted.length,
        ).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });
});
