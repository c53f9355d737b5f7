import type { FeedCache, FeedSnapshot } from '../feed/feed-cache.js';
import { BoundedCache } from '../lib/bounded-cache.js';
import type { Entity, EntityAnswer } from '../lib/entity.js';
import type { ViewCounter } from '../views/view-counter.js';
import type { FastRoute } from './fast-routes.js';
import { FEED_CACHE_CONTROL, GUIDE_LATER } from './feed-routes.js';
import { toRawAnswer, type RawAnswer } from './raw-answer.js';

/** Answers kept per feed, keyed by `Accept-Encoding` and `If-None-Match`. Clients use a handful; the cap bounds abuse. */
const MAX_KEPT = 50;

const complete = ({ status, headers, bytes }: EntityAnswer): RawAnswer =>
  toRawAnswer({ status, headers: Object.entries(headers).flat(), body: bytes });

/**
 * Serves feeds that are ready in memory. The router handles the rest: unknown services, and feeds or compressed forms
 * that must be made first.
 */
export function fastFeeds({
  feeds,
  views,
}: {
  readonly feeds: Pick<FeedCache, 'peek'>;
  readonly views: Pick<ViewCounter, 'countRequest'>;
}): FastRoute[] {
  const kept = new WeakMap<Entity, BoundedCache<RawAnswer | undefined>>();
  const find = (entity: Entity, encodings = '', validator = ''): RawAnswer | undefined => {
    let answers = kept.get(entity);
    if (!answers) kept.set(entity, (answers = new BoundedCache(MAX_KEPT)));
    // No header holds a line break.
    return answers.get(validator === '' ? encodings : `${encodings}\n${validator}`, () => {
      const answer = entity.answer(encodings, validator, FEED_CACHE_CONTROL);
      return answer && complete(answer);
    });
  };
  const serve = (query: string, form: (snapshot: FeedSnapshot) => Entity): FastRoute => ({
    method: 'GET',
    path: '/v1/services/:id/status.json',
    query,
    answer: ({ headers }, id) => {
      const snapshot = feeds.peek(id);
      const answer =
        snapshot && find(form(snapshot), headers['accept-encoding'], headers['if-none-match']);
      if (answer) views.countRequest(id, headers['if-none-match']);
      return answer;
    },
  });
  return [
    serve('', ({ entity }) => entity),
    serve(`?guide=${GUIDE_LATER}`, ({ firstEntity }) => firstEntity),
  ];
}
