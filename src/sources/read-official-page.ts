import { FeedError, type Official } from '../feed/index.js';
import { isFields } from './read-field.js';
import type { ReadOptions, SourceFormat } from './source-format.js';
import { toOfficial } from './to-official.js';
import { settleTimes, type VendorPage } from './vendor-page.js';

export interface OfficialPageOptions extends ReadOptions {
  /** Name of the format, e.g. `statuspage`; recognised from the document when left out. */
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
  // An empty list means "no problems" in some formats and nothing in others, so the format must be named.
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
 * @param document A parsed JSON value of unknown shape, or the result of another parser.
 * @throws {FeedError} `unsupported` when no format recognises the document, with a description of it; `invalid` when
 *   the document breaks its format, with the path.
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
  return settleTimes(format.read(document, options));
}

/**
 * Reads a vendor's own status page as the official side of a feed.
 *
 * @returns A valid `official` of a feed: texts cut to their limits, unsafe URLs removed, times in UTC.
 * @throws {FeedError} As {@link readVendorPage}.
 */
export const readOfficialPageAs = (
  formats: readonly SourceFormat[],
  document: unknown,
  options: OfficialPageOptions,
): Official => toOfficial(readVendorPage(formats, document, options), options);
