import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { searchServices } from '../catalog/search-services.js';
import { Entity } from '../lib/entity.js';
import { writeListPage, writeNotFoundPage } from '../render/list-page.js';
import type { NotifyChoice } from '../render/notify-section.js';
import { PAGE_STYLE } from '../render/page-style.js';
import { renderLanguage } from '../render/render-language.js';
import { writeServicePage } from '../render/service-page.js';
import { overallStatus, type ServiceStates } from '../states/service-states.js';
import { PAGE_POLICY, setPageHeaders, widgetPolicy } from './page-headers.js';
import { readStatus, type StatusParts } from './read-status.js';
import { sendEntity } from './send-entity.js';

const CACHE_CONTROL = 'public, max-age=30, stale-while-revalidate=60';
const UNKNOWN_CACHE_CONTROL = 'public, max-age=5';
const MAX_QUERY_LENGTH = 100;

/** Makes the body of an HTML answer. */
export const htmlEntity = (html: string): Entity =>
  new Entity(Buffer.from(html), 'text/html; charset=utf-8');

/** What the page routes need. */
export interface PageParts extends StatusParts {
  readonly states: ServiceStates;
  readonly publicUrl: () => string | undefined;
  /** Whether `/` lists the services too; in demo mode it is the demo. */
  readonly listAtRoot: boolean;
  /** How visitors can subscribe to changes; `undefined` if notifications are not set up. */
  readonly notifier: NotifyChoice | undefined;
}

/** The server's address for visitors, without a trailing slash. */
export const serverUrlOf = (context: Context, publicUrl: () => string | undefined): string =>
  publicUrl() ?? new URL(context.req.url).origin;

/** Whether to answer an error with a page: the client accepts HTML, and the path is outside the API. */
export const wantsPage = (context: Context): boolean =>
  !context.req.path.startsWith('/v1/') &&
  (context.req.header('accept') ?? '').includes('text/html');

/** Answers 404 with a page. */
export function answerNotFoundPage(
  context: Context,
  publicUrl: () => string | undefined,
): Response {
  setPageHeaders(context, PAGE_POLICY);
  context.header('Cache-Control', 'no-store');
  const language = renderLanguage(context.req.query('lang'));
  return context.html(writeNotFoundPage(language, serverUrlOf(context, publicUrl)), 404);
}

/** Adds the pages for people: `GET /services`, `/` unless there is a demo, `/{id}`, and their style sheet. */
export function addPageRoutes(app: OpenAPIHono, parts: PageParts): void {
  const style = new Entity(Buffer.from(PAGE_STYLE), 'text/css; charset=utf-8');
  app.get('/assets/page.css', (context) => sendEntity(context, style, 'public, no-cache'));

  const notify = parts.notifier ?? { sendsMail: false, pushKey: undefined };

  const answerList = (context: Context): Promise<Response> => {
    const query = (context.req.query('q') ?? '').slice(0, MAX_QUERY_LENGTH);
    const nowMs = parts.now();
    const services = searchServices(parts.catalog, query).map((service) => ({
      id: service.id,
      name: service.name,
      status: overallStatus(service, parts.states.get(service.id), nowMs),
    }));
    setPageHeaders(context, PAGE_POLICY);
    const language = renderLanguage(context.req.query('lang'));
    return sendEntity(
      context,
      htmlEntity(writeListPage(services, query, language, serverUrlOf(context, parts.publicUrl))),
      CACHE_CONTROL,
    );
  };
  app.get('/services', answerList);
  if (parts.listAtRoot) app.get('/', answerList);

  app.get('/:id{[a-z0-9][a-z0-9-]*}', async (context, next) => {
    const id = context.req.param('id');
    // The demo has addresses of this form too.
    const service = parts.catalog.get(id);
    if (!service) return next();
    const view = await readStatus(parts, id, renderLanguage(context.req.query('lang')));
    const asked = [service.url ?? [], service.checks.map(({ url }) => url)].flat();
    setPageHeaders(context, widgetPolicy(asked));
    const html = writeServicePage(view, serverUrlOf(context, parts.publicUrl), notify);
    return sendEntity(
      context,
      htmlEntity(html),
      view.status === 'unknown' ? UNKNOWN_CACHE_CONTROL : CACHE_CONTROL,
    );
  });
}
