import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BoundedCache } from '../lib/bounded-cache.js';
import { MINUTE_MS } from '../lib/clock.js';
import { Entity } from '../lib/entity.js';
import type { Log } from '../lib/log.js';
import { RequestError } from '../lib/request-error.js';
import { BADGE_SIZES, type BadgeOptions, drawBadge } from '../render/badge.js';
import { drawCard } from '../render/card.js';
import type { PictureTheme } from '../render/picture-style.js';
import type { Rasterizer } from '../render/rasterizer.js';
import { renderLanguage } from '../render/render-language.js';
import { describeShield } from '../render/shields.js';
import { type StatusView, viewStatus } from '../render/status-view.js';
import { serverUrlOf } from './page-routes.js';
import { readStatus, type StatusParts } from './read-status.js';
import { sendEntity } from './send-entity.js';
import { FRAME_POLICY } from './shared-headers.js';

const FRESH_SECONDS = 60;
const MAX_FRESH_SECONDS = 86_400;
const MAX_LABEL_LENGTH = 60;
const MAX_SCALE = 3;
const KEPT_DRAWINGS = 400;
/** Variants of one badge kept, by size, theme and label. */
const BADGES_PER_VIEW = 20;
const THEMES: readonly PictureTheme[] = ['auto', 'light', 'dark'];
const PICTURE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; ${FRAME_POLICY}`;

/** Longest id read from an address: the grey badge shows the id of an unknown service. */
const MAX_SHOWN_ID_LENGTH = 64;

/**
 * Matches `kik.svg`, `kik.png`, `kik.json`; and `kik-outage-status.png`, for forums that take the alternative text from the
 * name. Any other name is an unknown service, not an error: a mistyped picture is grey until its author corrects it.
 */
const FILE = /^([^/]+)\.(svg|png|json)$/s;

const readFile = (context: Context): { id: string; ending: string } | undefined => {
  const [, name, ending] = FILE.exec(context.req.param('file') ?? '') ?? [];
  return name && ending
    ? { id: name.toLowerCase().slice(0, MAX_SHOWN_ID_LENGTH), ending }
    : undefined;
};

// Without these, GitHub's image proxy keeps a picture for a year. A picture of an unknown status expires after 10 s.
const cacheControl = (context: Context, view: StatusView): string => {
  if (view.status === 'unknown') return 'public, max-age=10, s-maxage=10';
  const wanted = Number(context.req.query('cacheSeconds'));
  const seconds = Math.min(Math.max(wanted || 0, FRESH_SECONDS), MAX_FRESH_SECONDS);
  return `public, max-age=${Math.floor(seconds)}, s-maxage=${Math.floor(seconds)}, stale-while-revalidate=60`;
};

const oneOf = <Value extends string>(
  values: readonly Value[],
  wanted: string | undefined,
  fallback: Value,
): Value => values.find((value) => value === wanted) ?? fallback;

const readScale = (context: Context): number => {
  const wanted = Number(context.req.query('scale'));
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, MAX_SCALE) : 1;
};

/**
 * Adds `GET /badge/{id}.svg`, `.png` and `.json`, and `GET /card/{id}.png`. If nothing is known, the picture is grey, says
 * `Unknown` and still has status 200, because a broken one stays broken in proxies. Invalid options have no effect.
 */
export function addPictureRoutes(
  app: OpenAPIHono,
  parts: StatusParts & {
    readonly log: Log;
    readonly rasterizer: Rasterizer;
    readonly publicUrl: () => string | undefined;
  },
): void {
  const { rasterizer } = parts;
  const drawings = new BoundedCache<Entity>(KEPT_DRAWINGS);

  const badges = new WeakMap<StatusView, BoundedCache<string>>();
  const badgeOf = (view: StatusView, options: BadgeOptions): string => {
    const drawn = badges.get(view) ?? new BoundedCache<string>(BADGES_PER_VIEW);
    badges.set(view, drawn);
    return drawn.get(JSON.stringify(options), () => drawBadge(view, options).text);
  };

  const read = async (context: Context, id: string): Promise<StatusView> => {
    // Pictures show ages in whole minutes, so all requests within one minute get the same picture.
    const nowMs = Math.ceil(parts.now() / MINUTE_MS) * MINUTE_MS;
    const language = renderLanguage(context.req.query('lang'));
    try {
      return await readStatus(parts, id, language, nowMs);
    } catch (error) {
      parts.log.error({ err: error }, 'a picture shows nothing');
      return viewStatus(
        { id, name: parts.catalog.get(id)?.name ?? id },
        undefined,
        language,
        nowMs,
      );
    }
  };
  const send = (context: Context, entity: Entity, view: StatusView): Promise<Response> => {
    context.header('Content-Security-Policy', PICTURE_POLICY);
    return sendEntity(context, entity, cacheControl(context, view));
  };
  const notFound = (): RequestError => new RequestError('not_found', 'There is no such picture.');

  app.get('/badge/:file', async (context) => {
    const file = readFile(context);
    if (!file) throw notFound();
    const { id, ending } = file;
    const short = id.replace(/-outage-status$/, '');
    const view = await read(context, parts.catalog.has(id) ? id : short);
    const label = context.req.query('label')?.slice(0, MAX_LABEL_LENGTH);
    if (ending === 'json') {
      const body = Buffer.from(JSON.stringify(describeShield(view, label)));
      return send(context, new Entity(body, 'application/json; charset=utf-8'), view);
    }
    const options: BadgeOptions = {
      size: oneOf(BADGE_SIZES, context.req.query('size'), 'small'),
      theme: oneOf(THEMES, context.req.query('theme'), 'auto'),
      label,
      withTime: ending === 'png',
    };
    // A raster picture cannot follow the colours of its page.
    const theme = ending === 'png' && options.theme === 'auto' ? 'light' : options.theme;
    const svg = badgeOf(view, { ...options, theme });
    if (ending === 'png') return send(context, await rasterizer.png(svg, readScale(context)), view);
    const make = (): Entity => new Entity(Buffer.from(svg), 'image/svg+xml; charset=utf-8');
    return send(context, drawings.get(svg, make), view);
  });

  app.get('/card/:file', async (context) => {
    const file = readFile(context);
    if (file?.ending !== 'png') throw notFound();
    const view = await read(context, file.id);
    const theme = oneOf(['light', 'dark'] as const, context.req.query('theme'), 'light');
    const address = serverUrlOf(context, parts.publicUrl).replace(/^https?:\/\//, '');
    const svg = drawCard(view, theme, `${address}/${view.id}`).text;
    return send(context, await rasterizer.png(svg, 1), view);
  });
}
