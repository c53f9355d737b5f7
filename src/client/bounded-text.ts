import { FeedError, MAX_FEED_BYTES } from '../feed/index.js';

/**
 * Reads a body as UTF-8 text and stops at {@link MAX_FEED_BYTES}, so that an endless answer cannot fill the memory.
 *
 * @throws {FeedError} `invalid` when the body is longer.
 */
export async function readBoundedText(response: Partial<Pick<Response, 'body'>>): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk?.value) return text + decoder.decode();
    sizeBytes += chunk.value.length;
    if (sizeBytes > MAX_FEED_BYTES) {
      throw new FeedError('invalid', `the document: expected at most ${MAX_FEED_BYTES} bytes`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}
