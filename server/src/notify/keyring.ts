import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Channel } from './notification-store.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `outage-status/${purpose}`, KEY_BYTES));

/**
 * Everything that uses the notifications' key. Each use has its own key, derived from it (RFC 5869).
 */
export class Keyring {
  readonly #sealing: Buffer;
  readonly #hashing: Buffer;
  readonly #signing: Buffer;

  /** @param key 32 random bytes. */
  constructor(key: Buffer) {
    if (key.length !== KEY_BYTES) throw new RangeError(`expected ${KEY_BYTES} bytes`);
    this.#sealing = derive(key, 'seal');
    this.#hashing = derive(key, 'hash');
    this.#signing = derive(key, 'sign');
  }

  /**
   * Encrypts a text with AES-256-GCM, with a random nonce.
   *
   * @param purpose The same purpose must be given to {@link open}.
   * @returns base64url.
   */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce);
    cipher.setAAD(Buffer.from(purpose));
    const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(sealed).toString('base64url');
  }

  /** The text, or `undefined` if it was sealed for another purpose, with another key, or not at all. */
  open(purpose: string, sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#sealing,
      bytes.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** A keyed hash that identifies a recipient without revealing the address; the same for every service. */
  hashRecipient(channel: Channel, recipient: string): string {
    return createHmac('sha256', this.#hashing)
      .update(`${channel}\n${recipient}`)
      .digest('base64url');
  }

  /** Signature of a text; base64url. */
  sign(text: string): string {
    return createHmac('sha256', this.#signing).update(text).digest('base64url');
  }

  /** Whether a signature belongs to a text. */
  verify(text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(text));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
