import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedCache } from '../feed/feed-cache.js';
import type { Entity, EntityAnswer } from '../lib/entity.js';
import type { Log } from '../lib/log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ViewCounter } from '../views/view-counter.js';
import { FEED_CACHE_CONTROL } from './feed-routes.js';
import { servicePathReader } from './service-path.js';
import { FRAME_POLICY, SHARED_HEADERS } from './shared-headers.js';

const AFTER_ID = '/status.json';
/** As the router calls it, so that both ways count as one. */
const ROUTE = '/v1/services/:id/status.json';
/** Ways of asking whose answers are kept with a feed: clients have a few, whoever plays has many. */
const MAX_KEPT = 50;
const COMMON_HEADERS = { ...SHARED_HEADERS, 'Content-Security-Policy': FRAME_POLICY };

/** An answer as Node takes it, the same for everybody who asks the same. */
interface Written {
  readonly status: 200 | 304;
  readonly headers: string[];
  readonly bytes: Buffer | null;
}

function toWritten({ status, headers, bytes }: EntityAnswer): Written {
  const length = bytes && { 'Content-Length': String(bytes.length) };
  const list = Object.entries({ ...COMMON_HEADERS, ...headers, ...length }).flat();
  return { status, headers: list, bytes };
}

/** Answers a request if it can do so at once; `false` leaves it untouched for the router. */
export type HotAnswer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Answers requests for feeds that lie ready in memory before the router sees them: on the day of an outage nearly all
 * requests are these, and the router costs as much again as Node itself. Whatever is not plain (an unknown service, a
 * feed or a compressed form that has to be made, a query, another method) is the router's, whose answer is the same.
 *
 * @param parts.pathPrefix Path under which a proxy shows the server, without a slash at the end; empty for none.
 */
export function answerHotFeeds(parts: {
  readonly feeds: Pick<FeedCache, 'peek'>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly views: Pick<ViewCounter, 'countRequest'>;
  readonly pathPrefix: string;
}): HotAnswer {
  const { feeds, metrics, log, views, pathPrefix } = parts;
  const counters = {
    200: metrics.tally(metrics.requests.labels(ROUTE, '200')),
    304: metrics.tally(metrics.requests.labels(ROUTE, '304')),
  };
  const readId = servicePathReader(pathPrefix, AFTER_ID);
  const kept = new WeakMap<Entity, Map<string, Written>>();
  const find = (entity: Entity, encodings = '', validator = ''): Written | undefined => {
    const known = kept.get(entity) ?? new Map<string, Written>();
    kept.set(entity, known);
    // No header holds a line break.
    const asked = validator === '' ? encodings : `${encodings}\n${validator}`;
    const written = known.get(asked);
    if (written) return written;
    const answer = entity.answer(encodings, validator, FEED_CACHE_CONTROL);
    if (!answer) return undefined;
    const made = toWritten(answer);
    if (known.size < MAX_KEPT) known.set(asked, made);
    return made;
  };
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET') return false;
    const id = readId(incoming.url ?? '');
    const snapshot = id === undefined ? undefined : feeds.peek(id);
    if (!snapshot || id === undefined) return false;
    const { headers: asked } = incoming;
    const written = find(snapshot.entity, asked['accept-encoding'], asked['if-none-match']);
    if (!written) return false;
    const { status, headers, bytes } = written;
    outgoing.writeHead(status, headers);
    outgoing.end(bytes);
    counters[status].add();
    views.countRequest(id, asked['if-none-match']);
    log.debug({ route: ROUTE, status }, 'answered at once');
    return true;
  };
}
