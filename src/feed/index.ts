export {
  feedSchema,
  type Community,
  type Feed,
  type Guide,
  type Incident,
  type Official,
  type Reachability,
  type Status,
  type Verdict,
} from './schema.js';
export { FeedError, type FeedErrorCode } from './feed-error.js';
export { MAX_FEED_BYTES, REACHABILITIES, STATUSES, VERDICTS } from './limits.js';
export { parseFeed, parseJson } from './parse-feed.js';
export { safeUrl } from './safe-url.js';
