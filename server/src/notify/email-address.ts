import { domainToASCII } from 'node:url';

/** RFC 5321 says 256 with the angle brackets. */
export const MAX_ADDRESS_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2, `Dot-string`. */
const DOT_STRING = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Two labels or more, as DNS allows them; the last one of letters, or in the ASCII form of another script. */
const DOMAIN =
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{0,58}[a-z\d])$/;

/**
 * Reads one plain mail address (RFC 5321: a `Dot-string` and a domain). Rejects quotes, comments, several addresses,
 * addresses of a machine such as `a@[192.0.2.1]`, and letters beyond ASCII before the `@`; domains may be in any script.
 *
 * @param text As typed; surrounding white space is dropped.
 * @returns The address with its domain in lower case and ASCII, or `undefined`.
 */
export function readEmailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_LENGTH) return undefined;
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL_LENGTH) return undefined;
  const local = trimmed.slice(0, at);
  const domain = domainToASCII(trimmed.slice(at + 1));
  if (!DOT_STRING.test(local) || !DOMAIN.test(domain)) return undefined;
  const address = `${local}@${domain}`;
  return address.length > MAX_ADDRESS_LENGTH ? undefined : address;
}

/** The mailbox behind an address on most servers: in lower case, without anything from a `+` on. For limits only. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.replace(/\+.*/, '')}@${domain}`;
}
