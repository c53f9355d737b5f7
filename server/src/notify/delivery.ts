/**
 * What became of a message. `refused`: it will never be taken · `gone`: there is nobody there any more · `failed`: another try may help.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'gone' }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      /** Soonest next try, as the other side asked for. */
      readonly retryAfterMs?: number;
    };
