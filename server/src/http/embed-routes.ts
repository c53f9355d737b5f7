import type { OpenAPIHono } from '@hono/zod-openapi';
import { writeEmbedPage, writeNotFoundFrame } from '../render/embed-page.js';
import { renderLanguage } from '../render/render-language.js';
import { EMBED_POLICY, setPageHeaders } from './page-headers.js';
import { htmlEntity, serverUrlOf } from './page-routes.js';
import { readStatus, type StatusParts } from './read-status.js';
import { sendEntity } from './send-entity.js';

const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=300';
const UNKNOWN_CACHE_CONTROL = 'public, max-age=5';

/** Adds `GET /embed/{id}`: the only page that any page may frame, including sandboxed and isolated ones. */
export function addEmbedRoutes(
  app: OpenAPIHono,
  parts: StatusParts & { readonly publicUrl: () => string | undefined },
): void {
  app.get('/embed/:id', async (context) => {
    const id = context.req.param('id').toLowerCase();
    setPageHeaders(context, EMBED_POLICY);
    // A page with COEP can only frame documents that send COEP too.
    context.header('Cross-Origin-Embedder-Policy', 'require-corp');
    context.header('X-Robots-Tag', 'noindex');
    const serverUrl = serverUrlOf(context, parts.publicUrl);
    if (!parts.catalog.has(id)) {
      // Pages may frame this answer too: they would otherwise show the browser's own error, which does not name the cause.
      context.header('Cache-Control', 'no-store');
      const language = renderLanguage(context.req.query('lang'));
      return context.html(writeNotFoundFrame(language, serverUrl), 404);
    }
    const view = await readStatus(parts, id, renderLanguage(context.req.query('lang')));
    const theme = (['light', 'dark'] as const).find((one) => one === context.req.query('theme'));
    const look = context.req.query('look') === 'compact' ? 'compact' : 'card';
    const html = writeEmbedPage(view, serverUrl, { theme, look });
    return sendEntity(
      context,
      htmlEntity(html),
      view.status === 'unknown' ? UNKNOWN_CACHE_CONTROL : CACHE_CONTROL,
    );
  });
}
