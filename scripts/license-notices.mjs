/**
 * The text of `cdn/licenses.txt`: name, version, licence and its text for each library in the files.
 *
 * @param dependencies As rollup-plugin-license gives them.
 * @throws {Error} When a library brings no licence text, as its notice could not be passed on then.
 */
export function licenseNotices(dependencies) {
  const notices = dependencies
    .toSorted((left, right) => left.name.localeCompare(right.name))
    .map(({ name, version, license, licenseText }) => {
      if (!licenseText) throw new Error(`${name} ${version} (${license}) brings no licence text`);
      return `${name} ${version} (${license})\n\n${licenseText.trim()}\n`;
    });
  const opening =
    'The outage-status widget contains these libraries, each under its own licence.\n';
  return [opening, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}
