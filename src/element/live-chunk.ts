/** What arrives after the first paint, as one chunk. */
export { createLiveSection, liveStyles } from './live/index.js';
export { loadPanels, loadTrend } from './live/lazy.js';
export { startWatching } from '../client/feed-watcher.js';
export { sendReport } from '../client/send-report.js';
export { enSection } from '../i18n/en-section.js';
