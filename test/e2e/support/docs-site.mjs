// The built documentation site, read from its files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'parse5';
import { runCommand } from '../../../scripts/run-command.mjs';

const FOLDER = join(import.meta.dirname, '../../../docs/site/dist');
/** Where the server has it. */
export const BASE = '/docs/';

/** Builds the site unless it is current. */
export async function buildSite() {
  const script = join(import.meta.dirname, '../../../scripts/docs-site.mjs');
  const { code, output } = await runCommand([process.execPath, script, '--if-needed']);
  if (code !== 0) throw new Error(output);
}

const walk = (node, visit) => {
  visit(node);
  for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])])
    walk(child, visit);
};

/** @returns {{ tag: string, attributes: Record<string, string>, text: string }[]} Every element of a page. */
const readElements = (html) => {
  const elements = [];
  walk(parse(html), ({ tagName, attrs = [], childNodes = [] }) => {
    if (!tagName) return;
    const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    const text = childNodes.map(({ value = '' }) => value).join('');
    elements.push({ tag: tagName, attributes, text });
  });
  return elements;
};

/**
 * Reads every page.
 *
 * @returns {Map<string, { tag: string, attributes: Record<string, string>, text: string }[]>} Elements by the page's address.
 */
export const readPages = () =>
  new Map(
    readdirSync(FOLDER, { recursive: true })
      .filter((name) => name.endsWith('.html'))
      .map((name) => [
        BASE + name.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''),
        readElements(readFileSync(join(FOLDER, name), 'utf8')),
      ]),
  );

/** Whether the site has a file of that address, which is no page. */
export const hasFile = (address) => existsSync(join(FOLDER, posix.relative(BASE, address)));
