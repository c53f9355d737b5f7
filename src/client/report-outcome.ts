/** What became of one report. Everything but `counted` means: not counted. */
export type ReportOutcome =
  | {
      readonly outcome: 'counted';
      /** Reports in the feed's window, this one included. */ readonly reportCount: number;
    }
  | {
      readonly outcome: 'already_reported';
      /** When this visitor may report again. */ readonly retryAfterMs: number | undefined;
    }
  | {
      readonly outcome: 'refused';
      /** When the server asked to try again. */ readonly retryAfterMs: number | undefined;
    }
  | { readonly outcome: 'offline' };
