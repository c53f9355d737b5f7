// WordPress as published, in a folder of its own for each version.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { unpackDebian } from './debian-packages.mjs';

const BUILDS = join(import.meta.dirname, '../node_modules/@wp-playground/wordpress-builds');

/** What WordPress's package needs of others: Debian keeps these files apart. */
const DEBIAN_PARTS = [
  'libjs-cropper',
  'libjs-jquery-ui',
  'libjs-lodash',
  'libjs-underscore',
  'libphp-phpmailer',
  'php-getid3',
];

/** From npm: PHP in a zip file, and the files for browsers beside it. */
function unpackBuild(version, folder) {
  const zip = unzipSync(readFileSync(join(BUILDS, `src/wordpress/wp-${version}.zip`)));
  for (const [path, content] of Object.entries(zip)) {
    // Its database and settings are of the makers' own first run.
    if (/^wp-content\/database\/|^wp-config\.php$/.test(path)) continue;
    const target = join(folder, path);
    mkdirSync(path.endsWith('/') ? target : join(target, '..'), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(target, content);
  }
  cpSync(join(BUILDS, `public/wp-${version}`), folder, { recursive: true });
}

/** From Debian; cp follows its links into other packages. */
function unpackPackage(branch, theme, folder) {
  const work = mkdtempSync(join(tmpdir(), 'outage-status-debian-'));
  try {
    const root = unpackDebian(
      branch,
      ['wordpress', `wordpress-theme-${theme}`, ...DEBIAN_PARTS],
      work,
    );
    const source = join(root, 'usr/share/wordpress');
    // Leads to the settings of the machine's web server.
    rmSync(join(source, '.htaccess'), { force: true });
    execFileSync('cp', ['-rL', `${source}/.`, folder]);
    rmSync(join(folder, 'wp-config.php'));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The versions to try: a name, and how their files get into an empty folder. */
export const WORDPRESS = [
  { name: '6.5', unpack: (folder) => unpackBuild('6.5', folder) },
  { name: 'newest', unpack: (folder) => unpackPackage('sid', 'twentytwentyfive', folder) },
];
