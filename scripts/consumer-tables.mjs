// Tables of docs/frameworks.md, from what the last run of `npm run test:consumers` found.
import { APP_ASSERTIONS, BUNDLE_ASSERTIONS } from '../test/consumers/support/assertions.mjs';

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

/**
 * Writes the tables of frameworks and of bundlers.
 *
 * @param results The content of test/consumers/results.json.
 * @returns Markdown without headings: each table, what its columns mean, and why something is not possible.
 */
export function writeConsumerTables(results) {
  const apps = Object.values(results);
  return [
    writeTable(
      'framework',
      apps.filter(({ isBundle }) => !isBundle),
      APP_ASSERTIONS,
    ),
    writeTable(
      'bundler',
      apps.filter(({ isBundle }) => isBundle),
      BUNDLE_ASSERTIONS,
    ),
  ].join('\n\n');
}
