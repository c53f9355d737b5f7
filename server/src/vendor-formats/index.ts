import { JSON_FORMATS, parseDocument, type SourceFormat } from 'outage-status/sources';
import { azure, newsFeed } from './news-feed.js';
import { looksLikeNewsFeed, parseNewsFeed } from './news-feed-document.js';
import { statusiqFeed } from './statusiq-feed.js';

export { toPlainLine } from './html-text.js';

/** Every format that the server reads: the JSON formats, and RSS and Atom, whose parser is too large for browsers. */
export const OFFICIAL_FORMATS: readonly SourceFormat[] = [
  ...JSON_FORMATS,
  azure,
  statusiqFeed,
  newsFeed,
];

/**
 * Parses a document in any of the formats.
 *
 * @throws {FeedError} `invalid` if it is neither JSON, nor JSON in a function call, nor RSS or Atom.
 */
export const parseOfficialDocument = (text: string): unknown =>
  looksLikeNewsFeed(text) ? parseNewsFeed(text) : parseDocument(text);
