import { BROWSER_FORMATS } from './browser-formats.js';
import { readForeignFeedAs } from './read-foreign-feed.js';

/**
 * {@link readForeignFeedAs} with the formats that a browser can get at: all that the widget loads of this folder.
 * The format is the one that the address names in its fragment, `#format=statuspage`.
 */
export const readForeignFeed = (
  document: unknown,
  options: { url: string; nowMs: number },
): ReturnType<typeof readForeignFeedAs> => {
  const format = /#format=(.*)/.exec(options.url)?.[1];
  return readForeignFeedAs(BROWSER_FORMATS, document, { ...options, format });
};
