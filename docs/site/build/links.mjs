// Links between documents: relative paths in the repository, so that they work on a code host, made into the site's own.
import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from './documents.mjs';
import { changeLinks } from './markdown.mjs';

const resolve = (from, link) => (link === '' ? from : posix.join(posix.dirname(from), link));

/** Changes the relative links of a text that moves from one document to another. */
export function moveLinks(text, from, to) {
  const move = (link) => posix.relative(posix.dirname(to), resolve(from, link));
  return changeLinks(
    text,
    ({ mark, name, link, anchor }) => `${mark}[${name}](${move(link)}${anchor})`,
    move,
  );
}

const kindOf = (path) => {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return undefined;
  return stat.isFile() ? 'file' : 'folder';
};

/**
 * Makes the links of a page into those of the site. What is no page is a file to download when it is in `docs/`, else its
 * name: the site knows no address of the repository.
 *
 * @param path Of the page in the repository.
 * @param site.documents See `listDocuments`.
 * @param site.sections See `fillIncludes`.
 * @param site.addFile Called with the path of each file that the site has to have; returns its address.
 * @throws {Error} Names the page and the link that leads nowhere.
 */
export function siteLinks(path, markdown, { documents, sections, addFile }) {
  const pageLink = (target) =>
    posix.relative(posix.dirname(documents.get(path)), documents.get(target));
  const writeLink = ({ all, mark, name, link, anchor }) => {
    const target = resolve(path, link);
    if (mark) return `![${name}](${addFile(target)})`;
    if (documents.has(target)) return `[${name}](${link === '' ? '' : pageLink(target)}${anchor})`;
    if (target === 'README.md') {
      const [page, inside] = (sections.get(target + anchor) ?? '').split('#');
      if (page) return `[${name}](${pageLink(page)}${inside ? `#${inside}` : ''})`;
      if (anchor === '') return `[${name}](${pageLink('docs/site/pages/index.md')})`;
      throw new Error(`${path}: no page of the site has the section ${all}`);
    }
    const kind = kindOf(target);
    if (kind === 'file' && target.startsWith('docs/'))
      return `<a href="/docs${addFile(target)}" target="_self">${name.replaceAll(/`([^`]*)`/g, '<code>$1</code>')}</a>`;
    if (kind) return name.includes('`') ? name : `${name} (\`${target}\`)`;
    throw new Error(`${path}: this link leads nowhere: ${all}`);
  };
  return changeLinks(markdown, writeLink, (link) => addFile(resolve(path, link)));
}
