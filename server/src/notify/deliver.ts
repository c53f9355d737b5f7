import { createHash } from 'node:crypto';
import type { CatalogService } from '../catalog/load-catalog.js';
import { writeChangeMail, writeConfirmMail, writePushPayload } from '../render/notify-mail.js';
import type { ChangeMessage } from '../render/notify-message.js';
import { renderLanguage } from '../render/render-language.js';
import type { OutboxItem, Subscription } from './notification-store.js';
import type { Delivery } from './delivery.js';
import type { Keyring } from './keyring.js';
import type { Mailer } from './mailer.js';
import type { PushSender } from './push-sender.js';
import type { PushSubscription } from './push-subscription.js';
import { readConfirmToken, writeUnsubscribeToken } from './tokens.js';

/** What a {@link Deliverer} works with. */
export interface DelivererParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly keyring: Keyring;
  readonly mailer: Mailer | undefined;
  readonly pushSender: PushSender;
  /** How visitors reach the server; nothing is sent before that is known. */
  readonly publicUrl: () => string | undefined;
}

const NOT_SET_UP: Delivery = { outcome: 'failed', reason: 'the channel is not set up' };
const UNREADABLE: Delivery = { outcome: 'refused', reason: 'sealed with another key' };

/** Puts messages into words and hands them over. Never rejects for anything the other side does. */
export class Deliverer {
  readonly #parts: DelivererParts;

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** Sends what somebody is to confirm. */
  async sendConfirmation(item: OutboxItem, nowMs: number): Promise<Delivery> {
    const { catalog, keyring, mailer } = this.#parts;
    const server = this.#parts.publicUrl();
    if (!mailer || server === undefined) return NOT_SET_UP;
    const token = item.sealed ?? '';
    const request = readConfirmToken(keyring, token, nowMs);
    if (typeof request === 'string') return UNREADABLE;
    const name = catalog.get(item.serviceId)?.name ?? item.serviceId;
    const url = `${server}/notify/confirm?token=${token}`;
    const text = writeConfirmMail(name, renderLanguage(request.language), url);
    return mailer.send({
      ...text,
      to: request.email,
      messageId: this.#messageId(item, server),
      dateMs: item.createdAtMs,
    });
  }

  /** Tells somebody of a change. */
  async sendChange(
    item: OutboxItem,
    subscription: Subscription,
    news: Pick<ChangeMessage, 'kind' | 'change'>,
  ): Promise<Delivery> {
    const service = this.#parts.catalog.get(item.serviceId);
    const server = this.#parts.publicUrl();
    if (!service) return { outcome: 'refused', reason: 'the service is not in the catalogue' };
    if (server === undefined) return NOT_SET_UP;
    const to = this.#parts.keyring.open(item.channel, subscription.sealed);
    if (to === undefined) return UNREADABLE;
    const message = { ...news, service, language: renderLanguage(subscription.language) };
    return item.channel === 'email'
      ? this.#mailChange(item, message, to, server)
      : this.#pushChange(message, JSON.parse(to) as PushSubscription, server);
  }

  async #mailChange(
    item: OutboxItem,
    message: ChangeMessage,
    to: string,
    server: string,
  ): Promise<Delivery> {
    const { mailer, keyring } = this.#parts;
    if (!mailer) return NOT_SET_UP;
    const unsubscribe = `${server}/notify/unsubscribe?token=${writeUnsubscribeToken(keyring, item)}&lang=${message.language.tag}`;
    return mailer.send({
      ...writeChangeMail(message, { server, unsubscribe }),
      to,
      messageId: this.#messageId(item, server),
      dateMs: item.createdAtMs,
      unsubscribeUrl: unsubscribe,
    });
  }

  async #pushChange(
    message: ChangeMessage,
    subscription: PushSubscription,
    server: string,
  ): Promise<Delivery> {
    const topic = createHash('sha256').update(message.service.id).digest('base64url').slice(0, 32);
    return this.#parts.pushSender.send(subscription, writePushPayload(message, server), topic);
  }

  /** The same for every try, and nobody else's. */
  #messageId(item: OutboxItem, server: string): string {
    const { serviceId, messageKey, recipientHash } = item;
    const name = this.#parts.keyring.sign(`message\n${serviceId}\n${messageKey}\n${recipientHash}`);
    return `<${name}@${new URL(server).hostname}>`;
  }
}
