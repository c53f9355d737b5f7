import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { DAY_MS } from '../clock.js';
import type { Store } from '../store/store.js';

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const sign = (salt: KeyObject, text: string): string =>
  createHmac('sha256', salt).update(text).digest('base64url');

/**
 * Turns an address prefix into what the store may keep: a keyed hash, different for every service and every day, that
 * nobody can undo once the day's salt is forgotten.
 */
export class VisitorHasher {
  readonly #store: Store;
  readonly #salts = new Map<string, Promise<KeyObject>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * @param addressPrefix From `toAddressPrefix`.
   * @param nowMs Epoch milliseconds.
   * @returns The hash of today, then that of yesterday, by which a visitor is known across midnight (UTC).
   * @throws {StoreError} When the store does not answer.
   */
  async hash(addressPrefix: string, serviceId: string, nowMs: number): Promise<[string, string]> {
    const salts = await Promise.all([this.#salt(dayOf(nowMs)), this.#salt(dayOf(nowMs - DAY_MS))]);
    const text = `${addressPrefix}\n${serviceId}`;
    const [today, yesterday] = salts.map((salt) => sign(salt, text)) as [string, string];
    return [today, yesterday];
  }

  /**
   * A secret of one day, the same for every process and gone with the day's salt.
   *
   * @param purpose Secrets of different purposes tell nothing of each other, nor of any hash.
   * @param atMs Any moment of the day, epoch milliseconds.
   * @throws {StoreError} When the store does not answer.
   */
  async secret(purpose: string, atMs: number): Promise<string> {
    return sign(await this.#salt(dayOf(atMs)), `secret\n\n${purpose}`);
  }

  #salt(day: string): Promise<KeyObject> {
    const known = this.#salts.get(day);
    if (known) return known;
    const salt = this.#store.readSalt(day).then((hex) => createSecretKey(hex, 'hex'));
    this.#salts.set(day, salt);
    salt.catch(() => this.#salts.delete(day));
    // Two days are in use; a third is only there while midnight passes.
    for (const old of [...this.#salts.keys()].toSorted().slice(0, -3)) this.#salts.delete(old);
    return salt;
  }
}
