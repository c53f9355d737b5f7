import { BROWSER_FORMATS } from './browser-formats.js';
import { readForeignFeedAs } from './read-foreign-feed.js';

/**
 * {@link readForeignFeedAs} with {@link BROWSER_FORMATS}; the widget's only entry to this folder. The fragment of
 * `options.url` may name the format: `#format=statuspage`.
 */
export const readForeignFeed = (
  document: unknown,
  options: { url: string; nowMs: number },
): ReturnType<typeof readForeignFeedAs> => {
  const format = /#format=(.*)/.exec(options.url)?.[1];
  return readForeignFeedAs(BROWSER_FORMATS, document, { ...options, format });
};
