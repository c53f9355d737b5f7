import type { Context } from 'hono';
import { FRAME_POLICY } from './shared-headers.js';

const OWN_FILES =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

/** Of pages, which nobody may frame. */
export const PAGE_POLICY = `${OWN_FILES}; form-action 'self'; ${FRAME_POLICY}`;

/** Of the builder, which shows this server's own frames. */
export const BUILDER_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/** Of the page that is made to be framed, by anybody. */
export const EMBED_POLICY = `${OWN_FILES}; form-action 'none'; frame-ancestors *`;

/** Sets what every HTML answer has. */
export function setPageHeaders(context: Context, policy: string): void {
  context.header('Content-Security-Policy', policy);
  context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
}
