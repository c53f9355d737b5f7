// Which Markdown of the repository becomes a page of the site, and at which address. The files stay where they are.
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The repository. */
export const ROOT = join(import.meta.dirname, '../../..');
/** The site's own pages, which are Markdown too. */
const OWN_PAGES = 'docs/site/pages';

const markdownIn = (folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

const packs = () =>
  readdirSync(join(ROOT, 'packs'))
    .map((name) => `packs/${name}/README.md`)
    .filter((path) => existsSync(join(ROOT, path)));

const ownPages = () =>
  readdirSync(join(ROOT, OWN_PAGES), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(OWN_PAGES, name));

/** `docs/decisions/0003-store.md` → `decisions/0003-store.md`; a folder's README is its index. */
const pageOf = (path) =>
  path
    .replace(/^docs\/site\/pages\//, '')
    .replace(/^docs\//, '')
    .replace(/\/README\.md$/, '/index.md')
    .replace(/^[A-Z]+\.md$/, (name) => name.toLowerCase());

/**
 * Lists the documents. README.md is none: its sections are in the site's own pages.
 *
 * @returns {Map<string, string>} From a path in the repository to the page's path in the site, both with slashes.
 */
export const listDocuments = () =>
  new Map(
    [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'PRIVACY.md',
      ...markdownIn('docs'),
      ...markdownIn('docs/decisions'),
      ...markdownIn('docs/measurements'),
      'packs/README.md',
      ...packs(),
      'findings/README.md',
      ...ownPages(),
    ].map((path) => [path, pageOf(path)]),
  );
