import { isNews } from '../feed/community-incidents.js';
import { HOUR_MS } from '../lib/clock.js';
import type { NotificationStore } from './notification-store.js';

/** A change older than this is told to nobody: a server that was away does not wake people with what is over. */
export const MAX_CHANGE_AGE_MS = HOUR_MS;

/**
 * Puts the last change of every service into the outbox, for each of its subscribers, unless it is there, is no news or is too old. Changes
 * before the last are told by nobody: it is the latest state that counts.
 *
 * @throws {StoreError} When the store does not answer; what was not done is done the next time.
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
