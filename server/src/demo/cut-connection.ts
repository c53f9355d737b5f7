import type { Context } from 'hono';

/**
 * Ends a request without an answer, like a lost connection. Outside Node's own server there is no connection to cut, so the
 * answer is a plain 502.
 */
export function cutConnection(context: Context): Response {
  const { incoming } = (context.env ?? {}) as { incoming?: { destroy(): void } };
  incoming?.destroy();
  return context.body(null, 502);
}
