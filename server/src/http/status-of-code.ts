import type { RequestErrorCode } from '../lib/request-error.js';

/** The HTTP status of each error code. */
export const STATUS_OF_CODE = {
  invalid: 400,
  forbidden: 403,
  paused: 403,
  not_found: 404,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  not_implemented: 501,
  unavailable: 503,
} as const satisfies Record<RequestErrorCode, number>;
