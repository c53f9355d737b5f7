// Puts parts of other documents into a page. In the page's source such a part is a link on a line of its own, with a title:
//
//   [With a bundler](../../../README.md#with-a-bundler "include")           a section, without its heading
//   [The card](../../../README.md "include snippet: card")                  a marked snippet
//   [page.css](../../examples/modal/page.css "include code")                a file, as code
//   [All decisions](../../../decisions "include list")                      a folder, as a list of its documents
//
// so that it leads there on a code host too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { ROOT } from './documents.mjs';
import { moveLinks } from './links.mjs';
import { cutSection, cutSnippet } from './markdown.mjs';

const INCLUDE =
  /^\[([^\]]*)\]\(([^\s#)]+)(?:#(\S+))? "include(?: (code|list|snippet: [^"]+))?"\)$/gm;
const EXAMPLE_SERVER = 'https://status.example';

/** The level of the last heading above a place in a page. */
const levelAt = (page, index) =>
  [...page.slice(0, index).matchAll(/^(#+) /gm)].at(-1)?.[1].length ?? 1;

/** An example runs on this server; who copies it has another. */
const showFile = (name, text) =>
  [
    `\`\`\`${extname(name).slice(1)} [${name}]`,
    text.trim().replaceAll(/(?<=src=")\/(?=widget\/)/g, `${EXAMPLE_SERVER}/`),
    '```',
  ].join('\n');

/** The title of a document: its first heading. */
export const titleOf = (markdown) => /^# (.*)$/m.exec(markdown)?.[1];

const listFolder = (link, folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map(
      (name) => `- [${titleOf(readFileSync(join(ROOT, folder, name), 'utf8'))}](${link}/${name})`,
    )
    .join('\n');

/**
 * Fills in a page's parts.
 *
 * @param path Of the page in the repository.
 * @param sections Filled: from `document#anchor` to the path of the page that has it now.
 * @throws {Error} Names the page and the part that does not exist.
 */
export const fillIncludes = (path, page, sections) =>
  page.replaceAll(INCLUDE, (all, name, link, anchor, kind, index) => {
    const source = posix.join(posix.dirname(path), link);
    const fail = () => {
      throw new Error(`${path}: there is no such part: ${all}`);
    };
    if (!existsSync(join(ROOT, source))) return fail();
    if (kind === 'list') return listFolder(link, source);
    const text = readFileSync(join(ROOT, source), 'utf8');
    if (kind === 'code') return showFile(name, text);
    if (kind) return cutSnippet(text, kind.slice('snippet: '.length)) ?? fail();
    const level = levelAt(page, index);
    const section = cutSection(text, anchor, level) ?? fail();
    for (const [at, inside] of section.anchors.entries())
      sections.set(`${source}#${inside}`, at === 0 ? path : `${path}#${inside}`);
    return moveLinks(section.text, source, path);
  });
