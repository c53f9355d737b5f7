import { expect } from '@open-wc/testing';
import { FeedError } from '../../src/feed/index.js';
import { parseDocument, readOfficialPage } from '../../src/sources/index.js';
import { ALL_PAGES, PROBLEM_PAGES } from './all-pages.js';
import { CHECKED_AT_MS } from './sample-page.js';

const FORMATS = ['uptimerobot', 'statuspal', 'statusiq', 'hyperping', 'sorry'];

const read = (document: unknown, format?: string, url = 'https://status.vendor.example/data') =>
  readOfficialPage(document, { url, checkedAtMs: CHECKED_AT_MS, format });

const refusalOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof FeedError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
};

const sampleOf = (format: string, what: string): Record<string, unknown> =>
  structuredClone(
    ALL_PAGES.find((page) => page.format === format && page.what === what)!.document,
  ) as Record<string, unknown>;

describe('what is no page of a hosted service', () => {
  const ERRORS: readonly object[] = [
    { error: 'Unauthorized' },
    { errors: { detail: 'Not Found' } },
    { stat: 'fail', error: { type: 'not_found', message: 'psp not found.' } },
    { status: 'error', message: 'Rate limit exceeded' },
    { code: 1124, message: 'Resource does not exist', data: {} },
    { response: [] },
    { status_page: { name: 'Vendor' } },
  ];

  for (const format of FORMATS) {
    it(`is refused under the name ${format}: an error's body`, () => {
      for (const body of ERRORS) {
        const expected = `invalid: the document: expected ${format}, got an object with ${Object.keys(body).join(', ')}`;
        expect(refusalOf(() => read(body, format))).to.equal(expected);
      }
    });
  }

  it("is not recognised: an error's body", () => {
    for (const body of ERRORS) {
      expect(refusalOf(() => read(body))).to.match(/^unsupported: the document: expected one of /);
    }
  });

  it('is refused: a login page in place of the data', () => {
    const login = '<!doctype html><html><title>Log in</title><form></form></html>';
    expect(refusalOf(() => read(parseDocument(login)))).to.equal(
      'invalid: the document: expected JSON, got a page of HTML or XML',
    );
  });

  it('is refused: half a page', () => {
    for (const { format, document } of PROBLEM_PAGES.filter((page) =>
      FORMATS.includes(page.format),
    )) {
      const text = JSON.stringify(document);
      const half = text.slice(0, Math.floor(text.length / 2));
      expect(
        refusalOf(() => read(parseDocument(half), format)),
        format,
      ).to.equal('invalid: the document: expected JSON, got something else');
    }
  });
});

describe('a page of UptimeRobot', () => {
  const UP = 'every monitor that is not paused is up';

  it('is unknown when it does not say that it was answered', () => {
    expect(read({ ...sampleOf('uptimerobot', UP), status: 'error' }).status).to.equal('unknown');
  });

  it('counts the parts that it does not list', () => {
    const { affected } = read(
      sampleOf('uptimerobot', 'the monitor that is down is on the next page'),
    );
    expect(affected).to.deep.equal({ count: 1, total: 3, names: [] });
  });

  it('takes no number of monitors that no page has', () => {
    const page = sampleOf('uptimerobot', UP);
    page['statistics'] = { counts: { up: 1e9, down: 0.5, paused: -1 } };
    expect(read(page).status).to.equal('operational');
    page['psp'] = { ...(page['psp'] as object), totalMonitors: 1e9 };
    expect(read(page).status).to.equal('unknown');
  });

  it('refuses monitors that are no list', () => {
    const page = sampleOf('uptimerobot', UP);
    page['psp'] = { totalMonitors: 1, monitors: { 1: 'success' } };
    expect(refusalOf(() => read(page))).to.equal(
      'invalid: psp.monitors: expected a list, got an object',
    );
  });
});

describe('a page of StatusPal', () => {
  const ANNOUNCED = 'work is announced';

  it('is linked by its subdomain, and not to the website of the vendor', () => {
    const urlOf = (url: string) => read(sampleOf('statuspal', ANNOUNCED), undefined, url).url;
    expect(urlOf('https://statuspal.eu/api/v2/status_pages/vendor/summary')).to.equal(
      'https://vendor.statuspal.eu/',
    );
    expect(urlOf('https://status.vendor.example/copy.json')).to.equal(
      'https://status.vendor.example/',
    );
  });

  it('is not green by a type that is missing, only by one that is null', () => {
    const page = sampleOf('statuspal', ANNOUNCED);
    page['services'] = [{ id: 1, name: 'Service', children: [] }];
    expect(read(page).status).to.equal('unknown');
    page['services'] = [{ id: 1, name: 'Service', children: [], current_incident_type: null }];
    expect(read(page).status).to.equal('operational');
  });

  it('counts ongoing work of the older summary, which lists it as an incident', () => {
    const page = sampleOf('statuspal', ANNOUNCED);
    page['incidents'] = [
      { title: 'Upgrade', type: 'scheduled', starts_at: '2026-11-22T08:00:00', ends_at: null },
    ];
    const { status, incidents } = read(page);
    expect([status, incidents[0]?.impact, incidents[0]?.startedAt]).to.deep.equal([
      'under_maintenance',
      'maintenance',
      '2026-11-22T08:00:00Z',
    ]);
  });

  it('refuses services that lie in each other without an end', () => {
    const page = sampleOf('statuspal', ANNOUNCED);
    let service: object = { name: 'Service', current_incident_type: null };
    for (let depth = 0; depth < 5000; depth += 1) service = { ...service, children: [service] };
    page['services'] = [service];
    expect(refusalOf(() => read(page))).to.match(
      /^invalid: services\[0\](?:\.children\[0\]){7}\.children: expected at most 8 levels, got 9$/,
    );
  });
});

describe('a page of Sorry', () => {
  const OLD = 'only old notices';
  const withNotice = (notice: object): Record<string, unknown> => {
    const page = sampleOf('sorry', OLD);
    (page['response'] as Record<string, unknown>)['notices'] = [notice];
    return page;
  };

  it('counts a notice of no known type and state as a problem, until its place in time is the past', () => {
    const statusOf = (place: string) =>
      read(withNotice({ id: 1, type: 'general', state: 'open', timeline_state: place })).status;
    expect(statusOf('present')).to.equal('degraded_performance');
    expect(statusOf('past_recent')).to.equal('operational');
  });

  it('takes the word of its own address for the whole, and its address for that of the page', () => {
    const page = sampleOf('sorry', 'the word of its own address');
    expect(read(page)).to.include({ status: 'operational', url: 'https://status.vendor.example/' });
    for (const state of ['garbled', null, 7]) {
      page['page'] = { ...(page['page'] as object), state };
      expect(read(page).status, String(state)).to.equal('unknown');
    }
  });

  it('takes a false alarm as over, and cancelled work as none', () => {
    const alarm = {
      id: 1,
      type: 'unplanned',
      state: 'false_alarm',
      began_at: '2026-11-22T08:00:00Z',
    };
    const work = { ...alarm, type: 'planned', state: 'cancelled', timeline_state: 'present' };
    expect(read(withNotice(alarm)).status).to.equal('operational');
    expect(read(withNotice(work))).to.deep.include({ status: 'operational', incidents: [] });
  });
});

describe('a page of StatusIQ', () => {
  it('counts work as under way by its severity, where no progress is known', () => {
    const page = sampleOf('statusiq', 'work under way');
    const data = page['data'] as Record<string, unknown>;
    data['active_incident_details'] = [
      { enc_inc_id: 'i1', incident_title: 'Upgrade', incident_severity_id: 4 },
    ];
    expect(read(page).incidents.map(({ impact }) => impact)).to.deep.equal(['maintenance']);
  });

  it('is unknown for a component of a code that the apps of its vendor show as operational', () => {
    for (const code of [0, 7, '', null]) {
      const page = sampleOf('statusiq', 'information alone');
      const data = page['data'] as Record<string, unknown>;
      data['current_status'] = [{ display_name: 'Site', component_status: code }];
      expect(read(page).status, String(code)).to.equal('unknown');
    }
  });
});
