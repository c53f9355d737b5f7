export { FeedError, type FeedErrorCode } from '../feed/index.js';
export type { FeedSubscription, OpenOptions } from './feed-hub.js';
export type { FeedState, LoadedFeed } from './feed-state.js';
export { fetchFeed, type FetchFeedOptions } from './fetch-feed.js';
export type { ReportOutcome } from './report-outcome.js';
export type { ReportKind, ReportSubject } from './report-subject.js';
export { prepareReport, sendReport, type ReportOptions } from './send-report.js';
export { watchFeed } from './watch-feed.js';
