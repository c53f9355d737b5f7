import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { DAY_MS, floorTo, MINUTE_MS } from '../clock.js';
import type { Store } from '../store/store.js';

/** Processes' clocks may differ by so much around midnight. */
const CLOCKS_APART_MS = MINUTE_MS;

/** 132 bits: more than enough to be one visitor's, and a third of the database's pages less than with all of it. */
const HASH_LENGTH = 22;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const sign = (salt: KeyObject, text: string): string =>
  createHmac('sha256', salt).update(text).digest('base64url');

/**
 * Turns an address prefix into what the store may keep: a keyed hash, different for every service and every day, that
 * nobody can undo once the day's salt is forgotten.
 */
export class VisitorHasher {
  readonly #store: Pick<Store, 'readSalt'>;
  readonly #windowMs: number;
  /** By the start of the day, epoch milliseconds. */
  readonly #salts = new Map<number, Promise<KeyObject>>();

  /** @param windowMs How long a hash has to be known again; a day at most. */
  constructor(store: Pick<Store, 'readSalt'>, windowMs: number) {
    this.#store = store;
    this.#windowMs = windowMs;
  }

  /**
   * @param addressPrefix From `toAddressPrefix`.
   * @param nowMs Epoch milliseconds.
   * @returns The hash of today, and that of yesterday for as long after midnight (UTC) as somebody may be known by it.
   * @throws {StoreError} When the store does not answer.
   */
  async hash(
    addressPrefix: string,
    serviceId: string,
    nowMs: number,
  ): Promise<[string, ...string[]]> {
    const today = await this.hashToday(addressPrefix, serviceId, nowMs);
    if (nowMs - floorTo(nowMs, DAY_MS) > this.#windowMs + CLOCKS_APART_MS) return [today];
    return [today, await this.hashToday(addressPrefix, serviceId, nowMs - DAY_MS)];
  }

  /** The first of {@link hash} alone. */
  async hashToday(addressPrefix: string, serviceId: string, nowMs: number): Promise<string> {
    const hash = sign(await this.#salt(nowMs), `${addressPrefix}\n${serviceId}`);
    return hash.slice(0, HASH_LENGTH);
  }

  /**
   * A secret of one day, the same for every process and gone with the day's salt.
   *
   * @param purpose Secrets of different purposes tell nothing of each other, nor of any hash.
   * @param atMs Any moment of the day, epoch milliseconds.
   * @throws {StoreError} When the store does not answer.
   */
  async secret(purpose: string, atMs: number): Promise<string> {
    return sign(await this.#salt(atMs), `secret\n\n${purpose}`);
  }

  #salt(atMs: number): Promise<KeyObject> {
    const day = floorTo(atMs, DAY_MS);
    const known = this.#salts.get(day);
    if (known) return known;
    const salt = this.#store.readSalt(dayOf(day)).then((hex) => createSecretKey(hex, 'hex'));
    this.#salts.set(day, salt);
    salt.catch(() => this.#salts.delete(day));
    // Two days are in use; a third is only there while midnight passes.
    const days = [...this.#salts.keys()].toSorted((left, right) => left - right);
    for (const old of days.slice(0, -3)) this.#salts.delete(old);
    return salt;
  }
}
