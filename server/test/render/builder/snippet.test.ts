import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse as parseBBCode } from '@bbob/parser';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { defaultTreeAdapter as tree, parseFragment } from 'parse5';
import { BADGE_SIZES } from '../../../src/render/badge.js';
import { OPTIONS, optionsOf, type Options } from '../../../src/render/builder/options.js';
import { type Kind, type Place, PLACES } from '../../../src/render/builder/places.js';
import {
  addressesOf,
  type Embedding,
  titleOf,
  writeSnippet,
} from '../../../src/render/builder/snippet.js';
import { roomStyle } from '../../../src/render/snippet/room.js';
import { HOSTILE_NAMES } from '../../helpers/state-server.js';

const RELEASE = { label: '0.1.0-0123abcd', integrity: 'sha384-a+/b=', folder: 'nowhere' };
const name = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES, '](javascript:1) [x', '[/url][img]x', '\\', '`a` **b** _c_ :)'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);
const serverUrl = fc.constantFrom(
  'https://status.example',
  'http://127.0.0.1:4780',
  'https://example.org/a(b)/[c]',
  "https://example.org/it's",
);
const placesAndKinds = Object.values(PLACES).flatMap((place: Place) =>
  place.kinds.map((kind) => ({ place, kind })),
);
const options: fc.Arbitrary<Options> = fc.record({
  look: fc.constantFrom(...OPTIONS.look),
  theme: fc.constantFrom(...OPTIONS.theme),
  language: fc.constantFrom(...OPTIONS.language),
  size: fc.constantFrom(...BADGE_SIZES),
  version: fc.constantFrom(...OPTIONS.version),
});
const embeddings = (kinds: readonly Kind[]): fc.Arbitrary<Embedding> =>
  fc
    .record({
      target: fc.constantFrom(...placesAndKinds.filter(({ kind }) => kinds.includes(kind))),
      service: fc.record({ id: fc.constantFrom('kik', 'a-1'), name }),
      options,
      serverUrl,
    })
    .map(({ target, ...rest }) => ({ ...target, ...rest, release: RELEASE }));

// What HTML leaves out as well: https://www.w3.org/TR/xml/#charsets
const inHtml = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

type Element = ReturnType<typeof tree.createElement>;
const elementsOf = (html: string): Element[] => {
  const found: Element[] = [];
  const visit = (node: Parameters<typeof tree.getChildNodes>[0]): void => {
    for (const child of tree.getChildNodes(node)) {
      if (!tree.isElementNode(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parseFragment(html));
  return found;
};
const attributesOf = (element: Element | undefined): Record<string, string> =>
  Object.fromEntries((element?.attrs ?? []).map(({ name: key, value }) => [key, value]));
const textOf = (element: Element | undefined): string =>
  (element?.childNodes ?? [])
    .map((node) => (tree.isTextNode(node) ? tree.getTextNodeContent(node) : ''))
    .join('');
/** What stands in a tag of BBCode, when that is nothing but words. */
const wordsOf = (content: unknown): string =>
  [content]
    .flat()
    .map((word) => (typeof word === 'string' ? word : assert.fail('not a word')))
    .join('');

const oneBlock = (embedding: Embedding): string => {
  const blocks = writeSnippet(embedding);
  assert.equal(blocks.length, 1);
  return blocks[0]?.text ?? '';
};

describe('an HTML snippet', () => {
  test('parses to script, tag and link for the widget', () => {
    fc.assert(
      fc.property(embeddings(['element']), (embedding) => {
        const text = oneBlock(embedding);
        assert.equal(text.split('\n').length, 3);
        const [script, preload, tag, room, link, ...rest] = elementsOf(text);
        assert.deepEqual(
          [script, preload, tag, room, link, ...rest].map((element) => element?.tagName),
          ['script', 'link', 'outage-status', 'span', 'a'],
        );
        const { widget, page, server, widgetFeed } = addressesOf(embedding);
        assert.deepEqual(attributesOf(preload), {
          rel: 'preload',
          as: 'fetch',
          crossorigin: '',
          href: widgetFeed,
        });
        assert.deepEqual(attributesOf(room), { style: roomStyle(attributesOf(tag)) });
        const pinned = embedding.options.version === 'pinned';
        assert.deepEqual(attributesOf(script), {
          type: 'module',
          src: `${widget}${pinned ? '0.1.0-0123abcd/' : ''}outage-status.js`,
          ...(pinned && {
            integrity: RELEASE.integrity,
            crossorigin: 'anonymous',
            'data-server': server,
          }),
        });
        assert.equal(attributesOf(tag)['service'], embedding.service.id);
        assert.equal(attributesOf(link)['href'], page);
        assert.equal(textOf(link), inHtml(titleOf(embedding)));
      }),
    );
  });

  test('parses to the same addresses and titles for a frame or a picture', () => {
    fc.assert(
      fc.property(embeddings(['iframe', 'picture']), (embedding) => {
        const [first, second, ...rest] = elementsOf(oneBlock(embedding)).filter(
          ({ tagName }) => tagName !== 'div',
        );
        const { frame, page, picture, helper } = addressesOf(embedding);
        const title = inHtml(titleOf(embedding));
        assert.equal(rest.length, 0);
        if (embedding.kind === 'picture') {
          assert.deepEqual(attributesOf(first), { href: page });
          const { src, alt } = attributesOf(second);
          assert.deepEqual([src, alt], [picture, title]);
        } else {
          const { src, title: shownTitle } = attributesOf(first);
          assert.deepEqual([src, shownTitle], [frame, title]);
          assert.equal(attributesOf(second)['src'], embedding.place.scripts ? helper : undefined);
        }
      }),
    );
  });
});

describe('a Markdown snippet', () => {
  test('parses to one picture in one link, in CommonMark and with every extension on', () => {
    const dialects = [
      new MarkdownIt('commonmark'),
      new MarkdownIt({ html: true, linkify: true, typographer: false }),
    ];
    fc.assert(
      fc.property(embeddings(['markdown']), (embedding) => {
        const { page, picture } = addressesOf(embedding);
        for (const markdown of dialects) {
          const blocks = markdown.parse(oneBlock(embedding), {});
          assert.deepEqual(
            blocks.map(({ type }) => type),
            ['paragraph_open', 'inline', 'paragraph_close'],
          );
          const inline = blocks[1]?.children ?? [];
          assert.deepEqual(
            inline.map(({ type }) => type),
            ['link_open', 'image', 'link_close'],
          );
          assert.equal(inline[0]?.attrGet('href'), markdown.normalizeLink(page));
          assert.equal(inline[1]?.attrGet('src'), markdown.normalizeLink(picture));
          const parts = inline[1]?.children ?? [];
          assert.ok(parts.every(({ type }) => /^text(_special)?$/.test(type)));
          const alt = parts.map(({ content }) => content).join('');
          assert.equal(alt, titleOf(embedding));
        }
      }),
    );
  });
});

describe('a BBCode snippet', () => {
  test('parses to a picture and words, both links to the page', () => {
    fc.assert(
      fc.property(embeddings(['bbcode']), (embedding) => {
        const { page, picture } = addressesOf(embedding);
        const nodes = parseBBCode(oneBlock(embedding), { onlyAllowTags: ['url', 'img'] });
        const links = nodes.filter((node) => typeof node === 'object' && node !== null);
        assert.equal(links.length, 2, oneBlock(embedding));
        for (const link of links) {
          assert.equal(link.tag, 'url');
          assert.deepEqual(Object.keys(link.attrs ?? {}), [page]);
        }
        const [image] = [links[0]?.content].flat();
        assert.ok(typeof image === 'object' && image !== null && 'tag' in image);
        assert.equal(image.tag, 'img');
        assert.equal(wordsOf(image.content), picture);
        assert.equal(
          wordsOf(links[1]?.content),
          titleOf(embedding).replaceAll('[', '(').replaceAll(']', ')'),
        );
      }),
    );
  });
});

describe('a snippet in parts', () => {
  test('is an address, or fields and code whose strings nothing can break out of', () => {
    const kinds: Kind[] = ['address', 'link', 'frame-address', 'feed', 'custom-element', 'bundler'];
    fc.assert(
      fc.property(embeddings(kinds), (embedding) => {
        const [first, tag] = writeSnippet(embedding);
        const { page, frame, feed, server, widget } = addressesOf(embedding);
        const expected: Partial<Record<Kind, string>> = {
          address: page,
          link: page,
          'frame-address': frame,
          feed,
          'custom-element': `${widget}outage-status.classic.js`,
        };
        if (embedding.kind === 'bundler') {
          assert.equal(/server: '([^']*)' \}\);$/.exec(first?.text ?? '')?.[1], server);
          assert.equal(elementsOf(tag?.text ?? '')[0]?.tagName, 'outage-status');
        } else {
          assert.equal(first?.text, expected[embedding.kind]);
          assert.ok(URL.canParse(first?.text ?? ''));
        }
      }),
    );
  });

  test('names the chosen options, and leaves defaults out', () => {
    const embedding: Embedding = {
      service: { id: 'kik', name: 'Kik' },
      kind: 'markdown',
      place: PLACES.readme,
      options: { look: 'badge', theme: 'auto', language: 'auto', size: 'small', version: 'pinned' },
      serverUrl: 'https://status.example',
      release: undefined,
    };
    const write = (kind: Kind, changes: Partial<Options>, place: Place = PLACES.site): string =>
      writeSnippet({
        ...embedding,
        kind,
        place,
        options: { ...embedding.options, ...changes },
      })
        .map(({ text }) => text)
        .join('\n');
    assert.equal(
      write('markdown', {}, PLACES.readme),
      '[![Kik status](https://status.example/badge/kik.svg)](https://status.example/kik)',
    );
    assert.equal(
      write('bbcode', { theme: 'dark', size: 'large', language: 'ar' }, PLACES.phpbb)
        .split('[img]')[1]
        ?.split('[/img]')[0],
      'https://status.example/badge/kik-outage-status.png?size=large&theme=dark&lang=ar',
    );
    assert.match(write('picture', { look: 'card', theme: 'dark' }), /card\/kik\.png\?theme=dark"/);
    assert.match(
      write('iframe', { look: 'compact', theme: 'dark', language: 'en' }),
      /embed\/kik\?look=compact&amp;theme=dark" width="480" height="211"/,
    );
    assert.match(
      write('element', { look: 'badge', theme: 'light', language: 'ar' }),
      /<outage-status service="kik" variant="badge" theme="light" lang="ar"><span[^>]*><a href="[^"]*\/kik\?lang=ar">/,
    );
    // A server whose widget is not built has nothing to pin.
    assert.doesNotMatch(write('element', {}), /integrity/);
  });

  test('has only options that its kind has', () => {
    for (const { place, kind } of placesAndKinds) {
      const accepted = optionsOf(kind, place, 'badge');
      for (const [option, values] of Object.entries(accepted)) {
        const known: readonly string[] = OPTIONS[option as keyof typeof OPTIONS];
        assert.ok(
          values.every((value) => known.includes(value)),
          `${kind} ${option}`,
        );
      }
    }
  });
});

test('every tag of every snippet is one line, as Markdown needs it', () => {
  fc.assert(
    fc.property(embeddings(['element', 'bundler', 'iframe', 'picture']), (embedding) => {
      const blocks = writeSnippet(embedding).filter(({ part }) => part !== 'code');
      for (const { text } of blocks) {
        for (const line of text.split('\n')) assert.match(line, /^<[^]*>$/, text);
      }
    }),
  );
});

test('a snippet of HTML stays what it is in Markdown that allows HTML', () => {
  const markdown = new MarkdownIt({ html: true });
  fc.assert(
    fc.property(embeddings(['element', 'iframe', 'picture']), (embedding) => {
      const text = oneBlock(embedding);
      const names = (html: string): string[] =>
        elementsOf(html)
          .map(({ tagName }) => tagName)
          .filter((tagName) => tagName !== 'p');
      const rendered = markdown.render(`Before.\n\n${text}\n\nAfter.`);
      assert.deepEqual(names(rendered), names(text), rendered);
    }),
  );
});

test('no name turns the rest of a snippet around, so a visitor copies what they read', () => {
  for (const { place, kind } of placesAndKinds) {
    const blocks = writeSnippet({
      service: { id: 'kik', name: 'bidi \u202E override' },
      place,
      kind,
      options: { look: 'auto', theme: 'auto', language: 'ar', size: 'small', version: 'pinned' },
      serverUrl: 'https://status.example',
      release: RELEASE,
    });
    for (const { text } of blocks) assert.doesNotMatch(text, /[\u202A-\u202E]/, text);
  }
});
