/** One line about a driver's error. When Node is refused by several addresses, the error has an empty message and a code. */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  return cause.message || code || cause.name;
}
