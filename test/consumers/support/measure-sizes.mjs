// What a page loads first of an element, as each bundler builds it: the scripts of its HTML and what they import statically.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse as parseHtml } from 'parse5';
import { parseAst } from 'rollup/parseAst';
import { buildApp } from './prepare-app.mjs';

/** What each build has as its only content: the page's script, by name. */
const SCRIPTS = {
  element: join(import.meta.dirname, 'bundle/page.js'),
  openstatus: join(import.meta.dirname, 'sizes/openstatus.js'),
  lit: join(import.meta.dirname, 'sizes/lit.js'),
};
const OPENSTATUS_STYLES = 'node_modules/@openstatus/react/dist/styles.css';

const gzipBytes = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

/** What no build contains; Vite writes a script tag for it nevertheless. */
const EXTERNAL = /^react(?:\/|$)/;

/** The scripts that a page names and a browser with modules loads. */
const scriptsOf = ({ attrs = [], childNodes = [], tagName }) => {
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  const isLoaded = tagName === 'script' && attributes.src && !('nomodule' in attributes);
  return [...(isLoaded ? [attributes.src] : []), ...childNodes.flatMap(scriptsOf)];
};

/** Adds a script and all that it imports statically. An import without a path, such as that of React, is external. */
const follow = (path, seen) => {
  if (seen.has(path)) return;
  seen.add(path);
  for (const { type, source } of parseAst(readFileSync(path, 'utf8')).body)
    if (/^(?:Import|Export)/.test(type) && source?.value.startsWith('.'))
      follow(join(dirname(path), source.value), seen);
};

/** Bytes of what a page loads first, each file compressed by itself. */
const firstBytes = (folder) => {
  const files = new Set();
  const page = parseHtml(readFileSync(join(folder, 'index.html'), 'utf8'));
  for (const source of scriptsOf(page).filter((each) => !EXTERNAL.test(each)))
    follow(join(folder, source), files);
  if (files.size === 0) throw new Error('index.html has no script');
  return [...files].reduce((sum, path) => sum + gzipBytes(path), 0);
};

/**
 * Builds the page three times, each time with one thing alone in it, and measures what a visitor loads first.
 *
 * @param app The default export of its consumer.mjs.
 * @param copy Where the app is installed. Its build is overwritten.
 * @returns gzip bytes: `element`, ours with Lit; `lit`, a bare element; `openstatus`, the script of `@openstatus/react`
 *   without React; `openstatusStyles`, its style sheet as published.
 */
export async function measureSizes(app, copy) {
  const sizes = {};
  for (const other of ['again.js', 'client.js']) writeFileSync(join(copy, other), 'export {};\n');
  for (const [name, script] of Object.entries(SCRIPTS)) {
    writeFileSync(join(copy, 'page.js'), readFileSync(script));
    await buildApp(app, copy);
    sizes[name] = firstBytes(join(copy, app.serve));
  }
  return { ...sizes, openstatusStyles: gzipBytes(join(copy, OPENSTATUS_STYLES)) };
}
