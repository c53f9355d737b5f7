import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { DAY_MS, floorTo, MINUTE_MS } from '../lib/clock.js';
import { PromiseCache } from '../lib/promise-cache.js';
import type { ReportStore } from './report-store.js';

/** Processes' clocks may differ by so much around midnight. */
const CLOCKS_APART_MS = MINUTE_MS;

/** 132 bits: more than enough to be one visitor's, and a third of the database's pages less than with all of it. */
const HASH_LENGTH = 22;

/** Two days are in use; a third is only there while midnight passes. */
const KEPT_SALTS = 3;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const sign = (salt: KeyObject, text: string): string =>
  createHmac('sha256', salt).update(text).digest('base64url');

/** Makes the hashes of one moment. */
export class MomentHasher {
  readonly #today: KeyObject;
  readonly #yesterday: KeyObject | undefined;

  /** @param yesterday Its salt, for as long after midnight as somebody may be known by it. */
  constructor(today: KeyObject, yesterday: KeyObject | undefined) {
    this.#today = today;
    this.#yesterday = yesterday;
  }

  /**
   * @param addressPrefix From `toAddressPrefix`.
   * @returns The hash of today, and that of yesterday where somebody may be known by it.
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
 * Turns an address prefix into what the store may keep: a keyed hash, different for every service and every day, that
 * nobody can undo once the day's salt is forgotten.
 */
export class VisitorHasher {
  readonly #store: Pick<ReportStore, 'readSalt'>;
  readonly #windowMs: number;
  /** By the start of the day, epoch milliseconds. */
  readonly #salts = new PromiseCache<KeyObject>(KEPT_SALTS);

  /** @param windowMs How long a hash has to be known again; a day at most. */
  constructor(store: Pick<ReportStore, 'readSalt'>, windowMs: number) {
    this.#store = store;
    this.#windowMs = windowMs;
  }

  /**
   * What makes the hashes of a moment.
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
   * @param purpose Secrets of different purposes tell nothing of each other, nor of any hash.
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
