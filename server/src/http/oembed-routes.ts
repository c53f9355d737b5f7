import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { Entity } from '../lib/entity.js';
import { RequestError } from '../lib/request-error.js';
import { describeOembed, writeOembedXml } from '../render/oembed.js';
import { renderLanguage } from '../render/render-language.js';
import { serverUrlOf } from './page-routes.js';
import { sendEntity } from './send-entity.js';

const CACHE_CONTROL = 'public, max-age=300';

/** Reads id and language from the address of a service's page or frame; `undefined` for any other address. */
function readPageUrl(
  address: string,
  serverUrl: string,
): { id: string; language: string | undefined } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(address);
  const server = new URL(serverUrl);
  const root = server.pathname.replace(/\/$/, '');
  if (!/^https?:$/.test(protocol) || host !== server.host || !pathname.startsWith(`${root}/`)) {
    return undefined;
  }
  const [, id] = /^\/(?:embed\/)?([a-z0-9-]+)\/?$/i.exec(pathname.slice(root.length)) ?? [];
  return id === undefined
    ? undefined
    : { id: id.toLowerCase(), language: searchParams.get('lang') ?? undefined };
}

const readLimit = (name: string, text: string | undefined): number => {
  if (text === undefined || text === '') return Number.POSITIVE_INFINITY;
  // Any number of digits is fine: a limit above every size limits nothing.
  if (/^0*[1-9]\d*$/.test(text)) return Number(text);
  throw new RequestError('invalid', `${name} is a whole number of pixels, 1 or more.`, {
    path: name,
  });
};

/** Adds `GET /oembed`: how to embed a service's page, for clients that discover it by `<link rel="alternate">`. */
export function addOembedRoute(
  app: OpenAPIHono,
  parts: {
    readonly catalog: ReadonlyMap<string, CatalogService>;
    readonly publicUrl: () => string | undefined;
  },
): void {
  app.get('/oembed', (context) => {
    const { url, format = 'json', maxwidth, maxheight } = context.req.query();
    if (!url) throw new RequestError('invalid', 'url is missing.', { path: 'url' });
    if (format !== 'json' && format !== 'xml') {
      throw new RequestError('not_implemented', 'format is json or xml.', { path: 'format' });
    }
    const room = {
      maxWidth: readLimit('maxwidth', maxwidth),
      maxHeight: readLimit('maxheight', maxheight),
    };
    const serverUrl = serverUrlOf(context, parts.publicUrl);
    const page = readPageUrl(url, serverUrl);
    const service = page && parts.catalog.get(page.id);
    if (!service) throw new RequestError('not_found', 'There is no service at this URL.');
    const answer = describeOembed(service, renderLanguage(page.language), serverUrl, room);
    const entity =
      format === 'xml'
        ? new Entity(Buffer.from(writeOembedXml(answer)), 'text/xml; charset=utf-8')
        : new Entity(Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8');
    return sendEntity(context, entity, CACHE_CONTROL);
  });
}
