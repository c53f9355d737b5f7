import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isNews } from '../feed/community-incidents.js';
import { listIncidentNews } from '../feed/list-incident-news.js';
import { Entity } from '../lib/entity.js';
import { RequestError } from '../lib/request-error.js';
import { type AtomChoice, listEntries, writeAtom } from '../render/atom.js';
import { renderLanguage } from '../render/render-language.js';
import type { HistoryStore } from '../feed/history-store.js';
import { findService } from './find-service.js';
import { serverUrlOf } from './page-routes.js';
import type { StatusParts } from './read-status.js';
import { sendEntity } from './send-entity.js';

const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=300';
const MAX_ENTRIES = 100;
const DEFAULT_ENTRIES = 30;

/** A day, or a time with or without a zone. An unescaped `+` arrives as a space. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+\- ]\d\d:?\d\d)?)?$/;

const readTime = (text: string): number => {
  const [, time, , , zone] = ISO_TIME.exec(text) ?? [];
  if (!ISO_TIME.test(text)) return Number.NaN;
  // A time without a zone is UTC here; JavaScript would use the machine's zone.
  return Date.parse(time && !zone ? `${text}Z` : text.replace(' ', '+'));
};

const readChoice = (context: Context): AtomChoice => {
  const { since, limit = String(DEFAULT_ENTRIES) } = context.req.query();
  const sinceMs = since === undefined ? 0 : readTime(since);
  if (Number.isNaN(sinceMs)) {
    throw new RequestError('invalid', 'since is a day or a time in ISO 8601.', { path: 'since' });
  }
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > MAX_ENTRIES) {
    const message = `limit is a whole number from 1 to ${MAX_ENTRIES}.`;
    throw new RequestError('invalid', message, { path: 'limit' });
  }
  return { sinceMs, limit: Number(limit) };
};

/** Adds `GET /{id}.atom`: status changes and incidents of a service for feed readers. */
export function addAtomRoute(
  app: OpenAPIHono,
  parts: StatusParts & {
    readonly history: Pick<HistoryStore, 'readChanges' | 'readIncidentNews'>;
    readonly publicUrl: () => string | undefined;
  },
): void {
  app.get('/:file{[a-z0-9][a-z0-9-]*\\.atom}', async (context) => {
    const service = findService(parts.catalog, context.req.param('file').slice(0, -'.atom'.length));
    const choice = readChoice(context);
    const [{ feed }, changes, stored] = await Promise.all([
      parts.feeds.get(service),
      parts.history.readChanges(service.id, MAX_ENTRIES),
      parts.history.readIncidentNews(service.id, MAX_ENTRIES),
    ]);
    const language = renderLanguage(context.req.query('lang'));
    const news = {
      changes: changes.filter(isNews),
      incidents: listIncidentNews(stored, feed),
      archive: feed.incidents.filter(({ source }) => source === 'archive'),
    };
    const entries = listEntries(service.name, news, language, choice);
    const serverUrl = serverUrlOf(context, parts.publicUrl);
    const xml = writeAtom(service, entries, language, serverUrl, parts.now());
    const entity = new Entity(Buffer.from(xml), 'application/atom+xml; charset=utf-8');
    return sendEntity(context, entity, CACHE_CONTROL);
  });
}
