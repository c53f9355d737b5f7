import type { OpenAPIHono } from '@hono/zod-openapi';
import { writeEmbedPage } from '../render/embed-page.js';
import { renderLanguage } from '../render/render-language.js';
import { EMBED_POLICY, setPageHeaders } from './page-headers.js';
import { answerNotFoundPage, htmlEntity, serverUrlOf } from './page-routes.js';
import { readStatus, type StatusParts } from './read-status.js';

const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=300';
const UNKNOWN_CACHE_CONTROL = 'public, max-age=5';

/** Adds `GET /embed/{id}`: the one page that every other page may frame, sandboxed and isolated ones too. */
export function addEmbedRoutes(
  app: OpenAPIHono,
  parts: StatusParts & { readonly publicUrl: () => string | undefined },
): void {
  app.get('/embed/:id', async (context) => {
    const id = context.req.param('id');
    if (!parts.catalog.has(id)) return answerNotFoundPage(context, parts.publicUrl);
    const view = await readStatus(parts, id, renderLanguage(context.req.query('lang')));
    const theme = (['light', 'dark'] as const).find((one) => one === context.req.query('theme'));
    const look = context.req.query('look') === 'compact' ? 'compact' : 'card';
    setPageHeaders(context, EMBED_POLICY);
    // A page that isolates itself may only frame what isolates itself.
    context.header('Cross-Origin-Embedder-Policy', 'require-corp');
    context.header('X-Robots-Tag', 'noindex');
    const html = writeEmbedPage(view, serverUrlOf(context, parts.publicUrl), { theme, look });
    return htmlEntity(html).send(
      context,
      view.status === 'unknown' ? UNKNOWN_CACHE_CONTROL : CACHE_CONTROL,
    );
  });
}
