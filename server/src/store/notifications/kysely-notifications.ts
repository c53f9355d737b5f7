import type { Status } from 'outage-status/feed';
import type {
  Channel,
  ConfirmationLimit,
  NewSubscription,
  NotificationStore,
  NumberedChange,
  OutboxItem,
  RecipientKey,
  Subscription,
} from '../notification-store.js';
import type { Database } from '../tables.js';
import { moveCursor, queueChange, readLastChange, readUntold, type Write } from './changes.js';
import {
  claim,
  finish,
  postpone,
  queueConfirmation,
  readBacklog,
  readSentTimes,
} from './outbox.js';
import { readSecret } from './secrets.js';
import { readSubscription, setKnownToAll, subscribe, unsubscribe } from './subscriptions.js';

/** What {@link KyselyNotifications} shares with the store around it. */
export interface NotificationParts {
  readonly db: Database;
  readonly write: Write;
  /** Turns whatever the database throws into a `StoreError`. */
  readonly guard: <T>(run: () => Promise<T>) => Promise<T>;
  /** Whether the database knows `for update skip locked`. */
  readonly skipLocked: boolean;
}

/** Subscriptions and outbox on either database: each method is one function of a neighbouring file. */
export class KyselyNotifications implements NotificationStore {
  readonly #parts: NotificationParts;

  constructor(parts: NotificationParts) {
    this.#parts = parts;
  }

  #read<T>(run: (db: Database) => Promise<T>): Promise<T> {
    return this.#parts.guard(() => run(this.#parts.db));
  }

  #write: Write = (run) => this.#parts.guard(() => this.#parts.write(run));

  subscribe(subscription: NewSubscription): Promise<void> {
    return this.#write((transaction) => subscribe(transaction, subscription));
  }

  readSubscription(key: RecipientKey): Promise<Subscription | undefined> {
    return this.#read((db) => readSubscription(db, key));
  }

  unsubscribe(key: RecipientKey): Promise<void> {
    return this.#write((transaction) => unsubscribe(transaction, key));
  }

  queueConfirmation(
    item: Omit<OutboxItem, 'tries' | 'leasedUntilMs'>,
    limit: ConfirmationLimit,
  ): Promise<'queued' | 'limited'> {
    return this.#write((transaction) => queueConfirmation(transaction, item, limit));
  }

  readUntold(): Promise<NumberedChange[]> {
    return this.#read(readUntold);
  }

  readLastChange(serviceId: string): Promise<NumberedChange | undefined> {
    return this.#read((db) => readLastChange(db, serviceId));
  }

  queueChange(
    change: NumberedChange,
    times: { readonly nowMs: number; readonly expiresAtMs: number },
  ): Promise<void> {
    return this.#parts.guard(() => queueChange(this.#parts.write, change, times));
  }

  passOver(change: NumberedChange): Promise<void> {
    return this.#write(async (transaction) => {
      await setKnownToAll(transaction, change);
      await moveCursor(transaction, change);
    });
  }

  claim(
    channel: Channel,
    nowMs: number,
    leasedUntilMs: number,
    limit: number,
  ): Promise<OutboxItem[]> {
    const wanted = { channel, nowMs, leasedUntilMs, limit };
    return this.#write((transaction) => claim(transaction, wanted, this.#parts.skipLocked));
  }

  finish(
    item: OutboxItem,
    end: { readonly sentAtMs?: number; readonly knownStatus?: Status },
  ): Promise<void> {
    return this.#write((transaction) => finish(transaction, item, end));
  }

  postpone(
    item: OutboxItem,
    until: { readonly dueAtMs: number; readonly expiresAtMs: number; readonly tries: number },
  ): Promise<void> {
    return this.#write((transaction) => postpone(transaction, item, until));
  }

  readSentTimes(key: RecipientKey, sinceMs: number): Promise<number[]> {
    return this.#read((db) => readSentTimes(db, key, sinceMs));
  }

  readBacklog(): Promise<{ waitingCount: number; oldestAtMs: number | undefined }> {
    return this.#read(readBacklog);
  }

  readSecret(name: string, make: () => string): Promise<string> {
    return this.#read((db) => readSecret(db, this.#parts.write, name, make));
  }
}
