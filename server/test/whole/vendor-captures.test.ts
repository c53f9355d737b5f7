import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { FeedError, parseFeed } from 'outage-status/feed';
import {
  decodeText,
  mergeDocuments,
  readOfficialPageAs,
  readVendorPage,
  toFeed,
} from 'outage-status/sources';
import { mutate, scramble, seededRandom } from '../../../test/sources/mutate.js';
import {
  OFFICIAL_FORMATS,
  parseOfficialDocument,
  toPlainLine,
} from '../../src/vendor-formats/index.js';
import { EXPECTED, type ExpectedReading } from './vendor-captures.expected.js';

// Captures of real pages are not ours to commit, so they are read from a folder where there is one.
const FOLDER = process.env['FIXTURES_DIR'] ?? resolve('../shared/fixtures');
const ARE_HERE = existsSync(FOLDER);
const SEED = 20_261_122;
const TIMES = 10_000;
const AT_MS = Date.parse('2026-09-23T12:00:00Z');

const FILES = ARE_HERE
  ? readdirSync(FOLDER, { recursive: true })
      .map((name) => join(FOLDER, String(name)))
      .filter((path) => statSync(path).isFile() && !path.endsWith('SOURCES.md'))
      .map((path) => relative(FOLDER, path))
      .toSorted()
  : [];

const readText = (file: string): string => decodeText(readFileSync(join(FOLDER, file)));

const optionsOf = (at: string | undefined, format?: string) => ({
  url: 'https://status.vendor.example/data.json',
  checkedAtMs: at === undefined ? AT_MS : Date.parse(at),
  format,
  toText: toPlainLine,
});

const compare = (document: unknown, expected: ExpectedReading): void => {
  const options = optionsOf(expected.at);
  const official = readOfficialPageAs(OFFICIAL_FORMATS, document, options);
  const page = readVendorPage(OFFICIAL_FORMATS, document, options);
  const open = page.incidents.filter(({ endedAt }) => endedAt === null);
  const broken = page.components.filter(({ status }) => status && status !== 'operational');
  assert.deepEqual(
    {
      status: official.status,
      indicator: official.indicator,
      name: official.name,
      open: open.map(({ status, impact, startedAt }) => `${status} ${impact} ${startedAt}`),
      resolvedCount: page.incidents.length - open.length,
      components: [
        page.components.length,
        ...broken.map(({ name, status }) => `${name} ${status}`),
      ],
      maintenances: page.maintenances.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`),
    },
    {
      status: expected.status,
      indicator: expected.indicator,
      name: expected.name,
      open: expected.open ?? [],
      resolvedCount: expected.resolvedCount ?? 0,
      components: expected.components ?? [0],
      maintenances: expected.maintenances ?? [],
    },
  );
  const feed = toFeed(official, { name: official.name ?? 'Vendor', nowMs: options.checkedAtMs });
  assert.deepEqual(parseFeed(JSON.parse(JSON.stringify(feed))), feed);
};

/** The status of a document, or the code of its refusal. Throws for anything else. */
const statusOf = (makeDocument: () => unknown, at: string | undefined, format?: string): string => {
  try {
    return readOfficialPageAs(OFFICIAL_FORMATS, makeDocument(), optionsOf(at, format)).status;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
};

describe('a reader of captured pages', () => {
  test('has an expectation for every capture', (t) => {
    if (!ARE_HERE) {
      t.diagnostic(`no captures at ${FOLDER}: nothing was compared. Set FIXTURES_DIR.`);
      return;
    }
    assert.deepEqual(FILES, Object.keys(EXPECTED).toSorted());
  });

  for (const file of FILES) {
    test(`reads ${file} as a person would, by one format`, () => {
      const document = parseOfficialDocument(readText(file));
      const expected = EXPECTED[file];
      assert.ok(expected, 'no expectation is written down');
      const recognising = OFFICIAL_FORMATS.filter((format) => format.recognise(document));
      assert.deepEqual(
        recognising.map(({ name }) => name),
        [expected.format],
      );
      compare(document, expected);
    });
  }

  if (ARE_HERE) {
    test('merges Uptime Kuma’s page and heartbeats into what neither says alone', () => {
      const documents = ['status-page', 'heartbeat'].map((part) =>
        parseOfficialDocument(readText(`uptime-kuma/homelab-${part}.v2.handwritten.json`)),
      );
      compare(mergeDocuments(documents), {
        format: 'uptime-kuma',
        status: 'partial_outage',
        name: 'Homelab Status',
        // The fourth has no heartbeat yet.
        components: [
          5,
          'service-b major_outage',
          'service-c under_maintenance',
          'service-e degraded_performance',
        ],
        at: '2026-06-28T16:00:00Z',
      });
    });
  }

  test(`never turns a problem into good news, however broken the page (${TIMES} ways)`, () => {
    const random = seededRandom(SEED);
    const json = FILES.filter((file) => file.endsWith('.json'));
    const documents = json.map((file) => parseOfficialDocument(readText(file)));
    for (let time = 0; time < (ARE_HERE ? TIMES : 0); time += 1) {
      const index = time % json.length;
      const file = String(json[index]);
      const { status, format, at } = EXPECTED[file] as ExpectedReading;
      const { document, what, saysNoProblem } = mutate(documents[index], random);
      const found = statusOf(() => document, at, time % 2 ? format : undefined);
      if (saysNoProblem || status === 'operational') continue;
      assert.notEqual(found, 'operational', `${file}: ${what}`);
    }
  });

  test('refuses scrambled text in our own words', () => {
    const random = seededRandom(SEED + 1);
    // The smaller half: parsing the large ones a thousand times takes long and tells nothing new.
    const texts = FILES.map(readText).filter((text) => text.length < 10_000);
    for (let time = 0; time < (ARE_HERE ? TIMES : 0); time += 1) {
      const text = scramble(String(texts[time % texts.length]), random);
      statusOf(() => parseOfficialDocument(text), undefined);
    }
  });
});
