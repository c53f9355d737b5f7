import { isNews } from '../feed/community-incidents.js';
import { HOUR_MS } from '../lib/clock.js';
import type { NotificationStore } from './notification-store.js';

/** Older changes are not sent: a server that was down must not wake people about a problem that is over. */
export const MAX_CHANGE_AGE_MS = HOUR_MS;

/**
 * Puts the last change of every service into the outbox, for each of its subscribers, unless it is there already, is no
 * news or is too old. Earlier changes are not sent, because only the latest state matters.
 *
 * @throws {StoreError} If the store does not answer; the next call does the rest.
 */
export async function fanOut(store: NotificationStore, nowMs: number): Promise<void> {
  for (const change of await store.readUntold()) {
    const expiresAtMs = change.atMs + MAX_CHANGE_AGE_MS;
    if (isNews(change) && expiresAtMs >= nowMs) {
      await store.queueChange(change, { nowMs, expiresAtMs });
    } else {
      await store.passOver(change);
    }
  }
}
