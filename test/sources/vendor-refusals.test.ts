import { expect } from '@open-wc/testing';
import { parseDocument } from '../../src/sources/index.js';
import { changed, errorOf, readAs, sampleOf, type Change, type Fields } from './read-sample.js';
import { GAME_SAMPLES } from './samples-games.js';
import { GIANT_SAMPLES } from './samples-giants.js';

const SAMPLES = [...GAME_SAMPLES, ...GIANT_SAMPLES];

/** What a vendor's server sends in place of the data. */
const ERROR_BODIES: readonly unknown[] = [
  {},
  null,
  'Service Unavailable',
  { status: 503 },
  { error: 'Direct API access not allowed' },
  { Message: 'No HTTP resource was found that matches the request URI.' },
  {
    status: {
      message: 'Cannot process request apikey or authorization header is empty',
      status_code: 401,
    },
  },
  { errors: [{ status: '429', title: 'Too many requests' }] },
  [{ message: 'Instance not found' }],
];

/** By format, a part that its pages always have, and how to take it away from a calm page. */
const HALVES: readonly (readonly [format: string, what: string, change: Change])[] = [
  ['playstation', 'the events of the region', (page: Fields) => delete page['status']],
  [
    'playstation',
    'the services of a country',
    (page: { countries: Fields[] }) => delete page.countries[1]!['services'],
  ],
  [
    'playstation',
    'the events of a service',
    (page: { countries: { services: Fields[] }[] }) =>
      delete page.countries[0]!.services[0]!['status'],
  ],
  ['xbox', 'the apps', (page: Fields) => delete page['Titles']],
  [
    'xbox',
    'the headline',
    (page: { Status: { Overall: Fields } }) => delete page.Status.Overall['State'],
  ],
  ['riot', 'the list of incidents', (page: Fields) => (page['incidents'] = null)],
  ['riot', 'the list of maintenance', (page: Fields) => (page['maintenances'] = null)],
  ['salesforce', 'the state of an instance', (page: Fields[]) => delete page[1]!['status']],
  ['microsoft-365', 'the word of a service', (page: Fields[]) => delete page[1]!['Status']],
  ['azure-devops', 'the services', (page: Fields) => delete page['services']],
  [
    'azure-devops',
    'the geographies of a service',
    (page: { services: Fields[] }) => delete page.services[1]!['geographies'],
  ],
  [
    'oracle-cloud',
    'the services of a region',
    (page: { regionHealthReports: Fields[] }) =>
      (page.regionHealthReports[1]!['serviceHealthReports'] = []),
  ],
  [
    'zendesk',
    'the incidents to which something is included',
    (page: Fields) => (page['included'] = [{ id: '9', type: 'service' }]),
  ],
];

describe('what a vendor sends in place of its page', () => {
  for (const format of new Set(SAMPLES.map((sample) => sample.format))) {
    it(`is no page of ${format}`, () => {
      for (const body of ERROR_BODIES) {
        expect(
          errorOf(() => readAs(format, body)),
          JSON.stringify(body),
        ).to.match(new RegExp(`^invalid: the document: expected ${format}, got `));
      }
    });
  }

  it('is refused as a page to log in at, and cut short', () => {
    for (const page of ['<!DOCTYPE html><title>Sign in</title>', '<ServiceStatus />']) {
      expect(errorOf(() => parseDocument(page))).to.equal(
        'invalid: the document: expected JSON, got a page of HTML or XML',
      );
    }
    for (const { document } of SAMPLES) {
      const text = JSON.stringify(document);
      expect(errorOf(() => parseDocument(text.slice(0, text.length / 2)))).to.equal(
        'invalid: the document: expected JSON, got something else',
      );
    }
  });
});

describe('half a page', () => {
  for (const [format, what, change] of HALVES) {
    it(`is not known to be fine: ${format} without ${what}`, () => {
      const calm = sampleOf(SAMPLES, format, 'operational');
      expect(readAs(format, changed(calm)).status).to.equal('operational');
      expect(readAs(format, changed(calm, change)).status).to.equal('unknown');
    });
  }
});
