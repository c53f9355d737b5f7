import { CARD_HEIGHT, CARD_WIDTH } from '../card.js';
import { type Markup, markup } from '../markup.js';
import { renderLanguage } from '../render-language.js';
import { writeFrame } from '../snippet/frame-snippet.js';
import { writeTag } from '../snippet/widget-snippet.js';
import {
  addressesOf,
  type Embedding,
  frameOf,
  linkOf,
  tagAttributesOf,
  writePicture,
} from './snippet.js';

// The preview that a chat builds from the page's Open Graph tags.
const writeLinkCard = (embedding: Embedding): Markup => {
  const { service, options } = embedding;
  const { page, tag, direction } = renderLanguage(options.language);
  const { page: address } = addressesOf(embedding);
  const query = tag === 'en' ? '' : `?lang=${tag}`;
  return markup`<a class="link-card" href="${address}" lang="${tag}" dir="${direction}"><img src="card/${service.id}.png${query}" alt="" width="${CARD_WIDTH}" height="${CARD_HEIGHT}"><strong>${page.previewTitle(service.name)}</strong><span>${page.previewDescription(service.name)}</span></a>`;
};

/**
 * Shows the embedding itself: the element, frame or picture, from this server.
 *
 * @param embedding With an empty `serverUrl`, so that the addresses are relative and work under any address of the server.
 */
export function writePreview(embedding: Embedding): Markup {
  switch (embedding.kind) {
    case 'element':
    case 'custom-element':
    case 'bundler':
    case 'render':
    case 'ssi':
    case 'esi':
    case 'php':
      // The builder's policy refuses style attributes.
      return writeTag(tagAttributesOf(embedding), linkOf(embedding), false);
    case 'iframe':
    case 'frame-address':
      return writeFrame(frameOf(embedding));
    case 'address':
      // The frame that WordPress builds for an oEmbed answer.
      return writeFrame(frameOf(embedding), { sandbox: 'allow-scripts' });
    case 'picture':
    case 'markdown':
    case 'bbcode':
      return writePicture(embedding);
    case 'link':
      return writeLinkCard(embedding);
    case 'feed': {
      const { page, tag, direction } = renderLanguage(embedding.options.language);
      return markup`<a href="${addressesOf(embedding).feed}" lang="${tag}" dir="${direction}">${page.changes(embedding.service.name)}</a>`;
    }
    default:
      return embedding.kind satisfies never;
  }
}
