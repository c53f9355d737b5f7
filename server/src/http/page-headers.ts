import type { Context } from 'hono';
import { FRAME_POLICY } from './shared-headers.js';

const OWN_FILES =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

/** For pages that no page may frame. */
export const PAGE_POLICY = `${OWN_FILES}; manifest-src 'self'; form-action 'self'; ${FRAME_POLICY}`;

/** For the builder, which frames this server's own pages. */
export const BUILDER_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/** For the embed page, which any page may frame. */
export const EMBED_POLICY = `${OWN_FILES}; form-action 'none'; frame-ancestors *`;

/** Sets the headers of every HTML answer. */
export function setPageHeaders(context: Context, policy: string): void {
  context.header('Content-Security-Policy', policy);
  context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
}
