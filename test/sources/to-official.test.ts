import { expect } from '@open-wc/testing';
import { makeIncident, toOfficial, type VendorPage } from '../../src/sources/index.js';
import { CHECKED_AT_MS } from './sample-page.js';

const OPTIONS = { url: 'https://status.vendor.example/data.json', checkedAtMs: CHECKED_AT_MS };

const page = (changes: Partial<VendorPage>): VendorPage => ({
  components: [],
  incidents: [],
  maintenances: [],
  ...changes,
});

const incident = (parts: { id?: unknown; title?: unknown; components?: string[] }) =>
  makeIncident(
    { title: undefined, begins: [], status: 'investigating', impact: 'minor', ...parts },
    CHECKED_AT_MS,
  );

const namesOf = (...incidents: VendorPage['incidents']): string[] =>
  toOfficial(page({ incidents }), OPTIONS).incidents.map(({ id, title }) => `${id} | ${title}`);

describe('incidents without id or title', () => {
  it('get both, each its own', () => {
    expect(
      namesOf(
        incident({}),
        incident({}),
        incident({ components: ['API'] }),
        incident({ title: ' ' }),
      ),
    ).to.deep.equal([
      'Incident | Incident',
      'Incident (2) | Incident',
      'API | API',
      'Incident (3) | Incident',
    ]);
  });

  it('keep what the page gives them', () => {
    expect(
      namesOf(
        incident({ id: 'a' }),
        incident({ id: 'b', components: ['API', 'Site'] }),
        incident({ title: 'Login fails' }),
      ),
    ).to.deep.equal(['a | a', 'b | API, Site', 'Login fails | Login fails']);
  });

  it('leave an id of the vendor’s own as it is, even twice', () => {
    const twice = incident({ id: 'a', title: 'Login fails' });
    expect(namesOf(twice, twice)).to.deep.equal(['a | Login fails', 'a | Login fails']);
  });

  it('keep ids apart that are as long as they may be', () => {
    const long = incident({ title: 'x'.repeat(300) });
    const ids = toOfficial(page({ incidents: [long, long] }), OPTIONS).incidents.map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).to.equal(2);
    expect(Math.max(...ids.map(({ length }) => length))).to.be.at.most(128);
  });
});

describe('a page that says nothing of the service', () => {
  it('gives its reason, as long as that makes it unknown', () => {
    const silent = page({ indicator: 'operational', leavesToSubPages: true });
    expect(toOfficial(silent, OPTIONS)).to.include({
      status: 'unknown',
      indicator: 'operational',
      unknownReason: 'sub_pages',
    });
    const broken = toOfficial({ ...silent, incidents: [incident({ title: 'Down' })] }, OPTIONS);
    expect(broken.status).to.equal('degraded_performance');
    expect('unknownReason' in broken).to.equal(false);
  });
});

describe('components that the catalogue names', () => {
  const europe = { name: 'Europe', status: 'major_outage', kind: 'group' } as const;
  const members = [
    { name: 'Oslo', status: 'major_outage' },
    { name: 'Rome', status: 'operational' },
    { name: 'Bonn', status: 'operational' },
  ] as const;
  const whole = page({ indicator: 'degraded_performance', components: [europe, ...members] });
  const read = (...components: string[]) => {
    const { status, affected } = toOfficial(whole, { ...OPTIONS, components });
    return [status, affected];
  };

  it('are the whole together, and a group is one by its own status', () => {
    expect(read('Oslo')).to.deep.equal(['major_outage', undefined]);
    expect(read('Europe')).to.deep.equal(['major_outage', undefined]);
    expect(read('Rome', 'Bonn')).to.deep.equal(['operational', undefined]);
    expect(read('Oslo', 'Rome', 'Bonn')).to.deep.equal([
      'partial_outage',
      { count: 1, total: 3, names: ['Oslo'] },
    ]);
  });
});
