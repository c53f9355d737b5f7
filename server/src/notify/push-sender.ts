import { createECDH } from 'node:crypto';
import webPush from 'web-push';
import type { AddressRule } from '../lib/address-rule.js';
import { HOUR_MS, SECOND_MS } from '../lib/clock.js';
import type { Delivery } from './delivery.js';
import { isAllowedEndpoint, type PushSubscription } from './push-subscription.js';

const TIMEOUT_MS = 10_000;
/** How long a push service keeps a message for an offline browser; older news helps no one. */
const KEPT_SECONDS = (2 * HOUR_MS) / SECOND_MS;

/** The two keys by which push services know this server (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a private key. */
export const makeVapidPrivateKey = (): string => webPush.generateVAPIDKeys().privateKey;

/** The key pair of a private key. */
export function vapidKeysOf(privateKey: string): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return { privateKey, publicKey: pair.getPublicKey('base64url') };
}

const GONE = new Set([404, 410]);
/** The push service refuses this server's signature or contact, not the message (RFC 8292, section 4.2); a new setting can mend it. */
const NOT_LET_IN = new Set([401, 403]);
const WORTH_A_RETRY = (status: number): boolean =>
  status === 429 || status >= 500 || NOT_LET_IN.has(status);

const readAnswer = (response: Response, contact: string): Delivery => {
  const { status } = response;
  if (response.ok) return { outcome: 'sent' };
  if (GONE.has(status)) return { outcome: 'gone' };
  const reason = NOT_LET_IN.has(status)
    ? `status ${status}: the push service refuses the contact ${contact} or this server's key; see PUBLIC_URL, MAIL_FROM and VAPID_PRIVATE_KEY`
    : `status ${status}`;
  if (!WORTH_A_RETRY(status)) return { outcome: 'refused', reason };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? { outcome: 'failed', reason, retryAfterMs: seconds * SECOND_MS }
    : { outcome: 'failed', reason };
};

/** The parts of a {@link PushSender}. */
export interface PushSenderParts {
  readonly keys: VapidKeys;
  /** `mailto:` or https URL of the operator, see `findContact`. */
  readonly contact: string;
  /** Connects only where {@link rule} allows. */
  readonly fetch: typeof fetch;
  readonly rule: AddressRule;
}

/** Sends messages to browsers' push services, encrypted for the browser (RFC 8291). */
export class PushSender {
  readonly #parts: PushSenderParts;

  constructor(parts: PushSenderParts) {
    this.#parts = parts;
  }

  /**
   * Sends one message. Never rejects.
   *
   * @param payload At most 3 kB.
   * @param topic At most 32 letters of base64url. A newer message replaces a waiting one with the same topic.
   */
  async send(subscription: PushSubscription, payload: string, topic: string): Promise<Delivery> {
    const { keys, contact, rule } = this.#parts;
    if (!isAllowedEndpoint(subscription.endpoint, rule)) {
      return { outcome: 'refused', reason: 'the endpoint is not public' };
    }
    try {
      const request = webPush.generateRequestDetails(subscription, payload, {
        vapidDetails: { subject: contact, ...keys },
        TTL: KEPT_SECONDS,
        urgency: 'high',
        topic,
      });
      const { 'Content-Length': _length, ...headers } = request.headers as Record<string, string>;
      const response = await this.#parts.fetch(new URL(request.endpoint), {
        method: request.method,
        headers,
        body: request.body as Uint8Array<ArrayBuffer>,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return readAnswer(response, contact);
    } catch (error) {
      // Without the message, which may contain the endpoint.
      return { outcome: 'failed', reason: (error as Error).name };
    }
  }
}
