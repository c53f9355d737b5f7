/** The code that loads right after the first paint, as one chunk. */
export { mountLiveSection } from './live/mount.js';
export { startWatching } from '../client/feed-watcher.js';
