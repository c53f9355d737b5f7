import { DAY_MS, HOUR_MS } from '../lib/clock.js';
import { changeKey, type NotificationStore, type OutboxItem } from './notification-store.js';
import { backOffMs } from './back-off.js';
import type { Deliverer } from './deliver.js';
import type { Delivery } from './delivery.js';
import { MAX_CHANGE_AGE_MS } from './fan-out.js';
import { judgeNews } from './judge-news.js';

/** Messages about changes per recipient, service and hour. After them, the recipient gets the latest state once there is room again. */
const MESSAGES_PER_HOUR = 4;

/**
 * The outcome of one delivery, for the metrics. `held`: the recipient got enough messages this hour · `unneeded`: expired,
 * superseded, known or not wanted · `failed`: the server will try again · `given_up`: it will not.
 */
export type ItemOutcome = 'sent' | 'held' | 'unneeded' | 'failed' | 'given_up' | 'refused' | 'gone';

/** The parts of {@link deliverItem}. */
export interface DeliverItemParts {
  readonly store: NotificationStore;
  readonly deliverer: Deliverer;
  /** Called with the reason why a message was not sent; a reason contains no address. */
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
  // Unsubscribed meanwhile, or superseded by a later change, which has its own message.
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
 * Handles one due message: sends it, drops it as unneeded, or postpones it.
 *
 * @throws {StoreError} If the store does not answer. A message that was sent before the failure is sent again after the
 *   lease, under the same Message-ID.
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
