import { expect } from '@open-wc/testing';
import { changed, readAs, sampleOf, type Fields } from './read-sample.js';
import { GAME_SAMPLES } from './samples-games.js';

describe('a page of playstation', () => {
  const out = sampleOf(GAME_SAMPLES, 'playstation', 'partial_outage');

  it('names its incident by the service and the English message', () => {
    expect(readAs('playstation', out.document).incidents[0]?.title).to.equal(
      'PlayStation Store: You may have trouble in the store.',
    );
  });

  it('counts a problem that only a part of a service has', () => {
    const inOnePart = changed(
      sampleOf(GAME_SAMPLES, 'playstation', 'operational'),
      (page: { countries: { services: { resources: Fields[] }[] }[] }) => {
        page.countries[0]!.services[0]!.resources = [
          { resourceName: 'PS5', status: [{ statusId: 'p', statusType: 'Outage' }] },
          { resourceName: 'PS4', status: [] },
        ];
      },
    );
    const official = readAs('playstation', inOnePart);
    expect(official.status).to.equal('partial_outage');
    expect(official.affected?.names).to.deep.equal(['Account Management (GB)']);
    expect(official.incidents[0]).to.include({ id: 'p', startedAt: null });
  });

  it('can be narrowed to a service everywhere, or in one country', () => {
    const statusOf = (name: string): string =>
      readAs('playstation', out.document, { components: [name] }).status;
    expect(statusOf('PlayStation Store')).to.equal('major_outage');
    expect(statusOf('PlayStation Store (FR)')).to.equal('major_outage');
    expect(statusOf('Account Management')).to.equal('operational');
  });
});

describe('a page of riot', () => {
  it('shows the English title, and the first where there is none', () => {
    const sample = sampleOf(GAME_SAMPLES, 'riot', 'degraded_performance');
    expect(readAs('riot', sample.document).incidents[0]?.title).to.equal('Login Issues');
    const german = changed(sample, (page: { incidents: { titles: Fields[] }[] }) => {
      page.incidents[0]!.titles.pop();
    });
    expect(readAs('riot', german).incidents[0]?.title).to.equal('Anmeldung gestört');
  });
});
