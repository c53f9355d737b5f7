import { prepareReport, sendReport as send } from '../client/send-report.js';
import type { SendReport } from './live/report-delivery.js';

/** What arrives after the first paint, as one chunk. */
export { createLiveSection, liveStyles } from './live/index.js';
export { startWatching } from '../client/feed-watcher.js';
export const sendReport: SendReport = Object.assign(send, { prepare: prepareReport });
export { enLive } from '../i18n/en-live.js';
