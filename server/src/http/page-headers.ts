import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { STATUS_STYLES } from 'outage-status/ssr';
import { FRAME_POLICY } from './shared-headers.js';

const allowOwnFiles = (styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; connect-src 'self'; img-src 'self' data:; base-uri 'none'`;

const forbidFrames = (policy: string): string =>
  `${policy}; manifest-src 'self'; form-action 'self'; ${FRAME_POLICY}`;

// A nonce would be the same for everybody to whom a cache gives the page.
const widgetStyles = `'sha256-${createHash('sha256').update(STATUS_STYLES).digest('base64')}'`;
const withWidget = allowOwnFiles(`'self' ${widgetStyles}`);

/** For pages that no page may frame. */
export const PAGE_POLICY = forbidFrames(allowOwnFiles("'self'"));

/** For such a page with the widget as the server draws it, whose one `<style>` it allows by its hash. */
export const WIDGET_POLICY = forbidFrames(withWidget);

/** For the builder, which frames this server's own pages. */
export const BUILDER_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/** For the embed page, which has that widget and which any page may frame. */
export const EMBED_POLICY = `${withWidget}; form-action 'none'; frame-ancestors *`;

/** Sets the headers of every HTML answer. */
export function setPageHeaders(context: Context, policy: string): void {
  context.header('Content-Security-Policy', policy);
  context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
}
