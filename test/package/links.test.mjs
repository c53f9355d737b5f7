import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['docs', 'packs', 'demo', 'findings'];
/** Written by the build of the documentation site, and its packages. */
const BUILT = /\/(?:\.pages|dist|node_modules)\//;
const LINK = /\]\((?!\w+:)([^()#\s]*)(?:#([^()\s]+))?(?: "[^"]*")?\)/g;

const pages = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name)),
  ),
].filter((name) => name.endsWith('.md') && !BUILT.test(name));

const withoutCode = (text) => text.replaceAll(/```[\s\S]*?```/g, '');

/** The anchors that code hosts give to the headings of a page. */
const anchorsOf = (file) =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const brokenLinks = (page) =>
  [...withoutCode(readFileSync(join(ROOT, page), 'utf8')).matchAll(LINK)]
    .filter(([, path, anchor]) => {
      const target = path ? join(ROOT, dirname(page), path) : join(ROOT, page);
      if (!existsSync(target)) return true;
      return anchor && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
    })
    .map(([link]) => link);

describe('links of the documents', () => {
  for (const page of pages) {
    it(`${page} links to files and headings that exist`, () => {
      assert.deepEqual(brokenLinks(page), []);
    });
  }
});
