import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { DAY_MS, floorTo, MINUTE_MS } from '../lib/clock.js';
import { PromiseCache } from '../lib/promise-cache.js';
import type { ReportStore } from './report-store.js';

/** How far the clocks of two processes may differ around midnight. */
const CLOCKS_APART_MS = MINUTE_MS;

/** 132 bits, enough to tell visitors apart; saves a third of the database's pages compared with the whole hash. */
const HASH_LENGTH = 22;

/** Two days are in use; a third is only there while midnight passes. */
const KEPT_SALTS = 3;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const sign = (salt: KeyObject, text: string): string =>
  createHmac('sha256', salt).update(text).digest('base64url');

/** Makes the hashes for one moment. */
export class MomentHasher {
  readonly #today: KeyObject;
  readonly #yesterday: KeyObject | undefined;

  /** @param yesterday Yesterday's salt, while visitors may still have a count slot under it. */
  constructor(today: KeyObject, yesterday: KeyObject | undefined) {
    this.#today = today;
    this.#yesterday = yesterday;
  }

  /**
   * @param addressPrefix From `toAddressPrefix`.
   * @returns Today's hash, then yesterday's while the visitor may still have a count slot under it.
   */
  hash(addressPrefix: string, serviceId: string): [string, ...string[]] {
    const today = this.hashToday(addressPrefix, serviceId);
    if (!this.#yesterday) return [today];
    return [today, hashOf(this.#yesterday, addressPrefix, serviceId)];
  }

  /** The first of {@link hash} alone. */
  hashToday(addressPrefix: string, serviceId: string): string {
    return hashOf(this.#today, addressPrefix, serviceId);
  }
}

const hashOf = (salt: KeyObject, addressPrefix: string, serviceId: string): string =>
  sign(salt, `${addressPrefix}\n${serviceId}`).slice(0, HASH_LENGTH);

/**
 * Turns an address prefix into a keyed hash for the store, different per service and day. Once the day's salt is deleted,
 * it cannot be reversed.
 */
export class VisitorHasher {
  readonly #store: Pick<ReportStore, 'readSalt'>;
  readonly #windowMs: number;
  /** By the start of the day, epoch milliseconds. */
  readonly #salts = new PromiseCache<KeyObject>(KEPT_SALTS);

  /** @param windowMs How long a hash must stay recognisable; at most a day. */
  constructor(store: Pick<ReportStore, 'readSalt'>, windowMs: number) {
    this.#store = store;
    this.#windowMs = windowMs;
  }

  /**
   * The hasher for a moment.
   *
   * @param nowMs Epoch milliseconds; days begin at midnight in UTC.
   * @throws {StoreError} When the store does not answer.
   */
  async at(nowMs: number): Promise<MomentHasher> {
    const today = await this.#salt(nowMs);
    const isKnownByOld = nowMs - floorTo(nowMs, DAY_MS) <= this.#windowMs + CLOCKS_APART_MS;
    return new MomentHasher(today, isKnownByOld ? await this.#salt(nowMs - DAY_MS) : undefined);
  }

  /**
   * A secret of one day, the same for every process and gone with the day's salt.
   *
   * @param purpose Secrets for different purposes reveal nothing about each other or any hash.
   * @param atMs Any moment of the day, epoch milliseconds.
   * @throws {StoreError} When the store does not answer.
   */
  async secret(purpose: string, atMs: number): Promise<string> {
    return sign(await this.#salt(atMs), `secret\n\n${purpose}`);
  }

  #salt(atMs: number): Promise<KeyObject> {
    const dayMs = floorTo(atMs, DAY_MS);
    return this.#salts.get(String(dayMs), async () =>
      createSecretKey(await this.#store.readSalt(dayOf(dayMs)), 'hex'),
    );
  }
}
