import { expect } from '@open-wc/testing';
import type { Status } from '../../src/feed/index.js';
import type { VendorComponent } from '../../src/sources/index.js';
import { listAffected } from '../../src/sources/list-affected.js';

const part = (
  name: string,
  status: Status | undefined,
  kind?: VendorComponent['kind'],
): VendorComponent => ({ name, status, kind });

describe('listing the affected parts of a page', () => {
  it('names the worst first, and those of one status in the order of the page', () => {
    const components = [
      part('Slow', 'degraded_performance'),
      part('Down', 'major_outage'),
      part('Fine', 'operational'),
      part('Also slow', 'degraded_performance'),
      part('Partly', 'partial_outage'),
    ];
    expect(listAffected({ components })).to.deep.equal({
      count: 4,
      total: 5,
      names: ['Down', 'Partly', 'Slow', 'Also slow'],
    });
  });

  it('counts no maintenance, no unknown part and no part without a status', () => {
    const components = [
      part('Serviced', 'under_maintenance'),
      part('Strange', 'unknown'),
      part('New', undefined),
    ];
    expect(listAffected({ components })).to.equal(undefined);
    const total = listAffected({ components: [...components, part('Down', 'major_outage')] });
    expect(total).to.deep.equal({ count: 1, total: 3, names: ['Down'] });
  });

  it('counts no group, and knows no total where only broken parts are listed', () => {
    const europe = part('Europe', 'major_outage', 'group');
    expect(listAffected({ components: [europe, part('Oslo', 'operational')] })).to.equal(undefined);
    const oslo = part('Oslo', 'major_outage', 'listed_if_broken');
    expect(listAffected({ components: [europe, oslo] })).to.deep.equal({
      count: 1,
      names: ['Oslo'],
    });
    expect(listAffected({ components: [part('', 'major_outage', 'listed_if_broken')] })).to.equal(
      undefined,
    );
  });

  it('counts parts without a name, and cuts names and their number', () => {
    const components = [
      part('', 'major_outage'),
      ...Array.from({ length: 20 }, () => part('x'.repeat(500), 'partial_outage')),
    ];
    const found = listAffected({ components });
    expect(found).to.include({ count: 21, total: 21 });
    expect(found?.names).to.have.length(10);
    expect(found?.names[0]).to.have.length(120);
  });

  it('says nothing of a page that is a single part', () => {
    expect(listAffected({ components: [part('API', 'major_outage')] })).to.equal(undefined);
    expect(listAffected({ components: [] })).to.equal(undefined);
  });
});
