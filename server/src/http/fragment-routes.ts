import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BoundedCache } from '../lib/bounded-cache.js';
import type { Entity } from '../lib/entity.js';
import { RequestError } from '../lib/request-error.js';
import {
  type FragmentOptions,
  writeFragment,
  writeFragmentNotFound,
  writeFragmentWithoutFeed,
} from '../render/fragment.js';
import { renderLanguage } from '../render/render-language.js';
import { FEED_CACHE_CONTROL } from './feed-routes.js';
import { htmlEntity, serverUrlOf } from './page-routes.js';
import type { StatusParts } from './read-status.js';
import { sendEntity } from './send-entity.js';
import { FRAME_POLICY } from './shared-headers.js';

const UNKNOWN_CACHE_CONTROL = 'public, max-age=5';
/** Fragments kept, some 100 kB each with their compressed forms: a page asks for few of all combinations of options. */
const KEPT_FRAGMENTS = 200;

/** For a browser that opens a fragment by itself. What includes it has a policy of its own. */
const FRAGMENT_POLICY = `default-src 'none'; style-src 'unsafe-inline'; ${FRAME_POLICY}`;

const FILE = /^([^/]+)\.html$/s;

/** What each option may be, in lower case, under the name of its attribute. A boolean one may be anything but `false`. */
const VALUES: Readonly<Record<string, RegExp>> = {
  variant: /^(?:auto|badge|compact|card)$/,
  theme: /^(?:auto|light|dark)$/,
  'heading-level': /^[1-6]$/,
  refresh: /^(?:off|\d{1,4})$/,
  load: /^(?:eager|visible|click)$/,
};
const BOOLEANS = [
  'announce',
  'without-report',
  'without-breakdown',
  'without-sparkline',
  'without-guide',
  'without-official',
];
const NONCE = /^[A-Za-z0-9+/_-]{1,128}={0,2}$/;

/** Reads the options. Ignores those that do not exist, and invalid values, as the pictures do. */
const readOptions = (context: Context): FragmentOptions => {
  const given = (name: string): string | undefined => context.req.query(name);
  const attributes: Record<string, string> = {};
  for (const [name, pattern] of Object.entries(VALUES)) {
    // As the element reads its attributes: case and white space around the word do not matter.
    const value = given(name)?.trim().toLowerCase();
    if (value !== undefined && pattern.test(value)) attributes[name] = value;
  }
  for (const name of BOOLEANS) {
    const value = given(name)?.trim().toLowerCase();
    if (value !== undefined && value !== 'false') attributes[name] = '';
  }
  // Only languages that there are: `Intl` keeps something for every other tag, and strangers choose these.
  const lang = given('lang');
  if (lang) attributes['lang'] = renderLanguage(lang).tag;
  return { attributes, declarative: given('declarative') !== 'false' };
};

/** Reads the nonce of the page's policy, in which a query's `+` has become a space. */
const readNonce = (context: Context): string | undefined => {
  const nonce = context.req.query('nonce')?.replaceAll(' ', '+');
  return nonce !== undefined && NONCE.test(nonce) ? nonce : undefined;
};

/**
 * Adds `GET /fragment/{id}.html`, the widget with its status in the HTML, for pages that another server makes. While there
 * is no feed, it is the tag with a link; for an unknown service a sentence, with status 404.
 */
export function addFragmentRoutes(
  app: OpenAPIHono,
  parts: StatusParts & { readonly publicUrl: () => string | undefined },
): void {
  const { catalog, feeds, now } = parts;
  const fragments = new BoundedCache<Entity>(KEPT_FRAGMENTS);

  app.get('/fragment/:file', async (context) => {
    const id = FILE.exec(context.req.param('file'))?.[1]?.toLowerCase();
    if (id === undefined) throw new RequestError('not_found', 'There is no such fragment.');
    context.header('Content-Security-Policy', FRAGMENT_POLICY);
    context.header('X-Robots-Tag', 'noindex');
    const language = renderLanguage(context.req.query('lang'));
    const serverUrl = serverUrlOf(context, parts.publicUrl);
    const service = catalog.get(id);
    if (!service) {
      context.header('Cache-Control', 'no-store');
      return context.html(writeFragmentNotFound(language, serverUrl), 404);
    }
    const options = readOptions(context);
    const snapshot = await feeds.get(service).catch((error: unknown) => {
      if (error instanceof RequestError && error.code === 'unavailable') return undefined;
      throw error;
    });
    if (!snapshot) {
      const html = writeFragmentWithoutFeed(service, serverUrl, options, language);
      return sendEntity(context, htmlEntity(html), UNKNOWN_CACHE_CONTROL);
    }
    const { feed, entity } = snapshot;
    const key = JSON.stringify([id, entity.etag(), serverUrl, options]);
    const kept = fragments.get(key, () =>
      htmlEntity(writeFragment(feed, serverUrl, options, now())),
    );
    const nonce = readNonce(context);
    if (nonce === undefined) return sendEntity(context, kept, FEED_CACHE_CONTROL);
    // All texts and values are escaped, so the first `<style>` is the fragment's own.
    const html = kept.bytes.toString().replace('<style>', `<style nonce="${nonce}">`);
    // A nonce is for one view of one page.
    return sendEntity(context, htmlEntity(html), 'no-store');
  });
}
