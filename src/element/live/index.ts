export { createLiveSection, type LiveOptions } from './live-section.js';
export { liveStyles } from './live-styles.js';
