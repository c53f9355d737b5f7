import type { MiddlewareHandler } from 'hono';

/** No page may frame the answer: the default, which the embed page and the demo replace. */
export const FRAME_POLICY = "frame-ancestors 'none'";

/**
 * Every answer has these, errors and 304 included: a widget on any page, including sandboxed pages with origin `null`,
 * must be able to read it, and a page under COEP must be able to load it.
 */
export const SHARED_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, ETag, Retry-After, Age',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': FRAME_POLICY,
} as const;

const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, If-None-Match, Last-Event-ID, Cache-Control',
  'Access-Control-Max-Age': '86400',
} as const;

/**
 * Sets {@link SHARED_HEADERS} before the handler runs, and answers preflights. Hono's own `cors()` costs three times as
 * much per request, because it touches the finished answer.
 */
export const shareWithEveryPage: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(SHARED_HEADERS)) context.header(name, value);
  if (context.req.method === 'OPTIONS') return context.body(null, 204, PREFLIGHT_HEADERS);
  return next();
};
