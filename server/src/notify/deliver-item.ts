import { DAY_MS, HOUR_MS } from '../lib/clock.js';
import { changeKey, type NotificationStore, type OutboxItem } from './notification-store.js';
import { backOffMs } from './back-off.js';
import type { Deliverer } from './deliver.js';
import type { Delivery } from './delivery.js';
import { MAX_CHANGE_AGE_MS } from './fan-out.js';
import { judgeNews } from './judge-news.js';

/** Messages about changes that one recipient gets of one service in an hour; after them the latest state, when there is room again. */
export const MESSAGES_PER_HOUR = 4;

/**
 * What became of one turn, for the metrics. `held`: there were enough this hour · `unneeded`: it was old, over, known or not wanted ·
 * `failed`: there will be another try · `given_up`: there will not.
 */
export type ItemOutcome = 'sent' | 'held' | 'unneeded' | 'failed' | 'given_up' | 'refused' | 'gone';

/** What a turn works with. */
export interface DeliverItemParts {
  readonly store: NotificationStore;
  readonly deliverer: Deliverer;
  /** Told why something was not sent; no reason holds an address. */
  readonly onTrouble: (item: OutboxItem, reason: string) => void;
}

const settle = async (
  { store, onTrouble }: DeliverItemParts,
  item: OutboxItem,
  delivery: Delivery,
  nowMs: number,
  knownStatus: Parameters<NotificationStore['finish']>[1],
): Promise<ItemOutcome> => {
  const { outcome } = delivery;
  if (outcome === 'sent') {
    await store.finish(item, { sentAtMs: nowMs, ...knownStatus });
  } else if (outcome === 'gone') {
    await store.unsubscribe(item);
  } else if (outcome === 'refused') {
    onTrouble(item, delivery.reason);
    await store.finish(item, knownStatus);
  } else {
    onTrouble(item, delivery.reason);
    const waitMs = Math.max(backOffMs(item.tries), Math.min(delivery.retryAfterMs ?? 0, HOUR_MS));
    const expiresAtMs = item.createdAtMs + DAY_MS;
    await store.postpone(item, { dueAtMs: nowMs + waitMs, expiresAtMs, tries: item.tries + 1 });
  }
  return outcome;
};

const deliverChange = async (
  parts: DeliverItemParts,
  item: OutboxItem,
  nowMs: number,
): Promise<ItemOutcome> => {
  const { store, deliverer } = parts;
  const [subscription, change] = await Promise.all([
    store.readSubscription(item),
    store.readLastChange(item.serviceId),
  ]);
  // Unsubscribed while it waited; or there is a later change, which has a message of its own.
  if (!subscription || !change || changeKey(change.revision) !== item.messageKey) {
    await store.finish(item, {});
    return 'unneeded';
  }
  const expired = nowMs > item.expiresAtMs;
  const { kind, wanted, knownStatus } = judgeNews(
    subscription.knownStatus,
    change.to,
    subscription.wants,
  );
  if (expired || !wanted || kind === 'nothing') {
    await store.finish(item, { knownStatus });
    return expired && item.tries > 0 ? 'given_up' : 'unneeded';
  }
  const sentTimes = await store.readSentTimes(item, nowMs - HOUR_MS + 1);
  const [oldest] = sentTimes.slice(-MESSAGES_PER_HOUR);
  if (oldest !== undefined && sentTimes.length >= MESSAGES_PER_HOUR) {
    const dueAtMs = oldest + HOUR_MS;
    await store.postpone(item, {
      dueAtMs,
      expiresAtMs: dueAtMs + MAX_CHANGE_AGE_MS,
      tries: item.tries,
    });
    return 'held';
  }
  const delivery = await deliverer.sendChange(item, subscription, { kind, change });
  return settle(parts, item, delivery, nowMs, { knownStatus });
};

/**
 * Deals with one message whose turn it is: sends it, or finds that it is not needed, or puts it off.
 *
 * @throws {StoreError} When the store does not answer. When that is after the message was sent, it is sent again once the lease is over, under
 *   the same Message-ID.
 */
export async function deliverItem(
  parts: DeliverItemParts,
  item: OutboxItem,
  nowMs: number,
): Promise<ItemOutcome> {
  if (item.sealed === null) return deliverChange(parts, item, nowMs);
  if (nowMs > item.expiresAtMs) {
    await parts.store.finish(item, {});
    return 'given_up';
  }
  const delivery = await parts.deliverer.sendConfirmation(item, nowMs);
  return settle(parts, item, delivery, nowMs, {});
}
