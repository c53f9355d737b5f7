import { JSON_FORMATS } from './json-formats.js';
import { readForeignFeedAs } from './read-foreign-feed.js';
import { readOfficialPageAs, type OfficialPageOptions } from './read-official-page.js';

export { decodeText, mergeDocuments, parseDocument } from './source-document.js';
export { JSON_FORMATS } from './json-formats.js';
export {
  readOfficialPageAs,
  readVendorPage,
  type OfficialPageOptions,
} from './read-official-page.js';
export type { ReadOptions, SourceFormat } from './source-format.js';
export { readTimestamp } from './timestamp.js';
export { toFeed, type ToFeedOptions } from './to-feed.js';
export { toOfficial } from './to-official.js';
export {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type IncidentParts,
  type VendorComponent,
  type VendorIncident,
  type VendorMaintenance,
  type VendorPage,
} from './vendor-page.js';

/** {@link readOfficialPageAs} with {@link JSON_FORMATS}. */
export const readOfficialPage = (
  document: unknown,
  options: OfficialPageOptions,
): ReturnType<typeof readOfficialPageAs> => readOfficialPageAs(JSON_FORMATS, document, options);

/** {@link readForeignFeedAs} with {@link JSON_FORMATS}. */
export const readForeignFeed = (
  document: unknown,
  options: Parameters<typeof readForeignFeedAs>[2],
): ReturnType<typeof readForeignFeedAs> => readForeignFeedAs(JSON_FORMATS, document, options);
