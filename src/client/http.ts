import ky, { isHTTPError } from 'ky';
import type { Platform } from './platform.js';

/** Which failures are worth trying again at once. */
export interface RetryRule {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** Whether an answer of 500 or above is tried again; never when it says `Retry-After`. */
  readonly afterServerErrors: boolean;
  /** Wait before try `attempt + 1`, in milliseconds; `attempt` starts at 1. */
  readonly delayMs: (attempt: number) => number;
}

/**
 * `fetch` that tries again after a lost connection. Every answer resolves, whatever its status.
 *
 * @returns Rejects as `fetch` does: with a `TypeError` when no try was answered, with the reason when aborted.
 */
export function createRetryingFetch(
  platform: Pick<Platform, 'fetch'>,
  rule: RetryRule,
): Platform['fetch'] {
  return async (input, init) => {
    try {
      return await ky(input, {
        ...init,
        fetch: (request, options) => platform.fetch(request as Request, options),
        // ky's own covers the headers only; ours covers the body too and is the caller's signal.
        timeout: false,
        retry: {
          limit: rule.tries - 1,
          methods: ['get', 'post'],
          delay: (attempt) => rule.delayMs(attempt),
          shouldRetry: ({ error }) => {
            if (!isHTTPError(error)) return true;
            const { status, headers } = error.response;
            return rule.afterServerErrors && status >= 500 && !headers.has('retry-after');
          },
        },
      });
    } catch (error) {
      if (isHTTPError(error)) return error.response;
      throw error;
    }
  };
}
