import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import { readHistory } from '../feed/service-history.js';
import type { Clock } from '../lib/clock.js';
import { HISTORY_SPANS, writeHistoryPage } from '../render/history-page.js';
import { renderLanguage } from '../render/render-language.js';
import type { HistoryStore } from '../feed/history-store.js';
import { PAGE_POLICY, setPageHeaders } from './page-headers.js';
import { htmlEntity } from './page-routes.js';
import { sendEntity } from './send-entity.js';

const DEFAULT_SPAN = 90;

/** Adds `GET /{id}/history?days=90`: a page of past incidents. A number of days that it does not offer becomes 90. */
export function addHistoryPageRoute(
  app: OpenAPIHono,
  parts: { catalog: ReadonlyMap<string, CatalogService>; history: HistoryStore; now: Clock },
): void {
  const { catalog, history, now } = parts;
  app.get('/:id{[a-z0-9][a-z0-9-]*}/history', async (context, next) => {
    const service = catalog.get(context.req.param('id'));
    if (!service) return next();
    const wanted = Number(context.req.query('days'));
    const days = HISTORY_SPANS.find((span) => span === wanted) ?? DEFAULT_SPAN;
    const past = await readHistory(history, service.id, days, now());
    setPageHeaders(context, PAGE_POLICY);
    const language = renderLanguage(context.req.query('lang'));
    const html = writeHistoryPage(service, past, days, language);
    return sendEntity(context, htmlEntity(html), 'public, max-age=60');
  });
}
