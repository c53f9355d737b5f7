import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import { type Clock, DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import type { UncountedReason } from './new-report.js';
import type { VisitorHasher } from './visitor-hasher.js';

/** How much work a challenge demands: `off` none, `light` for demonstrations and tests. */
export type WorkAmount = 'off' | 'light' | 'on';

/** How long a challenge is valid; a visitor who takes longer needs another one. */
const LIFETIME_MS = 5 * MINUTE_MS;
/** No person opens the panel, chooses and sends faster than this; the client waits for it. */
const LEAST_AGE_MS = SECOND_MS;
/** How far ahead the clock of the process that issued a challenge may be. */
const CLOCKS_APART_MS = SECOND_MS / 2;
/** Rounds of PBKDF2 per key. The server itself pays for one key, 0.7 ms, to make a challenge. */
const ROUNDS = 2000;
/** Fewest and most keys a client derives before it finds the right one. `on` takes about 0.1 s, three times that on a busy machine. */
const KEYS: Record<Exclude<WorkAmount, 'off'>, readonly [number, number]> = {
  light: [4, 8],
  on: [80, 160],
};

/** The signed terms of a challenge. */
const dataSchema = z.object({
  service: z.string(),
  sender: z.string(),
  issuedAtMs: z.int(),
  opensAtMs: z.int(),
  expiresAtMs: z.int(),
});

/** A challenge and its solution, as a client sends them; {@link ProofOfWork.check} decides whether they are genuine. */
export const proofSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.looseObject({
      algorithm: z.string().max(32),
      cost: z.int().min(1),
      data: dataSchema,
      keyLength: z.int().min(1),
      keyPrefix: z.string().max(128),
      keySignature: z.string().max(128),
      nonce: z.string().regex(/^[0-9a-f]{1,64}$/),
      salt: z.string().max(64),
    }),
    signature: z.string().max(128),
  }),
  solution: z.strictObject({
    counter: z.int().min(0).max(0xffffffff),
    derivedKey: z.string().max(128),
  }),
});

/** A proof of work, unchecked. */
export type Proof = z.output<typeof proofSchema>;

/** Makes challenges and checks their solutions. Stateless: a challenge carries its own terms, signed. */
export class ProofOfWork {
  readonly #hasher: VisitorHasher;
  readonly #now: Clock;
  readonly #keys: readonly [number, number] | undefined;

  constructor(amount: WorkAmount, hasher: VisitorHasher, now: Clock) {
    this.#keys = amount === 'off' ? undefined : KEYS[amount];
    this.#hasher = hasher;
    this.#now = now;
  }

  /** Whether reports need a proof. */
  get isRequired(): boolean {
    return this.#keys !== undefined;
  }

  /**
   * Makes a challenge for one report of one service from one address.
   *
   * @param addressPrefix From `toAddressPrefix`.
   * @param factor Multiple of the usual work, 1 or more.
   * @returns `undefined` when no proof is needed.
   * @throws {StoreError} When the store does not answer.
   */
  async issue(
    serviceId: string,
    addressPrefix: string,
    factor: number,
  ): Promise<Challenge | undefined> {
    if (!this.#keys) return undefined;
    const [fewest, most] = this.#keys;
    const issuedAtMs = this.#now();
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: ROUNDS,
      counter: randomInt(most * factor, fewest * factor),
      deriveKey,
      data: {
        service: serviceId,
        sender: await this.#nameSender(serviceId, addressPrefix, issuedAtMs),
        issuedAtMs,
        opensAtMs: issuedAtMs + LEAST_AGE_MS,
        expiresAtMs: issuedAtMs + LIFETIME_MS,
      },
      ...(await this.#secrets(issuedAtMs)),
    });
  }

  /**
   * Checks everything except whether the proof was used before, which only the store knows.
   *
   * @returns The reason to reject the proof, or `undefined` if it is good.
   * @throws {StoreError} When the store does not answer.
   */
  async check(
    { challenge, solution }: Proof,
    serviceId: string,
    addressPrefix: string,
  ): Promise<UncountedReason | undefined> {
    const { service, sender, issuedAtMs, opensAtMs, expiresAtMs } = challenge.parameters.data;
    const nowMs = this.#now();
    // Before any query: the store would make a salt for whichever day it is asked for.
    if (Math.abs(nowMs - issuedAtMs) > DAY_MS) return 'expired';
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      ...(await this.#secrets(issuedAtMs)),
    });
    if (!verified) return 'forged';
    const isOwn =
      service === serviceId &&
      sender === (await this.#nameSender(serviceId, addressPrefix, issuedAtMs));
    if (!isOwn) return 'foreign';
    if (nowMs >= expiresAtMs) return 'expired';
    return nowMs < opensAtMs - CLOCKS_APART_MS ? 'early' : undefined;
  }

  async #nameSender(serviceId: string, addressPrefix: string, atMs: number): Promise<string> {
    // Differs from the visitor's hash in the store.
    const hasher = await this.#hasher.at(atMs);
    return hasher.hashToday(addressPrefix, `challenge\n${serviceId}`).slice(0, 16);
  }

  async #secrets(
    atMs: number,
  ): Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> {
    return {
      hmacSignatureSecret: await this.#hasher.secret('challenge', atMs),
      hmacKeySignatureSecret: await this.#hasher.secret('solution', atMs),
    };
  }
}
