import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { FeedCache } from '../feed/feed-cache.js';
import { RequestError } from '../lib/request-error.js';
import type { Hub } from '../push/hub.js';
import { errorResponses, serviceParameters } from './api-schemas.js';
import { findService } from './find-service.js';
import { SHARED_HEADERS } from './shared-headers.js';

const RETRY_AFTER_SECONDS = 60;

const STREAM_HEADERS = {
  ...SHARED_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  Connection: 'close',
  'Cache-Control': 'no-store, no-transform',
  // nginx would otherwise hold events back until its buffer is full.
  'X-Accel-Buffering': 'no',
};

const eventsRoute = createRoute({
  method: 'get',
  path: '/v1/services/{id}/events',
  summary: 'Watch the feed of one service',
  description:
    'Server-sent events of two types. `feed` carries the feed without `guide`: on connect, at most once a second when it changes, and once a minute when it does not. `heartbeat` is empty and comes every 20 s without a `feed`. A client that receives nothing for 45 s should poll instead.',
  request: { params: serviceParameters },
  responses: {
    200: {
      description: 'The event stream.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    ...errorResponses('not_found', 'unavailable'),
  },
});

/** Adds `GET /v1/services/{id}/events`. */
export function addEventRoutes(
  app: OpenAPIHono,
  parts: {
    catalog: ReadonlyMap<string, CatalogService>;
    feeds: FeedCache;
    hub: Hub;
    maxWatchers: number;
  },
): void {
  const { catalog, feeds, hub, maxWatchers } = parts;
  app.openAPIRegistry.registerPath(eventsRoute);
  app.get(eventsRoute.getRoutingPath(), async (context) => {
    const service = findService(catalog, context.req.param('id'));
    const { incoming, outgoing } = (context.env ?? {}) as Partial<HttpBindings>;
    if (incoming?.method === 'HEAD') return context.body(null, 200, STREAM_HEADERS);
    if (hub.watcherCount >= maxWatchers || hub.closed || !outgoing) {
      throw new RequestError('unavailable', 'No event stream is free now; poll status.json.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
    // Fails here, with a status, if there is no feed to send.
    await feeds.get(service);
    if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
    // The stream ends with its connection, so events need no chunk framing (a length before, a line after): one write
    // instead of three, for each of thousands of watchers.
    outgoing.removeHeader('Transfer-Encoding');
    outgoing.writeHead(200, STREAM_HEADERS);
    hub.add(service, outgoing);
    return RESPONSE_ALREADY_SENT;
  });
}
