/** One line on what a driver threw. Node's refused connection to several addresses has an empty message, only a code. */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  return cause.message || code || cause.name;
}
