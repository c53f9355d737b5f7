import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedCache } from '../feed/feed-cache.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ViewCounter } from '../views/view-counter.js';
import type { EntityAnswer } from './entity.js';
import { FEED_CACHE_CONTROL } from './feed-routes.js';
import { FRAME_POLICY, SHARED_HEADERS } from './shared-headers.js';

const BEFORE_ID = '/v1/services/';
const AFTER_ID = '/status.json';
/** As the router calls it, so that both ways count as one. */
const ROUTE = '/v1/services/:id/status.json';
const COMMON_HEADERS = { ...SHARED_HEADERS, 'Content-Security-Policy': FRAME_POLICY };

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
  readonly views: Pick<ViewCounter, 'look'>;
  readonly pathPrefix: string;
}): HotAnswer {
  const { feeds, metrics, log, views, pathPrefix } = parts;
  const counters = {
    200: metrics.requests.labels(ROUTE, '200'),
    304: metrics.requests.labels(ROUTE, '304'),
  };
  const readId = (url: string): string | undefined => {
    const start = url.startsWith(BEFORE_ID) ? 0 : pathPrefix.length;
    if (start > 0 && !url.startsWith(pathPrefix)) return undefined;
    if (!url.startsWith(BEFORE_ID, start) || !url.endsWith(AFTER_ID)) return undefined;
    return url.slice(start + BEFORE_ID.length, -AFTER_ID.length);
  };
  // One list for all who get the same answer; gone with the feed it belongs to.
  const headerLists = new WeakMap<EntityAnswer, string[]>();
  const headersOf = (answer: EntityAnswer): string[] => {
    const known = headerLists.get(answer);
    if (known) return known;
    const { headers, bytes } = answer;
    const length = bytes && { 'Content-Length': String(bytes.length) };
    const made = Object.entries({ ...COMMON_HEADERS, ...headers, ...length }).flat();
    headerLists.set(answer, made);
    return made;
  };
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET') return false;
    const id = readId(incoming.url ?? '');
    const snapshot = id === undefined ? undefined : feeds.peek(id);
    const { headers: asked } = incoming;
    const answer = snapshot?.entity.answer(
      asked['accept-encoding'],
      asked['if-none-match'],
      FEED_CACHE_CONTROL,
    );
    if (!answer || id === undefined) return false;
    const { status, bytes } = answer;
    outgoing.writeHead(status, headersOf(answer));
    outgoing.end(bytes);
    counters[status].inc();
    views.look(id, asked['if-none-match']);
    log.debug({ route: ROUTE, status }, 'answered at once');
    return true;
  };
}
