// The table of what a page loads first, for the output of a run and for docs/frameworks.md.

/** What ours may be of the other at most. */
const TARGET = 0.6;

const inKb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Writes the table of sizes.
 *
 * @param results Apps as results.json has them.
 * @returns Markdown; `undefined` if no app was measured.
 */
export function writeSizes(results) {
  const rows = results
    .filter(({ sizes }) => sizes)
    .map(({ title, versions, sizes }) => {
      const theirs = sizes.openstatus + sizes.openstatusStyles;
      const share = sizes.element / theirs;
      return [
        title,
        Object.values(versions).join(', '),
        inKb(sizes.element),
        inKb(sizes.lit),
        `${inKb(theirs)} (${inKb(sizes.openstatus)} + ${inKb(sizes.openstatusStyles)})`,
        share.toFixed(1),
        share <= TARGET ? 'met' : '**missed**',
      ];
    })
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  if (rows.length === 0) return undefined;
  const heading = [
    'bundler',
    'version',
    '`outage-status`, with Lit',
    'a bare Lit element',
    '`@openstatus/react`, without React (script + styles)',
    'ours ÷ theirs',
    `at most ${TARGET}`,
  ];
  return [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
