// What people copy out of documents, compared with what the builder writes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { defaultTreeAdapter as tree, parseFragment } from 'parse5';
import { writeForumFrame } from '../../../src/render/snippet/frame-snippet.js';
import { roomStyle } from '../../../src/render/snippet/room.js';
import { writeTag } from '../../../src/render/snippet/widget-snippet.js';

const ROOT = join(import.meta.dirname, '../../../..');
// What was written, when, and why: no place to copy from.
const HISTORY = /^(CHANGELOG\.md|docs\/decisions\/)/;

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    // Not what is installed, nor what the documentation site is built from.
    .filter((path) => path.endsWith(ending) && !/node_modules|\.pages/.test(path))
    .map((path) => join(folder, path));

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...filesIn('docs', '.md'),
  ...filesIn('packs', '.md'),
  ...filesIn('demo', '.md'),
].filter((path) => !HISTORY.test(path));

type Element = ReturnType<typeof tree.createElement>;
function* elementsIn(node: Parameters<typeof tree.getChildNodes>[0]): Generator<Element> {
  for (const child of tree.getChildNodes(node)) {
    if (!tree.isElementNode(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}
const attributesOf = (element: Element | undefined): Record<string, string> =>
  Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]));

/**
 * Tags to copy into a page, those with attributes. The code of frameworks is left out, and so are tables, which show how one
 * spells an attribute.
 */
const tagsIn = (text: string): string[] =>
  [
    ...text
      .replaceAll(/^\|.*$|^```(js|jsx|ts|vue|svelte|astro)\n[^]*?^```$/gm, '')
      .matchAll(/<outage-status\s[^]*?(?:\/>|<\/outage-status>)/g),
  ]
    .map(([tag]) => tag)
    .filter((tag) => !tag.endsWith('/>'));

/** The same tag as the module writes it. */
const rewrite = (tag: string): string => {
  const [element, , link] = [...elementsIn(parseFragment(tag))];
  const [text] = link ? tree.getChildNodes(link) : [];
  return writeTag(attributesOf(element), {
    href: attributesOf(link)['href'] ?? '',
    text: text && tree.isTextNode(text) ? tree.getTextNodeContent(text) : '',
  }).text;
};

describe('a document', () => {
  test('shows no tag but those that the builder would give out', () => {
    const found = documents.flatMap((path) =>
      tagsIn(readFileSync(join(ROOT, path), 'utf8')).map((tag) => ({ path, tag })),
    );
    assert.ok(found.length >= 3);
    for (const { path, tag } of found) assert.equal(tag, rewrite(tag), path);
  });

  test('shows frames with their room, and start tags in one line', () => {
    for (const path of documents) {
      const text = readFileSync(join(ROOT, path), 'utf8');
      for (const [frame] of text.matchAll(/<iframe\s[^]*?>/g)) {
        assert.match(frame, /^<iframe src="[^\n]* width="\d+" height="\d+"[^\n]*>$/, path);
      }
      for (const [block] of text.matchAll(/^ *```html\n[^]*?^ *```$/gm)) {
        assert.doesNotMatch(block, /^\s*>/m, path);
      }
    }
  });
});

describe('a pack', () => {
  test('keeps the room of each look as the builder does', () => {
    const sources = ['.js', '.astro', '.html', '.php'].flatMap((ending) =>
      filesIn('packs', ending),
    );
    const rooms = sources
      .map((path) => readFileSync(join(ROOT, path), 'utf8').match(/display:[\w-]+;[^"']+/g))
      .filter((found) => found !== null);
    assert.ok(rooms.length >= 6);
    const expected = ['auto', 'card', 'badge', 'compact'].map((variant) => roomStyle({ variant }));
    for (const found of rooms) assert.deepEqual(found, expected);
  });

  test('has the frame that the builder writes for strangers', () => {
    for (const [path, id] of [
      ['packs/phpbb/replacement.html', '{IDENTIFIER}'],
      ['packs/xenforo/bb_code_media_sites.xml', '{$id}'],
    ] as const) {
      const frame = { src: `https://status.example/embed/${id}`, title: `${id} status` };
      const { text } = writeForumFrame({ ...frame, look: 'card' });
      assert.ok(readFileSync(join(ROOT, path), 'utf8').includes(text), path);
    }
  });
});

test('every tag in the pages of the demo keeps the room of its attributes', () => {
  // The formatter writes spaces and a last semicolon.
  const plain = (style = ''): string => style.replaceAll(/\s|;\s*$/g, '');
  const pages = filesIn('demo', '.html').map((path) => ({
    path,
    elements: [...elementsIn(parseFragment(readFileSync(join(ROOT, path), 'utf8')))],
  }));
  const tags = pages.flatMap(({ path, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'outage-status')
      .map((element) => ({ path, element })),
  );
  assert.ok(tags.length >= 5);
  for (const { path, element } of tags) {
    const [room] = [...elementsIn(element)];
    const expected = roomStyle(attributesOf(element));
    assert.equal(plain(attributesOf(room)['style']), plain(expected), path);
  }
});
