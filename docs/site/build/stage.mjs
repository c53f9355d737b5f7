// Writes the pages that the generator reads: every document with the site's links, and the files that they link to.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listDocuments, ROOT } from './documents.mjs';
import { fillIncludes } from './includes.mjs';
import { siteLinks } from './links.mjs';

const SITE = join(ROOT, 'docs/site');

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Documents with wide tables, and a short outline, which gives its room to them. */
const WIDE = ['docs/feed-format.md', 'docs/vendor-pages.md'];
const WIDE_MATTER = '---\npageClass: wide\naside: false\n---\n\n';

/** A page with live examples may stand for a section of README.md, which then is in no other page. */
const REPLACES = /^---\n(?:.*\n)*?replaces: (\S+)\n(?:.*\n)*?---\n/;

/**
 * Writes everything into a folder, which it empties before.
 *
 * @throws {Error} Names a document and its link or part that does not exist.
 */
export function stagePages(folder) {
  rmSync(folder, { recursive: true, force: true });
  const documents = listDocuments();
  const sections = new Map();
  // All of them before the first link: a section may be in any page.
  const pages = [...documents.keys()].map((path) => [
    path,
    fillIncludes(path, readFileSync(join(ROOT, path), 'utf8'), sections),
  ]);
  for (const [path, page] of pages) {
    const [, section] = REPLACES.exec(page) ?? [];
    if (section) sections.set(section, path);
  }
  const files = new Set();
  const addFile = (path) => {
    files.add(path);
    return `/files/${path.replace(/^docs\//, '')}`;
  };
  for (const [path, page] of pages) {
    const text = siteLinks(path, page, { documents, sections, addFile });
    write(join(folder, documents.get(path)), WIDE.includes(path) ? WIDE_MATTER + text : text);
  }
  for (const path of files) {
    const copy = join(folder, 'public', addFile(path));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(ROOT, path), copy);
  }
  copyFileSync(join(ROOT, 'custom-elements.json'), join(folder, 'custom-elements.json'));
  copyFileSync(join(ROOT, 'demo/icon.svg'), join(folder, 'public/icon.svg'));
  cpSync(join(SITE, 'examples'), join(folder, 'public/examples'), { recursive: true });
}
