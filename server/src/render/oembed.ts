import { CARD_HEIGHT, CARD_WIDTH } from './card.js';
import { markup } from './markup.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { FRAME_WIDTH, frameHeight, writeFrame } from './snippet/frame-snippet.js';
import { nameInText } from './status-view.js';

/** Height in CSS pixels from which the answer is the whole card; WordPress allows no lower frames. */
const LOWEST_CARD = 200;
const CACHE_AGE_SECONDS = 300;

/** The consumer's maximum size in CSS pixels; `Infinity` for no limit. */
export interface OembedRoom {
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** What WordPress calls frames whose height its script follows, and the quotation that makes it load that script. */
const WORDPRESS_CLASS = 'wp-embedded-content';

/**
 * Describes how to embed a service, by oEmbed 1.0: an iframe, and a hidden link for WordPress. There the link is what
 * readers see until the frame has spoken, and the frame gets its height only beside such a quotation.
 *
 * @returns The fields of the answer, in its order.
 * @see https://oembed.com/
 */
export function describeOembed(
  service: { readonly id: string; readonly name: string },
  language: RenderLanguage,
  serverUrl: string,
  room: OembedRoom,
): Record<string, string | number> {
  const title = language.paint.title(nameInText(service.name, language));
  const width = Math.min(FRAME_WIDTH, room.maxWidth);
  // Below this height the card would be cut off.
  const isCompact = room.maxHeight < LOWEST_CARD;
  const form = isCompact ? 'compact' : 'card';
  const height = Math.min(frameHeight(width, form), room.maxHeight);
  const size = { width, height };
  const query = languageQuery(language);
  const look = isCompact ? `${query === '' ? '?' : '&'}look=compact` : '';
  const fits = room.maxWidth >= CARD_WIDTH && room.maxHeight >= CARD_HEIGHT;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: language.page.services,
    provider_url: `${serverUrl}/services`,
    title,
    cache_age: CACHE_AGE_SECONDS,
    ...size,
    html: markup`<blockquote class="${WORDPRESS_CLASS}" hidden><a href="${serverUrl}/${service.id}${query}">${title}</a></blockquote>${writeFrame(
      { src: `${serverUrl}/embed/${service.id}${query}${look}`, title, look: form, size },
      { frameborder: '0', scrolling: 'no', class: WORDPRESS_CLASS },
    )}`.text,
    ...(fits && {
      thumbnail_url: `${serverUrl}/card/${service.id}.png${query}`,
      thumbnail_width: CARD_WIDTH,
      thumbnail_height: CARD_HEIGHT,
    }),
  };
}

/** The answer as XML. */
export const writeOembedXml = (answer: Readonly<Record<string, string | number>>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(answer)
    .map(([name, value]) => `<${name}>${markup`${value}`.text}</${name}>\n`)
    .join('')}</oembed>\n`;
