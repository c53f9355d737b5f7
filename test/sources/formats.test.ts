import { expect } from '@open-wc/testing';
import { FeedError, parseFeed } from '../../src/feed/index.js';
import { BROWSER_FORMATS } from '../../src/sources/browser-formats.js';
import {
  JSON_FORMATS,
  readForeignFeed,
  readOfficialPage,
  readVendorPage,
  type OfficialPageOptions,
} from '../../src/sources/index.js';
import { ALL_PAGES, CALM_PAGES, PROBLEM_PAGES } from './all-pages.js';
import { CHECKED_AT_MS, type SamplePage } from './sample-page.js';

const URL_OF_DOCUMENT = 'https://status.vendor.example/data.json';

const optionsOf = (changes: Partial<OfficialPageOptions> = {}): OfficialPageOptions => ({
  url: URL_OF_DOCUMENT,
  checkedAtMs: CHECKED_AT_MS,
  ...changes,
});

// As they come over the network.
const received = ({ document }: SamplePage): unknown => JSON.parse(JSON.stringify(document));

const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof FeedError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
};

describe('the formats of status pages', () => {
  it('have a sample each, of calm and of trouble', () => {
    const names = JSON_FORMATS.map(({ name }) => name);
    for (const pages of [CALM_PAGES, PROBLEM_PAGES]) {
      expect([...new Set(pages.map(({ format }) => format))]).to.have.members(names);
    }
    expect(names).to.include.members(BROWSER_FORMATS.map(({ name }) => name));
  });

  for (const sample of ALL_PAGES) {
    const { format, what, status } = sample;
    describe(`${format}: ${what}`, () => {
      it('is recognised by its own format and no other', () => {
        const recognising = JSON_FORMATS.filter((one) => one.recognise(received(sample)));
        expect(recognising.map(({ name }) => name)).to.deep.equal([format]);
      });

      it(`reads the status ${status}`, () => {
        const official = readOfficialPage(received(sample), optionsOf());
        expect(official.status).to.equal(status);
        expect(official.indicator).to.equal(sample.indicator);
        expect(
          official.incidents.map(({ id, status: progress, impact, startedAt, endedAt }) =>
            [id, progress, impact, startedAt, endedAt].filter(Boolean).join(' '),
          ),
        ).to.deep.equal(sample.incidents ?? []);
        expect(readOfficialPage(received(sample), optionsOf({ format }))).to.deep.equal(official);
      });

      it('reads its components and maintenances', () => {
        const page = readVendorPage(JSON_FORMATS, received(sample), optionsOf());
        const broken = page.components.filter(
          (component) => component.status !== 'operational' && component.status !== undefined,
        );
        expect(broken.map((component) => `${component.name} ${component.status}`)).to.deep.equal(
          sample.components ?? [],
        );
        expect(
          page.maintenances.map(({ id, startsAt, endsAt }) => `${id} ${startsAt} ${endsAt}`),
        ).to.deep.equal(sample.maintenances ?? []);
      });

      it('fits a feed', () => {
        const feed = readForeignFeed(received(sample), {
          url: URL_OF_DOCUMENT,
          nowMs: CHECKED_AT_MS,
        });
        expect(parseFeed(JSON.parse(JSON.stringify(feed)))).to.deep.equal(feed);
      });
    });
  }
});

describe('a named format', () => {
  it('refuses a document of another', () => {
    for (const { name } of JSON_FORMATS) {
      const other = ALL_PAGES.find(({ format }) => format !== name)!;
      const read = (): unknown => readOfficialPage(received(other), optionsOf({ format: name }));
      expect(codeOf(read), name).to.match(
        new RegExp(`^invalid: the document: expected ${name}, got`),
      );
    }
  });

  it('decides what an empty list means', () => {
    const read = (format?: string): unknown => readOfficialPage([], optionsOf({ format }));
    expect(codeOf(() => read())).to.match(/^unsupported: .* got an empty list$/);
    expect(read('aws')).to.include({ status: 'operational' });
    expect(read('google')).to.include({ status: 'operational' });
    expect(read('upptime')).to.include({ status: 'unknown' });
  });
});

describe('a page of several services', () => {
  const apple = PROBLEM_PAGES.find(({ format }) => format === 'apple')!;
  const google = PROBLEM_PAGES.find(({ format }) => format === 'google')!;
  const statusOf = (sample: SamplePage, ...components: string[]): string =>
    readOfficialPage(received(sample), optionsOf({ components })).status;

  it('gives the status of the chosen components', () => {
    expect(statusOf(apple, 'mail')).to.equal('partial_outage');
    expect(statusOf(apple, 'Siri')).to.equal('operational');
    expect(statusOf(apple, 'Siri', 'Mail')).to.equal('partial_outage');
    expect(statusOf(google, 'Gmail')).to.equal('degraded_performance');
    expect(statusOf(google, 'Google Meet')).to.equal('operational');
  });

  it('is unknown for a component that is not on it', () => {
    const kuma = PROBLEM_PAGES.find(({ format }) => format === 'uptime-kuma')!;
    expect(codeOf(() => statusOf(kuma, 'Gone'))).to.equal(
      'invalid: components: expected Gone, found neither',
    );
  });
});
