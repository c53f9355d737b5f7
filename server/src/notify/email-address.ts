import { domainToASCII } from 'node:url';
import * as z from 'zod';

/** RFC 5321 says 256 with the angle brackets. */
export const MAX_ADDRESS_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

const address = z.email().max(MAX_ADDRESS_LENGTH);

/**
 * Reads one plain mail address. Rejects quotes, comments, several addresses, and letters beyond ASCII before the `@`;
 * domains may be in any script.
 *
 * @param text As typed; surrounding white space is dropped.
 * @returns The address with its domain in lower case and ASCII, or `undefined`.
 */
export function readEmailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_LENGTH) return undefined;
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL_LENGTH) return undefined;
  const domain = domainToASCII(trimmed.slice(at + 1));
  const result = address.safeParse(`${trimmed.slice(0, at)}@${domain}`);
  return result.success ? result.data : undefined;
}

/** The mailbox behind an address on most servers: in lower case, without anything from a `+` on. For limits only. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.replace(/\+.*/, '')}@${domain}`;
}
