/**
 * Makes a random UUID, version 4. `crypto.randomUUID` is missing on pages without TLS; `getRandomValues` is not.
 *
 * @returns E.g. `0b5e1b1e-7c0f-4a53-9d3c-6a4f7f0c2d11`.
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version and variant bits, https://www.rfc-editor.org/rfc/rfc9562#section-5.4
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
