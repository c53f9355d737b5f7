import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { searchServices } from '../catalog/search-services.js';
import { writeBuilderPage } from '../render/builder/builder-page.js';
import { readChoice } from '../render/builder/choice.js';
import { chooseService } from '../render/builder/choose-service.js';
import { renderLanguage } from '../render/render-language.js';
import type { WidgetReleases } from '../widget/widget-releases.js';
import { BUILDER_POLICY, setPageHeaders } from './page-headers.js';
import { htmlEntity, serverUrlOf } from './page-routes.js';
import { sendEntity } from './send-entity.js';

// Browsers revalidate each time, so the page always shows the current snippet.
const CACHE_CONTROL = 'public, no-cache';
const MAX_QUERY_LENGTH = 100;

/** Adds `GET /embed`: the snippet builder, which reads all choices from its address. */
export function addBuilderRoute(
  app: OpenAPIHono,
  parts: {
    readonly catalog: ReadonlyMap<string, CatalogService>;
    readonly releases: WidgetReleases;
    readonly publicUrl: () => string | undefined;
  },
): void {
  app.get('/embed', async (context) => {
    const read = (name: string): string | undefined => context.req.query(name);
    const query = (read('service') ?? '').trim().slice(0, MAX_QUERY_LENGTH);
    const html = writeBuilderPage({
      language: renderLanguage(read('lang')),
      ...readChoice(read),
      query,
      chosen: chooseService(parts.catalog, query),
      services: searchServices(parts.catalog, ''),
      serverUrl: serverUrlOf(context, parts.publicUrl),
      release: await parts.releases.current(),
    });
    setPageHeaders(context, BUILDER_POLICY);
    return sendEntity(context, htmlEntity(html), CACHE_CONTROL);
  });
}
