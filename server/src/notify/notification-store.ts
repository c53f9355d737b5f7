import type { Status } from 'outage-status/feed';
import type { NumberedChange } from '../decide/decision-store.js';
import type { Wants } from '../render/notify-message.js';

/** How somebody is told. */
export type Channel = 'email' | 'push';

/** Who is told of which service. The recipient is a keyed hash: of a mail address, or of a browser's push endpoint. */
export interface RecipientKey {
  readonly serviceId: string;
  readonly channel: Channel;
  readonly recipientHash: string;
}

/** A confirmed wish to be told. */
export interface NewSubscription extends RecipientKey {
  /** Where to send it, encrypted; opaque to the store. */
  readonly sealed: string;
  readonly wants: Wants;
  /** Primary subtag of the recipient's language. */
  readonly language: string;
  /** Epoch milliseconds. */
  readonly confirmedAtMs: number;
}

/** A confirmed wish, with what its owner was told last. */
export interface Subscription extends NewSubscription {
  /** The status that the recipient knows of: told, or in force when it was confirmed. */
  readonly knownStatus: Status;
}

/** How the change of a revision is called in the outbox. */
export const changeKey = (revision: number): string => `change-${revision}`;

/** One message to one recipient. With {@link RecipientKey}, `messageKey` is unique for ever: nobody is sent it twice. */
export interface OutboxItem extends RecipientKey {
  /** `change-12` for the change of that revision; `confirm-…` for the request to confirm. */
  readonly messageKey: string;
  /** What a request to confirm holds, encrypted; null for changes, which are read anew when it is their turn. */
  readonly sealed: string | null;
  /** Failed tries so far. */
  readonly tries: number;
  /** Epoch milliseconds, like all below. */
  readonly createdAtMs: number;
  /** From then on it is not sent any more. */
  readonly expiresAtMs: number;
  /** Until then nobody else takes it. */
  readonly leasedUntilMs: number;
}

/** How many messages of one kind somebody may be sent. */
interface ConfirmationLimit {
  readonly count: number;
  readonly sinceMs: number;
}

/**
 * Keeps subscriptions and the outbox. Every method rejects with `StoreError` when the database cannot be reached.
 * What was sent or given up stays, without any content, for 48 hours, so that it is not sent again.
 */
export interface NotificationStore {
  /** Writes a subscription, over an earlier one of the same key. It begins with the service's present status as known. */
  subscribe(subscription: NewSubscription): Promise<void>;
  readSubscription(key: RecipientKey): Promise<Subscription | undefined>;
  /** Deletes a subscription with everything in the outbox for it. Nothing to delete is no error. */
  unsubscribe(key: RecipientKey): Promise<void>;
  /**
   * Puts a request to confirm into the outbox, unless it is there already or the recipient was sent too many, over all
   * services. Processes that do this at the very same moment may go over the limit by one each.
   */
  queueConfirmation(
    item: Omit<OutboxItem, 'tries' | 'leasedUntilMs'>,
    limit: ConfirmationLimit,
  ): Promise<'queued' | 'limited'>;

  /** The last change of every service whose last change is not in the outbox yet. */
  readUntold(): Promise<NumberedChange[]>;
  readLastChange(serviceId: string): Promise<NumberedChange | undefined>;
  /** Puts a change into the outbox for every subscriber of its service; doing it twice, or in two processes, changes nothing. */
  queueChange(
    change: NumberedChange,
    times: { readonly nowMs: number; readonly expiresAtMs: number },
  ): Promise<void>;
  /** Takes a change as known to every subscriber without telling it. */
  passOver(change: NumberedChange): Promise<void>;

  /**
   * Takes up to `limit` messages that are due, oldest first; until `leasedUntilMs` nobody else gets them, in whichever process.
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
   * @param end.sentAtMs When it was handed over; left out when it was not.
   * @param end.knownStatus What the recipient knows of from now on; left out: nothing new.
   */
  finish(
    item: OutboxItem,
    end: { readonly sentAtMs?: number; readonly knownStatus?: Status },
  ): Promise<void>;
  /** Gives a message back for later, unless the lease was lost meanwhile. */
  postpone(
    item: OutboxItem,
    until: { readonly dueAtMs: number; readonly expiresAtMs: number; readonly tries: number },
  ): Promise<void>;
  /** When messages about changes were sent to one recipient since `sinceMs`, oldest first. */
  readSentTimes(key: RecipientKey, sinceMs: number): Promise<number[]>;
  /** Messages that wait, and since when the oldest does, epoch milliseconds. */
  readBacklog(): Promise<{
    readonly waitingCount: number;
    readonly oldestAtMs: number | undefined;
  }>;

  /** A text by its name, made on first use; the same for every process. */
  readSecret(name: string, make: () => string): Promise<string>;
}
