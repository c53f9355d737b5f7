import type { Feed } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { FeedCache } from '../feed/feed-cache.js';
import type { Clock } from '../lib/clock.js';
import { RequestError } from '../lib/request-error.js';
import type { RenderLanguage } from '../render/render-language.js';
import { type StatusView, viewStatus } from '../render/status-view.js';

/** What rendering a status needs. */
export interface StatusParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly feeds: FeedCache;
  readonly now: Clock;
}

/** The last view of each feed: in a rush most requests are for the same badge, and its view costs more than the answer. */
const lastViews = new WeakMap<
  Feed,
  { readonly tag: RenderLanguage['tag']; readonly nowMs: number; readonly view: StatusView }
>();

/**
 * Makes the view of a service's status. For an unknown service, or while no feed is available, the view has no feed and
 * says that nothing is known.
 *
 * @param nowMs The time that the view's ages refer to; by default the server's clock.
 */
export async function readStatus(
  { catalog, feeds, now }: StatusParts,
  id: string,
  language: RenderLanguage,
  nowMs = now(),
): Promise<StatusView> {
  const service = catalog.get(id);
  if (!service) return viewStatus({ id, name: id }, undefined, language, nowMs);
  try {
    const { feed } = await feeds.get(service);
    const last = lastViews.get(feed);
    if (last?.tag === language.tag && last.nowMs === nowMs) return last.view;
    const view = viewStatus(service, feed, language, nowMs);
    lastViews.set(feed, { tag: language.tag, nowMs, view });
    return view;
  } catch (error) {
    if (error instanceof RequestError && error.code === 'unavailable') {
      return viewStatus(service, undefined, language, nowMs);
    }
    throw error;
  }
}
