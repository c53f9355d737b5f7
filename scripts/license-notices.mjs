/**
 * Writes `cdn/licenses.txt`: name, version, licence and its text for each library in the CDN files.
 *
 * @param dependencies From rollup-plugin-license.
 * @throws {Error} When a library has no licence text, which `cdn/licenses.txt` must repeat.
 */
export function licenseNotices(dependencies) {
  const notices = dependencies
    .toSorted((left, right) => left.name.localeCompare(right.name))
    .map(({ name, version, license, licenseText }) => {
      if (!licenseText) throw new Error(`${name} ${version} (${license}) has no licence text`);
      return `${name} ${version} (${license})\n\n${licenseText.trim()}\n`;
    });
  const opening =
    'The outage-status widget contains these libraries, each under its own licence.\n';
  return [opening, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}
