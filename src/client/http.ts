import pRetry from 'p-retry';
import type { Platform } from './platform.js';

/** Which failures to retry, and how soon. */
export interface RetryRule {
  /** Attempts in total, including the first. */
  readonly tries: number;
  /** Whether to retry after an answer of 500 or above; one with `Retry-After` is never retried. */
  readonly afterServerErrors: boolean;
  /** Wait before the second attempt in milliseconds, read once per request. It doubles for each further attempt. */
  readonly delayMs: () => number;
}

/**
 * Marks a failure for p-retry to retry. p-retry retries a `TypeError` only if it knows the message from browsers, and a
 * page's own `fetch` may throw any message.
 */
class FailedTry extends Error {}

/**
 * Wraps `fetch` to retry after a lost connection. Every answer resolves, whatever its status.
 *
 * @returns Rejects like `fetch`: with its error when the last attempt got no answer, with the reason when aborted.
 */
export function createRetryingFetch(
  platform: Pick<Platform, 'fetch'>,
  { tries, afterServerErrors, delayMs }: RetryRule,
): Platform['fetch'] {
  return async (input, init) => {
    const send = async (attempt: number): Promise<Response> => {
      let response: Response;
      try {
        response = await platform.fetch(input, init);
      } catch (cause) {
        throw new FailedTry('no answer', { cause });
      }
      const mayHeal = response.status >= 500 && !response.headers.has('retry-after');
      if (afterServerErrors && mayHeal && attempt < tries) throw new FailedTry('server error');
      return response;
    };
    try {
      return await pRetry(send, {
        retries: tries - 1,
        minTimeout: delayMs(),
        factor: 2,
        ...(init?.signal && { signal: init.signal }),
      });
    } catch (error) {
      throw error instanceof FailedTry ? error.cause : error;
    }
  };
}
