import { FeedError } from '../feed/index.js';
import { readWord, type ReadAttribute } from './paint-attributes.js';

let configuredServer: string | undefined;
let scriptServer: string | undefined;

/** Called after each `configure()`. @internal */
export const configureListeners = new Set<() => void>();

/** Options for every `<outage-status>` on the page. */
export interface OutageStatusOptions {
  /** Base URL of the feed server, e.g. `https://status.example/`. A `server` attribute outranks it. `undefined`: no change. */
  server?: string | undefined;
}

/** Sets options for every `<outage-status>`, at any time: elements that are on the page follow. Without a server they wait. */
export function configure(options: OutageStatusOptions): void {
  // Pages without TypeScript pass a `URL` as well, or nothing.
  configuredServer = options?.server?.toString().trim() ?? configuredServer;
  for (const listener of configureListeners) listener();
}

/** Sets the server that the script tag names or that served the script; all others outrank it. @internal */
export function setScriptServer(server: string | undefined): void {
  scriptServer = server;
}

/** Whether elements without a `server` attribute have one. @internal */
export const isServerKnown = (): boolean => !!(configuredServer || scriptServer);

/**
 * Finds the feed that an element shows.
 *
 * - `src`: URL of a feed or of an official status page; wins over the others.
 * - `format`: format of that page; it goes into the fragment, which is never sent, so that elements that read one page in
 *   different ways do not share a stream.
 * - `service`: id of a service.
 * - `server`: base URL of the feed server; else `configure()`, the script tag, the script's own origin.
 *
 * @param attribute Reads these attributes.
 * @param baseUrl Base of relative addresses.
 * @returns An absolute URL, or `undefined` when neither `src` nor `service` is set, or no server is known yet.
 * @throws {FeedError} `invalid` naming the attribute that cannot be used.
 */
export function locateFeed(attribute: ReadAttribute, baseUrl: string): string | undefined {
  const src = attribute('src')?.trim();
  if (src) {
    const url = absolute(src, baseUrl, 'src');
    const format = readWord(attribute('format'));
    return format ? `${url.split('#')[0]}#format=${format}` : url;
  }
  const service = readWord(attribute('service'));
  const server = attribute('server')?.trim() || configuredServer || scriptServer;
  if (!service || !server) return undefined;
  const base = absolute(server.replace(/\/*$/, '/'), baseUrl, 'server');
  return `${base}v1/services/${encodeURIComponent(service)}/status.json`;
}

// Hundreds of elements resolve the same address at every update.
let newest: { of: string; href: string } | undefined;

function absolute(address: string, baseUrl: string, attribute: string): string {
  const of = `${address} ${baseUrl}`;
  if (newest?.of !== of) {
    let href = '';
    try {
      ({ href } = new URL(address, baseUrl));
    } catch {}
    if (!/^https?:/.test(href))
      throw new FeedError('invalid', `${attribute}: expected an http(s) URL, got "${address}"`);
    newest = { of, href };
  }
  return newest.href;
}
