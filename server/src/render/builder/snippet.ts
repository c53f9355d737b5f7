import type { WidgetRelease } from '../../widget/widget-releases.js';
import { type Markup, markup } from '../markup.js';
import { CARD_HEIGHT, CARD_WIDTH } from '../card.js';
import { BADGE_HEIGHTS } from '../badge.js';
import { renderLanguage } from '../render-language.js';
import { type Frame, writeFluidFrame, writePlainFrame } from '../snippet/frame-snippet.js';
import {
  type Inclusion,
  type ServerSnippet,
  writeEsi,
  writePhp,
  writeRender,
  writeSsi,
} from '../snippet/server-include.js';
import {
  type FallbackLink,
  firstFeedPath,
  writePreload,
  writeScript,
  writeTag,
} from '../snippet/widget-snippet.js';
import { nameInText } from '../status-view.js';
import { bbcodeText, markdownText, oneLine, plainAddress } from './dialects.js';
import type { Options } from './options.js';
import type { Kind, Place } from './places.js';

/** A service to embed, and its place. */
export interface Embedding {
  readonly service: { readonly id: string; readonly name: string };
  readonly kind: Kind;
  readonly place: Place;
  readonly options: Options;
  /** The server's address for visitors, without a trailing slash. */
  readonly serverUrl: string;
  /** The release for a pinned tag; `undefined` if the widget is not built, and then the newest is used. */
  readonly release: WidgetRelease | undefined;
}

/** A text to copy. Most snippets are one block; some places have a field for each part. */
export interface SnippetBlock {
  /** The block's name, if there are several. */
  readonly part?: 'script' | 'tag' | 'attributes' | 'code' | 'server' | 'page';
  readonly text: string;
}

const query = (values: Readonly<Record<string, string | false>>): string => {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return entries.length > 0 ? `?${new URLSearchParams(entries).toString()}` : '';
};
const unlessAuto = (value: string): string | false => value !== 'auto' && value;

/** The addresses of an embedding; relative with an empty `serverUrl`. */
export function addressesOf({ service, place, options, serverUrl }: Embedding) {
  const { look, theme, language, size } = options;
  const root = serverUrl === '' ? '' : `${serverUrl}/`;
  const { id } = service;
  const lang = language !== 'auto' && language !== 'en' && language;
  const isCard = look === 'card';
  const isRaster = isCard || place.picture === 'png';
  const pictureQuery = query({
    size: !isCard && size !== 'small' && size,
    // The default of each extension is left out.
    theme: theme !== (isRaster ? 'light' : 'auto') && theme,
    lang,
  });
  const picture = isCard
    ? `card/${id}.png`
    : `badge/${id}${isRaster ? '-outage-status.png' : '.svg'}`;
  const of = (path: string): string => plainAddress(root + path);
  return {
    page: of(`${id}${query({ lang })}`),
    frame: of(
      `embed/${id}${query({ look: look === 'compact' && look, theme: unlessAuto(theme), lang })}`,
    ),
    picture: of(picture + pictureQuery),
    feed: of(`${id}.atom${query({ lang })}`),
    widgetFeed: of(firstFeedPath(id)),
    widget: of('widget/'),
    helper: of('assets/embed-host.js'),
    server: of(''),
  };
}

/** The text of the link and the picture; without a status, because the text stays while the picture changes. */
export const titleOf = ({ service, options }: Embedding): string => {
  const language = renderLanguage(options.language);
  return oneLine(language.paint.title(nameInText(service.name, language)));
};

/** The element's attributes beside `service`. */
const attributesOf = ({ options: { look, theme, language } }: Embedding): [string, string][] =>
  Object.entries({ variant: look, theme, lang: language }).filter(([, value]) => value !== 'auto');

/** The attributes of the tag. */
export const tagAttributesOf = (embedding: Embedding): Record<string, string> => ({
  service: embedding.service.id,
  ...Object.fromEntries(attributesOf(embedding)),
});

/** The link inside the tag. */
export const linkOf = (embedding: Embedding): FallbackLink => ({
  href: addressesOf(embedding).page,
  text: titleOf(embedding),
});

/** The frame. */
export const frameOf = (embedding: Embedding): Frame => ({
  src: addressesOf(embedding).frame,
  title: titleOf(embedding),
  look: embedding.options.look === 'compact' ? 'compact' : 'card',
});

const writeElement = (embedding: Embedding): string =>
  writeTag(tagAttributesOf(embedding), linkOf(embedding)).text;

const writeWidgetScript = (embedding: Embedding): Markup => {
  const { widget, server } = addressesOf(embedding);
  const { release, options } = embedding;
  return writeScript(
    options.version === 'pinned' && release
      ? {
          src: `${widget}${release.label}/outage-status.js`,
          integrity: release.integrity,
          server,
        }
      : { src: `${widget}outage-status.js` },
  );
};

/** The script, what requests the feed with it, and the tag: a line each. */
const writeWidget = (embedding: Embedding): string => {
  const preload = writePreload(addressesOf(embedding).widgetFeed);
  return [writeWidgetScript(embedding).text, preload.text, writeElement(embedding)].join('\n');
};

/** The widget with its status in the HTML: what the server needs, and what the page. */
const writeServerSide = (
  embedding: Embedding,
  write: (inclusion: Inclusion, link: FallbackLink) => ServerSnippet,
): SnippetBlock[] => {
  // English is what a server writes by itself.
  const attributes = attributesOf(embedding).filter(([, value]) => value !== 'en');
  const inclusion = {
    serverUrl: addressesOf(embedding).server.slice(0, -1),
    service: embedding.service.id,
    attributes: Object.fromEntries(attributes),
  };
  const { server, page } = write(inclusion, linkOf(embedding));
  return [
    { part: 'server', text: server },
    { part: 'page', text: `${writeWidgetScript(embedding).text}\n${page}` },
  ];
};

/** The picture as a link to the page. */
export const writePicture = (embedding: Embedding): Markup => {
  const { page, picture } = addressesOf(embedding);
  const { look, size } = embedding.options;
  const box =
    look === 'card'
      ? markup` width="${CARD_WIDTH / 2}" height="${CARD_HEIGHT / 2}"`
      : markup` height="${BADGE_HEIGHTS[size]}"`;
  return markup`<a href="${page}"><img src="${picture}" alt="${titleOf(embedding)}"${box}></a>`;
};

const PACKAGE = 'outage-status';

const writeBundler = (embedding: Embedding): SnippetBlock[] => [
  {
    part: 'code',
    text: `import '${PACKAGE}/define';
import { configure } from '${PACKAGE}';

configure({ server: '${addressesOf(embedding).server}' });`,
  },
  { part: 'tag', text: writeElement(embedding) },
];

const writeFields = (embedding: Embedding): SnippetBlock[] => {
  const { widget, server } = addressesOf(embedding);
  const attributes = [
    ['service', embedding.service.id],
    ['server', server],
    ...attributesOf(embedding),
  ];
  return [
    { part: 'script', text: `${widget}outage-status.classic.js` },
    { part: 'tag', text: 'outage-status' },
    { part: 'attributes', text: attributes.map((pair) => pair.join(' = ')).join('\n') },
  ];
};

/**
 * Writes the snippet to paste.
 *
 * @returns One block or more, each to be copied separately.
 */
export function writeSnippet(embedding: Embedding): SnippetBlock[] {
  const { page, frame: frameAddress, picture, feed, helper } = addressesOf(embedding);
  const one = (text: string): SnippetBlock[] => [{ text }];
  switch (embedding.kind) {
    case 'element':
      return one(writeWidget(embedding));
    case 'custom-element':
      return writeFields(embedding);
    case 'bundler':
      return writeBundler(embedding);
    case 'render':
      return writeServerSide(embedding, writeRender);
    case 'ssi':
      return writeServerSide(embedding, writeSsi);
    case 'esi':
      return writeServerSide(embedding, writeEsi);
    case 'php':
      return writeServerSide(embedding, writePhp);
    case 'iframe': {
      const frame = frameOf(embedding);
      if (!embedding.place.scripts) return one(writePlainFrame(frame).text);
      const script = writeScript({ src: helper });
      return one(`${writeFluidFrame(frame).text}\n${script.text}`);
    }
    case 'frame-address':
      return one(frameAddress);
    case 'picture':
      return one(writePicture(embedding).text);
    case 'markdown':
      return one(`[![${markdownText(titleOf(embedding))}](${picture})](${page})`);
    case 'bbcode':
      return one(
        `[url=${page}][img]${picture}[/img][/url] [url=${page}]${bbcodeText(titleOf(embedding))}[/url]`,
      );
    case 'address':
    case 'link':
      return one(page);
    case 'feed':
      return one(feed);
    default:
      return embedding.kind satisfies never;
  }
}
