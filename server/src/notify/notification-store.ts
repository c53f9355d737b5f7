import type { Status } from 'outage-status/feed';
import type { NumberedChange } from '../decide/decision-store.js';
import type { Wants } from '../render/notify-message.js';

/** How a subscriber is notified. */
export type Channel = 'email' | 'push';

/** Identifies a subscriber of one service. The recipient is a keyed hash of a mail address or of a browser's push endpoint. */
export interface RecipientKey {
  readonly serviceId: string;
  readonly channel: Channel;
  readonly recipientHash: string;
}

/** A subscription to be stored. */
export interface NewSubscription extends RecipientKey {
  /** The encrypted address or push subscription; opaque to the store. */
  readonly sealed: string;
  readonly wants: Wants;
  /** Primary subtag of the recipient's language. */
  readonly language: string;
  /** Epoch milliseconds. */
  readonly confirmedAtMs: number;
}

/** A stored subscription. */
export interface Subscription extends NewSubscription {
  /** The last status that the subscriber knows: from a message, or from the time of subscribing. */
  readonly knownStatus: Status;
}

/** The outbox's key for the change of a revision. */
export const changeKey = (revision: number): string => `change-${revision}`;

/** One message to one recipient. With {@link RecipientKey}, `messageKey` is unique for ever, so no message is sent twice. */
export interface OutboxItem extends RecipientKey {
  /** `change-12` for the change of that revision; `confirm-…` for the request to confirm. */
  readonly messageKey: string;
  /** The encrypted content of a request to confirm; null for changes, which are read when they are sent. */
  readonly sealed: string | null;
  /** Failed tries so far. */
  readonly tries: number;
  /** Epoch milliseconds, like all below. */
  readonly createdAtMs: number;
  /** The message is not sent after this time. */
  readonly expiresAtMs: number;
  /** Until then no other process claims it. */
  readonly leasedUntilMs: number;
}

/** The most messages of one kind that a recipient may get since a time. */
interface ConfirmationLimit {
  readonly count: number;
  readonly sinceMs: number;
}

/**
 * Keeps subscriptions and the outbox. Every method rejects with `StoreError` if the database is unreachable. Finished
 * messages stay, without content, for 48 hours, so that they are not sent again.
 */
export interface NotificationStore {
  /** Stores a subscription, replacing one with the same key. The known status starts as the service's present status. */
  subscribe(subscription: NewSubscription): Promise<void>;
  readSubscription(key: RecipientKey): Promise<Subscription | undefined>;
  /**
   * Moves all subscriptions of a recipient, of every service, with its messages, to another recipient, and replaces the
   * sealed address. Where the other one has a subscription already, that one stays. Does nothing if there are none.
   */
  replaceRecipient(
    channel: Channel,
    fromHash: string,
    to: Pick<NewSubscription, 'recipientHash' | 'sealed'>,
  ): Promise<void>;
  /** Deletes a subscription with everything in the outbox for it. Idempotent. */
  unsubscribe(key: RecipientKey): Promise<void>;
  /**
   * Puts a request to confirm into the outbox, unless it is there already or the recipient got too many, over all services.
   * Processes that do this at the same moment may exceed the limit by one each.
   */
  queueConfirmation(
    item: Omit<OutboxItem, 'tries' | 'leasedUntilMs'>,
    limit: ConfirmationLimit,
  ): Promise<'queued' | 'limited'>;

  /** The last change of every service, where that is not in the outbox yet. */
  readUntold(): Promise<NumberedChange[]>;
  readLastChange(serviceId: string): Promise<NumberedChange | undefined>;
  /** Puts a change into the outbox for every subscriber of its service. Idempotent, also across processes. */
  queueChange(
    change: NumberedChange,
    times: { readonly nowMs: number; readonly expiresAtMs: number },
  ): Promise<void>;
  /** Marks a change as known to every subscriber without a message. */
  passOver(change: NumberedChange): Promise<void>;

  /**
   * Claims up to `limit` due messages, oldest first. No process can claim them again before `leasedUntilMs`.
   */
  claim(
    channel: Channel,
    nowMs: number,
    leasedUntilMs: number,
    limit: number,
  ): Promise<OutboxItem[]>;
  /**
   * Ends a message.
   *
   * @param end.sentAtMs When it was sent; missing if it was not.
   * @param end.knownStatus The status to record as known to the subscriber; missing if unchanged.
   */
  finish(
    item: OutboxItem,
    end: { readonly sentAtMs?: number; readonly knownStatus?: Status },
  ): Promise<void>;
  /** Returns a message to the outbox for later, unless the lease has been lost. */
  postpone(
    item: OutboxItem,
    until: { readonly dueAtMs: number; readonly expiresAtMs: number; readonly tries: number },
  ): Promise<void>;
  /** When one recipient was sent messages about changes since `sinceMs`, oldest first. */
  readSentTimes(key: RecipientKey, sinceMs: number): Promise<number[]>;
  /** Waiting messages, and when the oldest was queued, epoch milliseconds. */
  readBacklog(): Promise<{
    readonly waitingCount: number;
    readonly oldestAtMs: number | undefined;
  }>;

  /** A named secret text, created on first use; the same for every process. */
  readSecret(name: string, make: () => string): Promise<string>;
}
