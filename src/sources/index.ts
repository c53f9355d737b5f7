export { readForeignFeed } from './read-foreign-feed.js';
export { readOfficialPage, type OfficialPageOptions } from './read-official-page.js';
export type { ReadOptions, SourceFormat } from './source-format.js';
export { toFeed, type ToFeedOptions } from './to-feed.js';
