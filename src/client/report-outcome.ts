/** Outcome of one report or "works again" vote. The server counts it only with `counted`. */
export type ReportOutcome =
  | {
      readonly outcome: 'counted';
      /** Reports in the feed's window, this one included; a vote is not one of them. */ readonly reportCount: number;
    }
  | {
      readonly outcome: 'already_reported';
      /** Milliseconds until this visitor may report the same again, at most. */ readonly retryAfterMs:
        | number
        | undefined;
    }
  | {
      readonly outcome: 'refused';
      /** Milliseconds until the server wants the next attempt. */ readonly retryAfterMs:
        | number
        | undefined;
    }
  | { readonly outcome: 'offline' };
