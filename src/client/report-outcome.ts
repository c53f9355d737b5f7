/** What became of one report, or of the opposite vote. Everything but `counted` means: not counted. */
export type ReportOutcome =
  | {
      readonly outcome: 'counted';
      /** Reports in the feed's window, this one included; a vote is not one of them. */ readonly reportCount: number;
    }
  | {
      readonly outcome: 'already_reported';
      /** When this visitor may say so again, at the latest. */ readonly retryAfterMs:
        | number
        | undefined;
    }
  | {
      readonly outcome: 'refused';
      /** When the server asked to try again. */ readonly retryAfterMs: number | undefined;
    }
  | { readonly outcome: 'offline' };
