/**
 * Compares the server's clock with the visitor's.
 *
 * @param headers The answer's headers. A shared cache hands out the origin's `Date`, and says in `Age` how old it is.
 * @param receivedAtMs The visitor's clock when they arrived, epoch milliseconds.
 * @returns Server's minus visitor's clock in milliseconds, to the second; 0 where the server's is not readable.
 */
export function readClockOffset(headers: Headers, receivedAtMs: number): number {
  return (
    Date.parse(headers.get('date') ?? '') +
      (Number(headers.get('age')) || 0) * 1000 -
      receivedAtMs || 0
  );
}
