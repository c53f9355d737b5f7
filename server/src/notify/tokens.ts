import * as z from 'zod';
import { HOUR_MS } from '../lib/clock.js';
import { WANTS } from '../render/notify-message.js';
import type { RecipientKey } from './notification-store.js';
import type { Keyring } from './keyring.js';

/** How long a link to confirm is valid. */
export const CONFIRM_MS = 48 * HOUR_MS;
const CONFIRM = 'confirm';

const requestSchema = z.object({
  serviceId: z.string(),
  email: z.string(),
  wants: z.enum(WANTS),
  language: z.string(),
  /** Epoch milliseconds. */
  expiresAtMs: z.number(),
});

/** An unconfirmed request. It exists only inside the link in its mail. */
export type EmailRequest = z.output<typeof requestSchema>;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Puts a request into the link that confirms it: encrypted and authenticated, so that only this server can make it. */
export const writeConfirmToken = (keyring: Keyring, request: EmailRequest): string =>
  keyring.seal(CONFIRM, JSON.stringify(request));

/** Reads a token of {@link writeConfirmToken}. `forged` if this server did not write it for this purpose. */
export function readConfirmToken(
  keyring: Keyring,
  token: string,
  nowMs: number,
): EmailRequest | 'expired' | 'forged' {
  const text = keyring.open(CONFIRM, token);
  const result = requestSchema.safeParse(text === undefined ? undefined : readJson(text));
  if (!result.success) return 'forged';
  return result.data.expiresAtMs < nowMs ? 'expired' : result.data;
}

const unsubscribeText = (serviceId: string, recipientHash: string): string =>
  `unsubscribe\n${serviceId}\n${recipientHash}`;

/** Makes the link that ends a mail subscription. It never expires, and contains no address. */
export const writeUnsubscribeToken = (
  keyring: Keyring,
  { serviceId, recipientHash }: Pick<RecipientKey, 'serviceId' | 'recipientHash'>,
): string =>
  [serviceId, recipientHash, keyring.sign(unsubscribeText(serviceId, recipientHash))].join('.');

/** Reads a token of {@link writeUnsubscribeToken}; `undefined` if this server did not write it. */
export function readUnsubscribeToken(keyring: Keyring, token: string): RecipientKey | undefined {
  const [serviceId = '', recipientHash = '', signature = '', ...rest] = token.split('.');
  const genuine = keyring.verify(unsubscribeText(serviceId, recipientHash), signature);
  return genuine && rest.length === 0 ? { serviceId, channel: 'email', recipientHash } : undefined;
}
