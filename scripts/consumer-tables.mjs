// Tables of docs/frameworks.md, from what the last run of `npm run test:consumers` found.
import {
  APP_ASSERTIONS,
  BUNDLE_ASSERTIONS,
  TEST_ASSERTIONS,
  TYPE_ASSERTIONS,
} from '../test/consumers/support/assertions.mjs';
import { writeSizes } from '../test/consumers/support/sizes-table.mjs';

const WORDS = { ok: 'yes', 'not possible': 'no', failed: '**failed**' };

/** `a`, `a and b`, `a, b and c` */
const listed = (words) => words.join(', ').replace(/, (?=[^,]*$)/, ' and ');

/** What all pages of an app say of one assertion; where they differ, each word with its pages. */
const writeCell = (pages, assertion, noteOf) => {
  const found = Object.entries(pages)
    .filter(([, outcomes]) => outcomes[assertion])
    .map(([page, outcomes]) => ({ page, ...outcomes[assertion] }));
  const kinds = Object.keys(WORDS)
    .map((outcome) => [outcome, found.filter((each) => each.outcome === outcome)])
    .filter(([, each]) => each.length > 0);
  if (kinds.length === 0) return '–';
  return kinds
    .map(([outcome, each]) => {
      const notes = [...new Set(each.flatMap(({ reason }) => (reason ? [noteOf(reason)] : [])))];
      const where = kinds.length > 1 ? `${listed(each.map(({ page }) => page))}: ` : '';
      return `${where}${WORDS[outcome]}${notes.map((note) => ` (${note})`).join('')}`;
    })
    .join('; ');
};

const writeTable = (heading, results, assertions) => {
  const notes = [];
  const noteOf = (reason) => {
    if (!notes.includes(reason)) notes.push(reason);
    return notes.indexOf(reason) + 1;
  };
  const names = Object.keys(assertions);
  const rows = results
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
    .map(({ title, versions, date, pages }) => [
      title,
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
      ...names.map((assertion) => writeCell(pages, assertion, noteOf)),
      date,
    ]);
  const lines = [
    [heading, 'versions', ...names, 'checked'],
    ['---', '---', ...names.map(() => '---'), '---'],
    ...rows,
  ];
  return [
    lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    Object.entries(assertions)
      .map(([name, meaning]) => `- **${name}**: ${meaning}`)
      .join('\n'),
    ...notes.map((note, index) => `(${index + 1}) ${note}.`),
  ].join('\n\n');
};

/** One row for each of the settings that TypeScript was tried with. */
const rowPerPage = ({ title, versions, pages, ...rest }) =>
  Object.entries(pages).map(([page, outcomes]) => ({
    ...rest,
    title: page,
    versions: {
      typescript: Object.values(versions).find((each) => page.includes(` ${each.slice(0, 3)},`)),
    },
    pages: { [title]: outcomes },
  }));

const SIZES = `What a page loads first of an element: the scripts that its HTML names and all that they import statically, each file with \`gzip -9\`, as each bundler builds it for production; Rollup does not minify without a plugin. Ours is \`outage-status/define\` with \`configure\`, with Lit and the styles in it; what follows later, by itself or after a click, is not in it. \`@openstatus/react\` is its \`StatusWidget\` with the style sheet that its documents name, without React and React DOM, which it needs. It shows one word and a link, once, from a React server component. The goal is a first file of at most 0.6 of it; a bare Lit element is larger than that already.`;

/**
 * Writes the tables of frameworks, bundlers, sizes, compilers and tools for tests.
 *
 * @param results The content of test/consumers/results.json.
 * @returns Markdown with headings of the third level: each table, what its columns mean, and why something is not possible.
 */
export function writeConsumerTables(results) {
  const apps = Object.values(results);
  const ofKind = (wanted) => apps.filter(({ kind }) => kind === wanted);
  return [
    '### Frameworks',
    '*early*: the element is defined before the framework renders, or before it takes over the server’s HTML; *late*: after that; *component*: with React’s component instead of the tag. “–”: does not apply.',
    writeTable('framework', ofKind('app'), APP_ASSERTIONS),
    '### Bundles',
    writeTable('bundler', ofKind('bundle'), BUNDLE_ASSERTIONS),
    '### Size of the first file',
    SIZES,
    writeSizes(apps),
    '### TypeScript',
    'A project that imports every entry of the package, with the types of all frameworks installed, `strict`, and without `skipLibCheck`.',
    writeTable('settings', ofKind('types').flatMap(rowPerPage), TYPE_ASSERTIONS),
    '### Tests of a page',
    'A project that tests its own page with [`outage-status/testing`](testing.md), in Chromium.',
    writeTable('tool', ofKind('tests'), TEST_ASSERTIONS),
  ].join('\n\n');
}
