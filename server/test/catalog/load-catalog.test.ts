import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OFFICIAL_FORMATS } from '../../src/vendor-formats/index.js';
import { CatalogError, loadCatalog } from '../../src/catalog/load-catalog.js';

/** The least a file may say, as lines, so that a test can change one and know its number. */
const LINES = [
  'id: demo', // 1
  'name: Demo', // 2
  'kind: Example', // 3
  'url: https://demo.example', // 4
  'expected_reports_per_hour: 2.5', // 5
  'categories:', // 6
  '  - id: one', // 7
  '    label: First part', // 8
  '  - { id: two, label: Second part }', // 9
];

/** The valid file with line `number` (from 1) replaced, or further lines added behind line 9. */
const withLine = (number: number, ...lines: string[]): string =>
  [...LINES.slice(0, number - 1), ...lines, ...LINES.slice(number)].join('\n');

/** A past outage as the only thing to vary is its times. */
const incident = (times: string): string => `  - { id: a, title: A, impact: major, ${times} }`;

let root: string;
let folderCount = 0;

/** Writes files into a new folder and returns its path. */
async function makeFolder(files: Record<string, string>): Promise<string> {
  folderCount += 1;
  const folder = join(root, `folder-${folderCount}`);
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Loads a folder that must be refused and returns the messages with the folder's path cut off. */
async function refusals(folders: readonly string[]): Promise<string[]> {
  try {
    await loadCatalog(folders);
  } catch (error) {
    assert.ok(error instanceof CatalogError);
    assert.equal(error.problems.length, error.message.split('\n').length);
    return error.message.split('\n').map((line) => line.replaceAll(/\S*folder-\d+\/?/g, ''));
  }
  return assert.fail('the catalogue was accepted');
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'catalog-'));
});
after(() => rm(root, { recursive: true }));

describe('loadCatalog with good files', () => {
  it('reads snake_case fields into camelCase and fills in the optional ones', async () => {
    const folder = await makeFolder({ 'demo.yaml': withLine(10) });
    assert.deepEqual(
      await loadCatalog([folder]),
      new Map([
        [
          'demo',
          {
            id: 'demo',
            name: 'Demo',
            kind: 'Example',
            aliases: [],
            url: 'https://demo.example',
            checks: [],
            expectedReportsPerHour: 2.5,
            categories: [
              { id: 'one', label: 'First part' },
              { id: 'two', label: 'Second part' },
            ],
            incidents: [],
            related: [],
          },
        ],
      ]),
    );
  });

  it('returns times as ISO UTC and reads a bare date as its noon', async () => {
    const folder = await makeFolder({
      'demo.yaml': withLine(
        10,
        'incidents:',
        '  - { id: b, title: B, impact: major, started_at: 2019-11-25, ended_at: 2019-11-25T18:00:00Z }',
        '  - { id: a, title: A, impact: critical, started_at: 2016-10-13T01:02:03Z, ended_at: 2016-10-14 }',
      ),
    });
    const incidents = (await loadCatalog([folder])).get('demo')?.incidents;
    assert.deepEqual(
      incidents?.map(({ startedAt, endedAt }) => [startedAt, endedAt]),
      [
        ['2019-11-25T12:00:00Z', '2019-11-25T18:00:00Z'],
        ['2016-10-13T01:02:03Z', '2016-10-14T12:00:00Z'],
      ],
    );
  });

  it('fills in what a check expects, and spells each address in one way', async () => {
    const folder = await makeFolder({
      'demo.yaml': withLine(
        10,
        'checks:',
        '  - url: https://API.demo.example:443/health#now',
        '    expect: { status: 401, text: no key }',
        '    is_the_service: true',
        '  - { url: https://demo.example, expect: { status: 200-299 } }',
        '  - url: https://demo.example/help',
      ),
    });
    assert.deepEqual((await loadCatalog([folder])).get('demo')?.checks, [
      {
        url: 'https://api.demo.example/health',
        expect: { status: { from: 401, to: 401 }, text: 'no key' },
        isTheService: true,
      },
      {
        url: 'https://demo.example/',
        expect: { status: { from: 200, to: 299 } },
        isTheService: false,
      },
      {
        url: 'https://demo.example/help',
        expect: { status: { from: 200, to: 399 } },
        isTheService: false,
      },
    ]);
  });

  it('reads yml and json files too, ignores other files, and sorts by id', async () => {
    const json = {
      id: 'a',
      name: 'A',
      kind: 'K',
      url: 'http://127.0.0.1:8080/',
      expected_reports_per_hour: 0,
      categories: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      related: ['demo'],
    };
    const folder = await makeFolder({
      'demo.yml': withLine(10),
      'a.json': JSON.stringify(json),
      'README.md': '# no',
    });
    assert.deepEqual([...(await loadCatalog([folder])).keys()], ['a', 'demo']);
  });

  it('lets a later folder replace a service and relate to one from an earlier folder', async () => {
    const first = await makeFolder({
      'demo.yaml': withLine(10),
      'base.yaml': withLine(1, 'id: base'),
    });
    const second = await makeFolder({ 'demo.yaml': withLine(2, 'name: Mine', 'related: [base]') });
    const catalog = await loadCatalog([first, second]);
    assert.equal(catalog.get('demo')?.name, 'Mine');
    assert.deepEqual([...catalog.keys()], ['base', 'demo']);
  });
});

describe('loadCatalog with wrong files', () => {
  const rows: [name: string, text: string, ...messages: string[]][] = [
    [
      'a field of the wrong type',
      withLine(8, '    label: 7'),
      'demo.yaml:8:12: categories[0].label: expected a text of 1 to 80 characters, got 7',
    ],
    [
      'an empty text',
      withLine(2, 'name: "  "'),
      'demo.yaml:2:7: name: expected a text of 1 to 80 characters, got "  "',
    ],
    [
      'a text beyond the feed’s limit',
      withLine(2, `name: ${'x'.repeat(81)}`),
      'demo.yaml:2:7: name: expected a text of 1 to 80 characters, got a text of 81 characters',
    ],
    [
      'a missing field, at the map that lacks it',
      withLine(3),
      'demo.yaml:1:1: kind: expected a text of 1 to 80 characters, got nothing',
    ],
    [
      'an unknown field, with what was probably meant',
      withLine(8, '    lable: First part'),
      'demo.yaml:7:5: categories[0].label: expected a text of 1 to 80 characters, got nothing',
      'demo.yaml:8:5: categories[0].lable: unknown field, did you mean label?',
    ],
    [
      'an unknown field that resembles none',
      withLine(10, 'colour: red'),
      'demo.yaml:10:1: colour: unknown field',
    ],
    [
      'a check that is not public, or has a password',
      withLine(
        10,
        'checks:',
        '  - url: http://demo.example/',
        '  - url: https://me:secret@demo.example/',
      ),
      'demo.yaml:11:10: checks[0].url: expected an https address of at most 2048 characters, without a password (http only for this machine), got "http://demo.example/"',
      'demo.yaml:12:10: checks[1].url: expected an https address of at most 2048 characters, without a password (http only for this machine), got "https://me:secret@demo.example/"',
    ],
    [
      'a status that no answer has',
      withLine(
        10,
        'checks:',
        '  - { url: https://demo.example/, expect: { status: 399-200 } }',
        '  - { url: https://demo.example/b, expect: { status: 20 } }',
      ),
      ...[
        [11, 0, '"399-200"'],
        [12, 1, '20'],
      ].map(
        ([line, index, found]) =>
          `demo.yaml:${line}:${index === 0 ? 53 : 54}: checks[${index}].expect.status: expected a status or a range of them such as 200-399, within 100 to 599, the lower first, got ${found}`,
      ),
    ],
    [
      'one address twice in a service',
      withLine(10, 'checks:', '  - url: https://demo.example', '  - url: https://demo.example/#b'),
      'demo.yaml:12:10: checks[1].url: https://demo.example/ is already used by checks[0].url',
    ],
    [
      'more checks than three',
      withLine(10, 'checks:', ...[1, 2, 3, 4].map((n) => `  - url: https://demo.example/${n}`)),
      'demo.yaml:11:3: checks: expected a list of 0 to 3 checks, got a list of 4',
    ],
    [
      'an unknown field inside the guide',
      withLine(10, 'guide:', '  stpes: []'),
      'demo.yaml:11:3: guide.stpes: unknown field, did you mean steps?',
    ],
    [
      'an id that is not the file’s name',
      withLine(1, 'id: other'),
      "demo.yaml:1:5: id: expected the file's name demo, got other",
    ],
    [
      'an id with capitals',
      withLine(7, '  - id: One'),
      'demo.yaml:7:9: categories[0].id: expected an id of lower-case letters, digits and hyphens, 1 to 64 long, starting with a letter or digit, got "One"',
    ],
    [
      'two categories of one id',
      withLine(9, '  - { id: one, label: Second part }'),
      'demo.yaml:9:11: categories[1].id: one is already used by categories[0].id',
    ],
    [
      'a single category',
      withLine(9),
      'demo.yaml:7:3: categories: expected a list of 2 to 12 categories, got a list of 1',
    ],
    [
      'an http address elsewhere',
      withLine(4, 'url: http://demo.example'),
      'demo.yaml:4:6: url: expected an https address of at most 2048 characters (http only for this machine), got "http://demo.example"',
    ],
    [
      'a script address',
      withLine(4, 'url: javascript:alert(1)'),
      'demo.yaml:4:6: url: expected an https address of at most 2048 characters (http only for this machine), got "javascript:alert(1)"',
    ],
    [
      'an unknown status page format',
      withLine(
        10,
        'official: { format: smoke, page: "https://a.example", feed: "https://a.example" }',
      ),
      `demo.yaml:10:21: official.format: expected one of ${OFFICIAL_FORMATS.map(({ name }) => name).join(', ')}, got "smoke"`,
    ],
    [
      'a status page of an unknown vendor',
      withLine(10, 'official: { format: statuspage }'),
      'demo.yaml:10:11: official.page: expected an address, since no page of https://demo.example is known, got nothing',
    ],
    [
      'a format whose data may be anywhere',
      withLine(10, 'official: { format: slack, page: "https://a.example" }'),
      'demo.yaml:10:11: official.feed: expected an address, since it only follows from the formats statuspage, incident-io, instatus, better-stack, cstate, gatus, microsoft-365, azure-devops, oracle-cloud, zendesk, hyperping, statusiq, statusiq-rss, sorry, got nothing',
    ],
    [
      'a negative rate',
      withLine(5, 'expected_reports_per_hour: -1'),
      'demo.yaml:5:28: expected_reports_per_hour: expected a number of reports an hour from 0 to 1000000, got -1',
    ],
    [
      'a day that does not exist',
      withLine(10, 'incidents:', incident('started_at: 2019-02-29, ended_at: 2019-03-01')),
      'demo.yaml:11:51: incidents[0].started_at: expected a real day (2019-11-25) or UTC time (2019-11-25T13:00:00Z) of the years 2000 to 2099, got "2019-02-29"',
    ],
    [
      'a time without its zone',
      withLine(10, 'incidents:', incident('started_at: 2019-02-01T10:00:00, ended_at: 2019-03-01')),
      'demo.yaml:11:51: incidents[0].started_at: expected a real day (2019-11-25) or UTC time (2019-11-25T13:00:00Z) of the years 2000 to 2099, got "2019-02-01T10:00:00"',
    ],
    [
      'an end before its start',
      withLine(10, 'incidents:', incident('started_at: 2019-03-02, ended_at: 2019-03-01')),
      'demo.yaml:11:73: incidents[0].ended_at: expected 2019-03-02T12:00:00Z or later, got 2019-03-01T12:00:00Z',
    ],
    [
      'past outages in the wrong order',
      withLine(
        10,
        'incidents:',
        incident('started_at: 2018-01-01, ended_at: 2018-01-01'),
        incident('started_at: 2019-01-01, ended_at: 2019-01-01').replace('id: a', 'id: b'),
      ),
      'demo.yaml:12:51: incidents[1].started_at: expected newest first, got 2019-01-01T12:00:00Z after 2018-01-01T12:00:00Z',
    ],
    [
      'a related service that does not exist',
      withLine(10, 'related: [demos]'),
      'demo.yaml:10:11: related[0]: there is no service demos in the catalogue',
    ],
    [
      'a service related to itself',
      withLine(10, 'related: [demo]'),
      'demo.yaml:10:11: related[0]: a service is not related to itself',
    ],
    [
      'a text where a map is expected',
      withLine(10, 'guide: later'),
      'demo.yaml:10:8: guide: expected the fields about, steps, faq, got "later"',
    ],
    [
      'broken YAML',
      withLine(2, 'name: [Demo'),
      'demo.yaml:3:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a field written twice',
      withLine(10, 'name: Again'),
      'demo.yaml:10:1: Map keys must be unique',
    ],
    [
      'an alias',
      withLine(2, 'name: &n Demo', 'aliases: [*n]'),
      'demo.yaml:3:11: aliases (*n) are not allowed: write the value out',
    ],
    ['brackets without end', '['.repeat(60_000), 'demo.yaml:1:1: nested too deeply'],
    [
      'an empty file',
      '',
      'demo.yaml:1:1: expected the fields id, name, kind, aliases, url, official, checks, expected_reports_per_hour, categories, reports, guide, incidents, related, got nothing',
    ],
    [
      'a file beyond 256 kB',
      `# ${'x'.repeat(256_000)}`,
      'demo.yaml: expected at most 256000 bytes, got 256002',
    ],
  ];
  for (const [name, text, ...messages] of rows) {
    it(`refuses ${name}, naming the place`, async () => {
      assert.deepEqual(await refusals([await makeFolder({ 'demo.yaml': text })]), messages);
    });
  }

  it('refuses a file that multiplies itself by aliases, within two seconds', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from('bcdefghi', (name, index) => {
        const previous = 'abcdefgh'[index];
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(', ')}]`;
      }),
    ].join('\n');
    const startedAtMs = performance.now();
    const [first] = await refusals([await makeFolder({ 'demo.yaml': bomb })]);
    assert.equal(first, 'demo.yaml:2:8: aliases (*a) are not allowed: write the value out');
    assert.ok(performance.now() - startedAtMs < 2_000);
  });

  it('reports all problems of all files together, in order', async () => {
    const folder = await makeFolder({
      'demo.yaml': withLine(2, 'name: 1').replace('kind: Example', 'kind: 2'),
      'a.yaml': 'id: [',
    });
    const messages = await refusals([folder]);
    assert.deepEqual(
      messages.map((message) => message.slice(0, 'demo.yaml:2:7'.length)),
      [
        ...messages
          .filter((message) => message.startsWith('a.yaml'))
          .map((message) => message.slice(0, 13)),
        'demo.yaml:2:7',
        'demo.yaml:3:7',
      ],
    );
    assert.ok(messages.length >= 3);
  });

  it('refuses an id that is an address of the server itself', async () => {
    const folder = await makeFolder({ 'badge.yaml': withLine(1, 'id: badge') });
    assert.deepEqual(await refusals([folder]), [
      'badge.yaml:1:5: id: badge is an address of the server itself; choose another id',
    ]);
  });

  it('refuses two files with one id in the same folder', async () => {
    const folder = await makeFolder({ 'demo.yaml': withLine(10), 'demo.yml': withLine(10) });
    assert.deepEqual(await refusals([folder]), [
      'demo.yml: the id demo is already used by demo.yaml',
    ]);
  });

  it('refuses an empty folder', async () => {
    assert.deepEqual(await refusals([await makeFolder({ 'notes.txt': '' })]), [
      ': expected at least one .yaml file, found none',
    ]);
  });

  it('refuses a missing folder', async () => {
    assert.deepEqual(await refusals([join(root, 'folder-0')]), [
      ': the folder cannot be read (ENOENT)',
    ]);
  });

  it('refuses an empty list of folders', async () => {
    assert.deepEqual(await refusals([]), ['catalogue: expected at least one folder, got none']);
  });
});
