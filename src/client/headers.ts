/**
 * Compares the server's clock with the visitor's.
 *
 * @param headers The answer's headers. A shared cache hands out the origin's `Date`, and says in `Age` how old it is.
 * @param receivedAtMs The visitor's clock when they arrived, epoch milliseconds.
 * @returns Server's minus visitor's clock in milliseconds, to the second; 0 where the server's is not readable.
 */
export function readClockOffset(headers: Pick<Headers, 'get'>, receivedAtMs: number): number {
  return (
    Date.parse(headers.get('date') ?? '') +
      (Number(headers.get('age')) || 0) * 1000 -
      receivedAtMs || 0
  );
}

/**
 * Reads how long a server asks us to wait, {@link https://www.rfc-editor.org/rfc/rfc9110#field.retry-after}.
 *
 * @param headers The answer's headers.
 * @param serverMs The server's clock, epoch milliseconds, as the header may be a date.
 * @returns Milliseconds; `undefined` when the header is missing, not readable or 0, or the time has passed.
 */
export function readRetryAfter(
  headers: Pick<Headers, 'get'>,
  serverMs: number,
): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const waitMs = Number(value) * 1000 || Date.parse(value) - serverMs;
  return waitMs >= 0 ? waitMs : undefined;
}
