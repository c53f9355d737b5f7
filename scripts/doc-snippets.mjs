// Fills in what people copy out of documents and packs, from the module that the snippet builder uses.
import { OPTIONS } from '../server/dist/render/builder/options.js';
import { PLACES } from '../server/dist/render/builder/places.js';
import { writeSnippet } from '../server/dist/render/builder/snippet.js';
import { writeForumFrame } from '../server/dist/render/snippet/frame-snippet.js';
import { roomStyle } from '../server/dist/render/snippet/room.js';
import { writeTag } from '../server/dist/render/snippet/widget-snippet.js';

const DEFAULTS = Object.fromEntries(
  Object.entries(OPTIONS).map(([name, [first]]) => [name, first]),
);

/** The texts that the builder gives out for Kik, with the newest widget. */
const blocksFromBuilder = (serverUrl, placeId, kind, options = {}) =>
  writeSnippet({
    service: { id: 'kik', name: 'Kik' },
    kind,
    place: PLACES[placeId],
    options: { ...DEFAULTS, version: 'newest', ...options },
    serverUrl,
    release: undefined,
  }).map(({ text }) => text);
const fromBuilder = (...choice) => blocksFromBuilder(...choice).join('\n');

const lastLine = (text) => text.split('\n').at(-1);
const SERVER = 'https://status.example';
const [SERVER_PART, PAGE_PART] = [0, 1];
const forServer = (kind, part) => () =>
  blocksFromBuilder(SERVER, 'server', kind, { look: 'card' })[part];

/** By name: the snippet, and the language of its code block. */
const SNIPPETS = {
  compact: ['html', () => fromBuilder(SERVER, 'site', 'element', { look: 'compact' })],
  card: ['html', () => lastLine(fromBuilder(SERVER, 'site', 'element'))],
  badge: ['html', () => lastLine(fromBuilder(SERVER, 'site', 'element', { look: 'badge' }))],
  'official page': [
    'html',
    () =>
      writeTag(
        { src: 'https://www.githubstatus.com/api/v2/summary.json' },
        { href: 'https://www.githubstatus.com', text: 'GitHub status' },
      ).text,
  ],
  nginx: ['nginx', forServer('ssi', SERVER_PART)],
  'nginx page': ['html', forServer('ssi', PAGE_PART)],
  varnish: ['vcl', forServer('esi', SERVER_PART)],
  'varnish page': ['html', forServer('esi', PAGE_PART)],
  php: ['php', forServer('php', SERVER_PART)],
  'php page': ['html', forServer('php', PAGE_PART)],
  frame: ['html', () => fromBuilder('HOST', 'site', 'iframe', { look: 'card' })],
  picture: ['html', () => fromBuilder('HOST', 'site', 'picture', { look: 'badge' })],
  markdown: ['md', () => fromBuilder('HOST', 'readme', 'markdown', { look: 'badge' })],
  bbcode: ['text', () => fromBuilder('HOST', 'phpbb', 'bbcode', { look: 'badge', theme: 'light' })],
};

const MARKED = /^( *)<!-- snippet: (.+?) -->\n[^]*?^ *<!-- end of snippet -->/gm;

/** Writes the named snippets between their marks in a Markdown document. */
export const fillSnippets = (markdown) =>
  markdown.replace(MARKED, (_, indent, name) => {
    if (!SNIPPETS[name])
      throw new Error(`no snippet "${name}", only ${Object.keys(SNIPPETS).join(', ')}`);
    const [language, write] = SNIPPETS[name];
    return [
      `<!-- snippet: ${name} -->`,
      '',
      `\`\`\`${language}`,
      ...write().split('\n'),
      '```',
      '',
      '<!-- end of snippet -->',
    ]
      .map((line) => (line === '' ? '' : indent + line))
      .join('\n');
  });

const ROOM = /(?<![a-z])(auto|card|badge|compact)(["']?\s*(?:=>|[:=])?\s*["'])display:[^"']*/g;

/** Writes the room by `variant` into the source of a pack that writes tags. */
export const fillRooms = (source) =>
  source.replace(ROOM, (_, variant, between) => `${variant}${between}${roomStyle({ variant })}`);

const TAG = /(<outage-status\s+([^>]*)>\s*<span\s+style=")([^"]*)(?=")/g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;
// The formatter writes spaces and a last semicolon.
const plain = (style) => style.replaceAll(/\s|;\s*$/g, '');

/** Writes the room into every tag of a page, unless it is there and only formatted. */
export const fillTags = (page) =>
  page.replace(TAG, (all, start, attributes, style) => {
    const room = roomStyle(
      Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(([, name, value = '']) => [name, value]),
      ),
    );
    return plain(style) === plain(room) ? all : start + room;
  });

const FRAME = /<iframe src="([^"]+)\/embed\/([^"]+)"[^>]*><\/iframe>/g;

/** Writes the frame into the template of a pack for forums. */
export const fillFrames = (template) =>
  template.replace(
    FRAME,
    (_, server, id) =>
      writeForumFrame({ src: `${server}/embed/${id}`, title: `${id} status`, look: 'card' }).text,
  );
