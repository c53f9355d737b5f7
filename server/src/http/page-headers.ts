import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Context } from 'hono';
import { STATUS_STYLES } from 'outage-status/ssr';
import { FRAME_POLICY } from './shared-headers.js';

const allowOwnFiles = (styles: string, connect = "'self'"): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; connect-src ${connect}; img-src 'self' data:; base-uri 'none'`;

const forbidFrames = (policy: string): string =>
  `${policy}; manifest-src 'self'; form-action 'self'; ${FRAME_POLICY}`;

// A nonce would be the same for everybody to whom a cache gives the page.
const widgetStyles = `'sha256-${createHash('sha256').update(STATUS_STYLES).digest('base64')}'`;
const WITH_WIDGET = `'self' ${widgetStyles}`;

/** For pages that no page may frame. */
export const PAGE_POLICY = forbidFrames(allowOwnFiles("'self'"));

/** The origin of an address, and the one that sites use beside it: redirects lead from one to the other. */
const originsOf = (address: string): string[] => {
  const url = new URL(address);
  const [, bare = url.host] = /^www\.(.+)$/.exec(url.host) ?? [];
  return isIP(url.hostname.replace(/^\[|\]$/g, '')) || url.hostname === 'localhost'
    ? [url.origin]
    : [bare, `www.${bare}`].map((host) => `${url.protocol}//${host}`);
};

/**
 * For the page of a service, with the widget as the server draws it, whose one `<style>` it allows by its hash.
 *
 * @param asked Addresses that the widget may ask when a visitor checks from their device.
 */
export const widgetPolicy = (asked: readonly string[]): string => {
  const origins = [...new Set(asked.flatMap(originsOf))];
  return forbidFrames(allowOwnFiles(WITH_WIDGET, ["'self'", ...origins].join(' ')));
};

/** For the builder, which frames this server's own pages. */
export const BUILDER_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/**
 * For the embed page, which has that widget and which any page may frame. It asks nobody else: its COEP, without which
 * isolated pages could not frame it, would refuse the answers.
 */
export const EMBED_POLICY = `${allowOwnFiles(WITH_WIDGET)}; form-action 'none'; frame-ancestors *`;

/** Sets the headers of every HTML answer. */
export function setPageHeaders(context: Context, policy: string): void {
  context.header('Content-Security-Policy', policy);
  context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
}
