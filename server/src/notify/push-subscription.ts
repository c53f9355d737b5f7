import { createECDH } from 'node:crypto';
import * as z from 'zod';
import type { AddressRule } from '../lib/address-rule.js';
import { isLoopback } from '../official/follow-redirects.js';

const MAX_ENDPOINT_LENGTH = 1000;
const POINT_BYTES = 65;
const AUTH_BYTES = 16;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const isPoint = (text: string): boolean => {
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    // Throws unless the text is a point on the curve; every message to such a key would fail.
    own.computeSecret(bytesOf(text));
    return bytesOf(text).length === POINT_BYTES;
  } catch {
    return false;
  }
};

/** A browser's own description of its subscription (https://www.w3.org/TR/push-api/#pushsubscription-interface); further fields are dropped. */
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

/** The endpoint and keys of one browser. */
export type PushSubscription = z.output<typeof pushSubscriptionSchema>;

/**
 * Whether messages may be sent to an endpoint: https at a public address. Each connection checks the name's addresses again.
 *
 * @param rule Names further networks that the operator allows. Plain http is allowed for this machine only.
 */
export function isAllowedEndpoint(endpoint: string, rule: AddressRule): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password, href } = new URL(endpoint);
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopback(href));
  return secure && !username && !password && rule.allowsHost(hostname);
}
