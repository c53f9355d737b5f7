import { FeedError, type Official } from '../feed/index.js';
import { isFields } from './read-field.js';
import type { ReadOptions, SourceFormat } from './source-format.js';
import { toOfficial } from './to-official.js';
import type { VendorPage } from './vendor-page.js';

/** Options of the functions that read a page. */
export interface OfficialPageOptions extends ReadOptions {
  /** Name of the format when it is known, e.g. `statuspage`; recognised by its looks when left out. */
  readonly format?: string | undefined;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const describeDocument = (document: unknown): string => {
  if (Array.isArray(document)) return isEmptyList(document) ? 'an empty list' : 'a list';
  if (!isFields(document)) return JSON.stringify(document)?.slice(0, 60) ?? 'nothing';
  const names = Object.keys(document);
  return names.length
    ? `an object with ${names.slice(0, 8).join(', ')}`.slice(0, 200)
    : 'an empty object';
};

const chooseFormat = (
  formats: readonly SourceFormat[],
  document: unknown,
  name: string | undefined,
): SourceFormat => {
  // An empty list is good news in some formats and nothing at all in others: only a name can tell.
  const isTelling = !isEmptyList(document);
  const found = formats.find((format) =>
    name ? format.name === name : isTelling && format.recognise(document),
  );
  if (found) return found;
  const known = formats.map((format) => format.name).join(', ');
  throw new FeedError(
    'unsupported',
    name
      ? `format: expected one of ${known}, got ${name}`
      : `the document: expected one of ${known}, got ${describeDocument(document)}`,
  );
};

/**
 * Reads a vendor's own status page in full.
 *
 * @param formats The formats to choose from; the first that recognises the document reads it.
 * @param document A parsed JSON value of unknown shape, or what another parser made of a document.
 * @throws {FeedError} `unsupported`, naming what was seen, when no format reads it; `invalid`, naming the path, when its
 *   format is known and the document breaks it.
 */
export function readVendorPage(
  formats: readonly SourceFormat[],
  document: unknown,
  options: OfficialPageOptions,
): VendorPage {
  const format = chooseFormat(formats, document, options.format);
  if (options.format && !format.recognise(document)) {
    throw new FeedError(
      'invalid',
      `the document: expected ${format.name}, got ${describeDocument(document)}`,
    );
  }
  return format.read(document, options);
}

/**
 * Reads a vendor's own status page as the feed's official voice.
 *
 * @returns What the vendor says, always fit for a feed: texts cut to their limits, unsafe URLs gone, times in UTC.
 * @throws {FeedError} As {@link readVendorPage}.
 */
export const readOfficialPageAs = (
  formats: readonly SourceFormat[],
  document: unknown,
  options: OfficialPageOptions,
): Official => toOfficial(readVendorPage(formats, document, options), options);
