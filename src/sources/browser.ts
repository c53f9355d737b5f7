import { BROWSER_FORMATS } from './browser-formats.js';
import { readForeignFeedAs } from './read-foreign-feed.js';

/** {@link readForeignFeedAs} with the formats that a browser can get at: all that the widget loads of this folder. */
export const readForeignFeed = (
  document: unknown,
  options: Parameters<typeof readForeignFeedAs>[2],
): ReturnType<typeof readForeignFeedAs> => readForeignFeedAs(BROWSER_FORMATS, document, options);
