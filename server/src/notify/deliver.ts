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

/** The parts of a {@link Deliverer}. */
export interface DelivererParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly keyring: Keyring;
  readonly mailer: Mailer | undefined;
  readonly pushSender: PushSender;
  /** The server's address for visitors; nothing is sent before it is known. */
  readonly publicUrl: () => string | undefined;
}

const NOT_SET_UP: Delivery = { outcome: 'failed', reason: 'the channel is not set up' };
const UNREADABLE: Delivery = { outcome: 'refused', reason: 'sealed with another key' };

/** Writes messages and hands them to mail server or push service. Never rejects because of the other side. */
export class Deliverer {
  readonly #parts: DelivererParts;

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** Sends a request to confirm a subscription. */
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

  /** Sends a subscriber the message about a change. */
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

  /** The same for every try of a message, different for every message. */
  #messageId(item: OutboxItem, server: string): string {
    const { serviceId, messageKey, recipientHash } = item;
    const name = this.#parts.keyring.sign(`message\n${serviceId}\n${messageKey}\n${recipientHash}`);
    return `<${name}@${new URL(server).hostname}>`;
  }
}
