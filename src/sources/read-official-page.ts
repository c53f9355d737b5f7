import { FeedError, type Official } from '../feed/index.js';
import { isFields, type Fields } from './read-field.js';
import type { ReadOptions, SourceFormat } from './source-format.js';
import { statuspage } from './statuspage.js';

/** Every format we read; the first that recognises a document reads it. */
const FORMATS: readonly SourceFormat[] = [statuspage];

/** Options of {@link readOfficialPage}. */
export interface OfficialPageOptions extends ReadOptions {
  /** Name of the format when it is known, e.g. `statuspage`; recognised by its looks when left out. */
  readonly format?: string;
}

const describeDocument = (document: unknown): string => {
  if (!isFields(document))
    return Array.isArray(document) ? 'a list' : JSON.stringify(document)?.slice(0, 60);
  const names = Object.keys(document);
  return names.length
    ? `an object with ${names.slice(0, 8).join(', ')}`.slice(0, 200)
    : 'an empty object';
};

const chooseFormat = (document: unknown, name: string | undefined): SourceFormat => {
  const found = FORMATS.find((format) =>
    name ? format.name === name : isFields(document) && format.recognise(document),
  );
  if (found) return found;
  const known = FORMATS.map((format) => format.name).join(', ');
  throw new FeedError(
    'unsupported',
    name
      ? `format: expected one of ${known}, got ${name}`
      : `the document: expected one of ${known}, got ${describeDocument(document)}`,
  );
};

const refuseDocument = (document: unknown, format: SourceFormat): never => {
  throw new FeedError(
    'invalid',
    `the document: expected ${format.name}, got ${describeDocument(document)}`,
  );
};

/**
 * Reads a vendor's own status page.
 *
 * @param document A parsed JSON value of unknown shape.
 * @returns What the vendor says, always fit for a feed: texts cut to their limits, unsafe URLs gone, times in UTC.
 * @throws {FeedError} `unsupported`, naming what was seen, when no format reads it; `invalid`, naming the path, when its
 *   format is known and the document breaks it.
 */
export function readOfficialPage(document: unknown, options: OfficialPageOptions): Official {
  const format = chooseFormat(document, options.format);
  const fields: Fields =
    isFields(document) && format.recognise(document) ? document : refuseDocument(document, format);
  return format.read(fields, options);
}
