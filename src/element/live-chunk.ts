/** What arrives after the first paint, as one chunk. */
export { createLiveSection, liveStyles } from './live/index.js';
export { startWatching } from '../client/feed-watcher.js';
export { sendReport } from '../client/send-report.js';
export { enLive } from '../i18n/en-live.js';
