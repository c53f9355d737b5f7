import { expect } from '@open-wc/testing';
import { changed, errorOf, readAs, sampleOf, type Fields } from './read-sample.js';
import { GIANT_SAMPLES } from './samples-giants.js';

describe('an empty list', () => {
  it('says nothing where a page lists what works', () => {
    for (const format of ['microsoft-365', 'salesforce']) {
      expect(readAs(format, [])).to.include({ status: 'unknown', unknownReason: 'lists_nothing' });
    }
  });
});

describe('a page of salesforce', () => {
  it('is fine as an empty list of open incidents, and only there', () => {
    const statusAt = (path: string): string =>
      readAs('salesforce', [], { url: `https://api.status.salesforce.com/v1/${path}` }).status;
    expect(statusAt('incidents/active')).to.equal('operational');
    expect(statusAt('incidents/active?locale=en')).to.equal('operational');
    expect(statusAt('incidents')).to.equal('unknown');
    expect(statusAt('instances/status/preview')).to.equal('unknown');
  });

  it('is not known to be fine where it lists resolved incidents alone, unless it lists all that are open', () => {
    const resolved = [{ id: 1, status: 'Resolved', IncidentImpacts: [], createdAt: '2026-11-22' }];
    const statusAt = (path: string): string =>
      readAs('salesforce', resolved, { url: `https://api.status.salesforce.com/v1/${path}` })
        .status;
    expect(statusAt('incidents/active')).to.equal('operational');
    expect(statusAt('incidents')).to.equal('unknown');
  });

  it('lists an incident of several instances once, named by its newest message', () => {
    const { incidents } = readAs(
      'salesforce',
      sampleOf(GIANT_SAMPLES, 'salesforce', 'partial_outage').document,
    );
    expect(incidents.map(({ title, url }) => `${title} ${url}`)).to.deep.equal([
      'We know. https://status.salesforce.com/incidents/20004999',
    ]);
  });

  it('names an incident without a message by the kind of its impact', () => {
    const silent = changed(
      sampleOf(GIANT_SAMPLES, 'salesforce', 'partial_outage'),
      (page: { Incidents: Fields[] }[]) => {
        for (const { Incidents } of page) for (const one of Incidents) one['IncidentEvents'] = [];
      },
    );
    expect(readAs('salesforce', silent).incidents[0]?.title).to.equal('Service disruption');
  });
});

describe('a page of microsoft-365', () => {
  it('takes no start from the time of the answer', () => {
    const sample = sampleOf(GIANT_SAMPLES, 'microsoft-365', 'degraded_performance');
    const unauthored = changed(sample, (page: Fields[]) => {
      page[1]!['AuthoredDateTime'] = '0001-01-01T00:00:00+00:00';
      page[1]!['Id'] = '00000000-0000-0000-0000-000000000000';
    });
    const [incident] = readAs('microsoft-365', unauthored).incidents;
    expect(incident?.startedAt).to.equal(null);
    expect(incident?.id).to.equal("Outlook.com: Some users can't sign in");
  });

  it('is not the single post that tells whether the admin center can be reached', () => {
    const post = {
      Id: '1',
      Title: '',
      Message: 'This site is updated when …',
      Status: 'Available',
    };
    expect(errorOf(() => readAs('microsoft-365', post))).to.match(/^invalid: /);
  });
});

describe('a page of azure-devops', () => {
  it('can be narrowed to a service, or to it in one geography', () => {
    const { document } = sampleOf(GIANT_SAMPLES, 'azure-devops', 'partial_outage');
    const statusOf = (name: string): string =>
      readAs('azure-devops', document, { components: [name] }).status;
    expect(statusOf('Boards')).to.equal('partial_outage');
    expect(statusOf('Boards: Europe')).to.equal('major_outage');
    expect(statusOf('Repos')).to.equal('operational');
  });
});

describe('a page of oracle-cloud', () => {
  it('names an incident by its services and regions, and can be narrowed to a region', () => {
    const { document } = sampleOf(GIANT_SAMPLES, 'oracle-cloud', 'partial_outage');
    expect(readAs('oracle-cloud', document).incidents[0]?.title).to.equal(
      'Compute: US East (Ashburn)',
    );
    const statusOf = (name: string): string =>
      readAs('oracle-cloud', document, { components: [name] }).status;
    expect(statusOf('US East (Ashburn)')).to.equal('partial_outage');
    expect(statusOf('US West (Phoenix)')).to.equal('operational');
  });
});

describe('a page of zendesk', () => {
  it('names the services of an incident', () => {
    const { document } = sampleOf(GIANT_SAMPLES, 'zendesk', 'major_outage');
    expect(readAs('zendesk', document).affected).to.deep.equal({ count: 1, names: ['Chat'] });
  });

  it('counts an outage as one, whatever its impact says', () => {
    const sample = sampleOf(GIANT_SAMPLES, 'zendesk', 'degraded_performance');
    const outage = changed(sample, (page: { data: { attributes: Fields }[] }) => {
      page.data[0]!.attributes['outage'] = true;
    });
    expect(readAs('zendesk', outage).status).to.equal('partial_outage');
  });

  it('takes an incident with an end for resolved', () => {
    const sample = sampleOf(GIANT_SAMPLES, 'zendesk', 'degraded_performance');
    const over = changed(
      sample,
      (page: { data: { attributes: Fields }[]; included: { attributes: Fields }[] }) => {
        page.data[0]!.attributes['resolved_at'] = '2026-11-22T08:40:00.000Z';
        page.included[1]!.attributes['resolved_at'] = '2026-11-22T08:40:00.000Z';
      },
    );
    const official = readAs('zendesk', over);
    expect(official.status).to.equal('operational');
    expect(official.incidents[0]).to.include({
      status: 'resolved',
      endedAt: '2026-11-22T08:40:00Z',
    });
  });
});
