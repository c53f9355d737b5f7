import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { Entity } from '../lib/entity.js';
import type { Rasterizer } from '../render/rasterizer.js';
import { renderLanguage } from '../render/render-language.js';
import { drawIcon, ICON_SIZES, writeWebManifest } from '../render/web-manifest.js';
import { findService } from './find-service.js';
import { sendEntity } from './send-entity.js';

const ENDING = '.webmanifest';
const CACHE_CONTROL = 'public, max-age=3600';

/** Adds what a service's page needs on a home screen: `GET /{id}.webmanifest`, and the icon as `GET /assets/icon-{size}.png`. */
export function addManifestRoutes(
  app: OpenAPIHono,
  parts: {
    readonly catalog: ReadonlyMap<string, CatalogService>;
    readonly rasterizer: Rasterizer;
  },
): void {
  app.get('/:file{[a-z0-9][a-z0-9-]*\\.webmanifest}', (context) => {
    const service = findService(parts.catalog, context.req.param('file').slice(0, -ENDING.length));
    const text = writeWebManifest(service, renderLanguage(context.req.query('lang')));
    const entity = new Entity(Buffer.from(text), 'application/manifest+json; charset=utf-8');
    return sendEntity(context, entity, CACHE_CONTROL);
  });

  for (const size of ICON_SIZES) {
    app.get(`/assets/icon-${size}.png`, async (context) => {
      const { svg, scale } = drawIcon(size);
      return sendEntity(context, await parts.rasterizer.png(svg, scale), CACHE_CONTROL);
    });
  }
}
