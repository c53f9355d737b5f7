import { SECOND_MS } from '../lib/clock.js';
import { TwoGenerations } from '../lib/two-generations.js';

/** As many voices are remembered at most, and the last half of them for certain. */
const MAX_VOICES = 100_000;

interface Voice {
  readonly idempotencyKey: string;
  readonly countedAtMs: number;
}

/** Remembers, in this process only, when a visitor's report or vote was counted, to tell when the next one counts. */
export class RecentVoices {
  readonly #windowMs: number;
  readonly #voices = new TwoGenerations<Voice>();

  constructor(voiceWindowSeconds: number) {
    this.#windowMs = voiceWindowSeconds * SECOND_MS;
  }

  /**
   * A retry of what was counted does not move its time.
   *
   * @param voice Names visitor, service and kind.
   * @param idempotencyKey Of the report or vote that was counted.
   */
  remember(voice: string, idempotencyKey: string, nowMs: number): void {
    if (this.#voices.get(voice)?.idempotencyKey === idempotencyKey) return;
    if (this.#voices.youngSize >= MAX_VOICES / 2) this.#voices.turn();
    this.#voices.set(voice, { idempotencyKey, countedAtMs: nowMs });
  }

  /**
   * Seconds until another one counts, at the latest; the whole window when another process counted the last.
   *
   * @param voices All names the visitor may have been counted under.
   */
  secondsLeft(voices: readonly string[], nowMs: number): number {
    const countedAtMs = voices
      .map((voice) => this.#voices.get(voice)?.countedAtMs)
      .find((atMs) => atMs !== undefined && nowMs - atMs < this.#windowMs);
    const leftMs =
      countedAtMs === undefined ? this.#windowMs : countedAtMs + this.#windowMs - nowMs;
    return Math.max(1, Math.ceil(leftMs / SECOND_MS));
  }
}
