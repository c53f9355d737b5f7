import pRetry from 'p-retry';
import type { Platform } from './platform.js';

/** Which failures are worth trying again at once. */
export interface RetryRule {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Whether an answer of 500 or above is tried again; never when it says `Retry-After`. */
  readonly afterServerErrors: boolean;
  /** Wait before the second try, in milliseconds; asked for once a request. Each later wait is twice as long. */
  readonly delayMs: () => number;
}

/**
 * What p-retry is to try again. A `TypeError` as `fetch` throws it would not do: p-retry only knows the texts of browsers,
 * and the page's own `fetch` may say anything.
 */
class FailedTry extends Error {}

/**
 * `fetch` that tries again after a lost connection. Every answer resolves, whatever its status.
 *
 * @returns Rejects as `fetch` does: with a `TypeError` when no try was answered, with the reason when aborted.
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
