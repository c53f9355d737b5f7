/**
 * The outcome of sending a message. `refused`: the other side will never accept it · `gone`: the recipient no longer exists ·
 * `failed`: another try may succeed.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'gone' }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      /** Least wait before the next try, as the other side asked. */
      readonly retryAfterMs?: number;
    };
