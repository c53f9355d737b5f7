// Makes the zip file for WordPress: the plugin in packs/wordpress with the widget's files of this version.
//
//   node scripts/pack-wordpress.mjs [FILE]   writes FILE, by default outage-status-wordpress.zip; needs npm run build
//
// The same files give the same bytes, so a published zip can be verified.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const ROOT = join(import.meta.dirname, '..');
const PLUGIN = join(ROOT, 'packs/wordpress');
const NAME = 'outage-status';

// WordPress uses readme.txt; README.md is for readers of the repository.
const LEFT_OUT = ['README.md'];

// Zip stores local times only, from 1980 on.
const TIME = new Date(1980, 0, 1);

const readFolder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/**
 * Collects the plugin's files.
 *
 * @returns {Record<string, Uint8Array>} Contents by path in the zip, sorted.
 * @throws {Error} When the widget has not been built, or plugin and package have different versions.
 */
export function collectPlugin() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const main = readFileSync(join(PLUGIN, 'outage-status.php'), 'utf8');
  if (!main.includes(`'OUTAGE_STATUS_VERSION', '${version}'`)) {
    throw new Error(`packs/wordpress/outage-status.php: OUTAGE_STATUS_VERSION is not ${version}`);
  }
  if (!existsSync(join(ROOT, 'cdn/outage-status.js'))) {
    throw new Error('cdn/outage-status.js is missing: run npm run build first');
  }
  const files = [
    ...readFolder(PLUGIN)
      .filter((path) => !LEFT_OUT.includes(path))
      .map((path) => [path, join(PLUGIN, path)]),
    // The folder has the version in its name, so that a browser never mixes chunks of two versions.
    ...readFolder(join(ROOT, 'cdn')).map((path) => [
      `widget/${version}/${path}`,
      join(ROOT, 'cdn', path),
    ]),
    ['LICENSE', join(ROOT, 'LICENSE')],
  ];
  return Object.fromEntries(
    files
      .map(([path, source]) => [`${NAME}/${path.replaceAll('\\', '/')}`, readFileSync(source)])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The zip file; the same bytes for the same files. */
export const zipPlugin = () => zipSync(collectPlugin(), { level: 9, mtime: TIME });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = process.argv[2] ?? 'outage-status-wordpress.zip';
  const zip = zipPlugin();
  writeFileSync(target, zip);
  console.log(`${target}: ${(zip.length / 1000).toFixed(0)} kB`);
}
