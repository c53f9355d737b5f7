import type { Reachability } from 'outage-status/feed';

/**
 * How a check failed: its name does not resolve (`dns`), no connection (`connect`), no answer in time (`timeout`), TLS or
 * its certificate (`tls`), or the server answered with an error of its own, 500 to 599 (`http`).
 */
export type Failure = NonNullable<Reachability['failure']>;

/** What became of asking one address once. */
export type Outcome =
  | {
      readonly kind: 'answered';
      /** From the first look-up to the headers of the last answer, whole milliseconds. */
      readonly durationMs: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string }
  /** Something answered, but not what the catalogue expects: a block page, a challenge, another status or text. */
  | { readonly kind: 'unclear'; readonly detail: string; readonly retryAfterMs?: number }
  /** This server's own network gave no answer at all, see `own-network.ts`. */
  | { readonly kind: 'offline' };
