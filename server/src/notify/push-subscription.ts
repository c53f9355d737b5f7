import { createECDH } from 'node:crypto';
import * as z from 'zod';
import type { AddressRule } from '../lib/address-rule.js';
import { isLoopback } from '../official/fetch-page.js';

const MAX_ENDPOINT_LENGTH = 1000;
const POINT_BYTES = 65;
const AUTH_BYTES = 16;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const isPoint = (text: string): boolean => {
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    // Fails for what is no point of the curve, which would fail with every message.
    own.computeSecret(bytesOf(text));
    return bytesOf(text).length === POINT_BYTES;
  } catch {
    return false;
  }
};

/** What a browser says of its subscription (https://www.w3.org/TR/push-api/#pushsubscription-interface); further fields are dropped. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.string().max(MAX_ENDPOINT_LENGTH),
  keys: z.object({
    p256dh: z.base64url().length(87).refine(isPoint),
    auth: z
      .base64url()
      .max(24)
      .refine((text) => bytesOf(text).length === AUTH_BYTES),
  }),
});

/** Where and how to reach one browser. */
export type PushSubscription = z.output<typeof pushSubscriptionSchema>;

/**
 * Whether messages may be sent to an endpoint: https at a public address. What a name stands for is checked again with every connection.
 *
 * @param rule Which other networks the operator has named; plain http is for this machine only.
 */
export function isAllowedEndpoint(endpoint: string, rule: AddressRule): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password, href } = new URL(endpoint);
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopback(href));
  return secure && !username && !password && rule.allowsHost(hostname);
}
