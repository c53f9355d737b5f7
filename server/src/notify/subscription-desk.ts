import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Clock, DAY_MS, floorTo, HOUR_MS, SECOND_MS } from '../lib/clock.js';
import type { Wants } from '../render/notify-message.js';
import { mailboxOf } from './email-address.js';
import type { Keyring } from './keyring.js';
import type { NotificationStore, RecipientKey, Subscription } from './notification-store.js';
import type { PushSubscription } from './push-subscription.js';
import { CONFIRM_MS, type EmailRequest, writeConfirmToken } from './tokens.js';

/** Requests to confirm per recipient and day, over all services; at most one an hour for each service. */
const CONFIRMATIONS_PER_DAY = 5;
/** Tries per network and hour, of any kind. */
const TRIES_PER_HOUR = 20;

/** The parts of a {@link SubscriptionDesk}. */
export interface DeskParts {
  readonly store: NotificationStore;
  readonly keyring: Keyring;
  readonly now: Clock;
  /** Called when a message was queued. */
  readonly wake: () => void;
}

/** The choices of a future subscriber. */
export interface Wish {
  readonly serviceId: string;
  readonly wants: Wants;
  /** Primary subtag. */
  readonly language: string;
}

/** Handles subscribing and unsubscribing. Every method rejects with `StoreError` if the store does not answer. */
export class SubscriptionDesk {
  readonly #parts: DeskParts;
  readonly #networks = new RateLimiterMemory({
    points: TRIES_PER_HOUR,
    duration: HOUR_MS / SECOND_MS,
  });
  readonly #mailboxes = new RateLimiterMemory({
    points: CONFIRMATIONS_PER_DAY,
    duration: DAY_MS / SECOND_MS,
  });

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /**
   * Counts one try against the limit of its network, in this process.
   *
   * @param addressPrefix From `toAddressPrefix`.
   * @returns False if there were too many.
   */
  async admit(addressPrefix: string): Promise<boolean> {
    return this.#networks.consume(addressPrefix).then(
      () => true,
      () => false,
    );
  }

  /**
   * Sends a request to confirm, unless this recipient got too many. The caller cannot see which, so the answer reveals no subscriber.
   *
   * @param email From `readEmailAddress`.
   */
  async askByMail(wish: Wish, email: string): Promise<void> {
    const { store, keyring, now, wake } = this.#parts;
    const recipientHash = this.#hashOf(email);
    const mailbox = keyring.hashRecipient('email', mailboxOf(email));
    const admitted = await this.#mailboxes.consume(mailbox).then(
      () => true,
      () => false,
    );
    if (!admitted) return;
    const nowMs = now();
    const request: EmailRequest = { ...wish, email, expiresAtMs: nowMs + CONFIRM_MS };
    const item = {
      serviceId: wish.serviceId,
      channel: 'email' as const,
      recipientHash,
      messageKey: `confirm-${floorTo(nowMs, HOUR_MS)}`,
      sealed: writeConfirmToken(keyring, request),
      createdAtMs: nowMs,
      expiresAtMs: nowMs + DAY_MS,
    };
    const limit = { count: CONFIRMATIONS_PER_DAY, sinceMs: nowMs - DAY_MS };
    if ((await store.queueConfirmation(item, limit)) === 'queued') wake();
  }

  /** Turns a confirmed request into a subscription. Idempotent. */
  async confirm({ serviceId, email, wants, language }: EmailRequest): Promise<void> {
    const { store, keyring, now } = this.#parts;
    await store.subscribe({
      serviceId,
      channel: 'email',
      recipientHash: this.#hashOf(email),
      sealed: keyring.seal('email', email),
      wants,
      language,
      confirmedAtMs: now(),
    });
  }

  /** Subscribes a browser; its permission is the confirmation. */
  async addBrowser(wish: Wish, subscription: PushSubscription): Promise<void> {
    const { store, keyring, now } = this.#parts;
    await store.subscribe({
      ...wish,
      ...this.#browserKey(wish.serviceId, subscription.endpoint),
      sealed: keyring.seal('push', JSON.stringify(subscription)),
      confirmedAtMs: now(),
    });
  }

  /** A browser's subscription to a service, or `undefined`. Only the browser itself knows its endpoint. */
  findBrowser(serviceId: string, endpoint: string): Promise<Subscription | undefined> {
    return this.#parts.store.readSubscription(this.#browserKey(serviceId, endpoint));
  }

  /**
   * Moves everything that a browser is subscribed to from its old endpoint to its new subscription. The caller proves that
   * it is that browser by knowing the old endpoint; it cannot see whether the endpoint is known here.
   */
  renewBrowser(oldEndpoint: string, subscription: PushSubscription): Promise<void> {
    const { store, keyring } = this.#parts;
    return store.replaceRecipient('push', keyring.hashRecipient('push', oldEndpoint), {
      recipientHash: keyring.hashRecipient('push', subscription.endpoint),
      sealed: keyring.seal('push', JSON.stringify(subscription)),
    });
  }

  removeBrowser(serviceId: string, endpoint: string): Promise<void> {
    return this.remove(this.#browserKey(serviceId, endpoint));
  }

  /** Deletes a subscription and its recipient. Idempotent. */
  remove(key: RecipientKey): Promise<void> {
    return this.#parts.store.unsubscribe(key);
  }

  #hashOf(email: string): string {
    return this.#parts.keyring.hashRecipient('email', email.toLowerCase());
  }

  #browserKey(serviceId: string, endpoint: string): RecipientKey {
    const recipientHash = this.#parts.keyring.hashRecipient('push', endpoint);
    return { serviceId, channel: 'push', recipientHash };
  }
}
