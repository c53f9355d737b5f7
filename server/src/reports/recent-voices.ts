import { SECOND_MS } from '../clock.js';

/** As many visitors are remembered; beyond it the oldest are forgotten first. */
const MAX_VOICES = 100_000;

/** Remembers, in this process only, when a visitor was counted, to tell when the next report counts. */
export class RecentVoices {
  readonly #windowMs: number;
  readonly #countedAtMs = new Map<string, number>();

  constructor(voiceWindowSeconds: number) {
    this.#windowMs = voiceWindowSeconds * SECOND_MS;
  }

  /** A retry of a counted report does not move its time. */
  remember(visitorHash: string, nowMs: number): void {
    const countedAtMs = this.#countedAtMs.get(visitorHash);
    if (countedAtMs !== undefined && nowMs - countedAtMs < this.#windowMs) return;
    this.#countedAtMs.delete(visitorHash);
    this.#countedAtMs.set(visitorHash, nowMs);
    const [oldest] = this.#countedAtMs.keys();
    if (this.#countedAtMs.size > MAX_VOICES && oldest !== undefined)
      this.#countedAtMs.delete(oldest);
  }

  /**
   * Seconds until another report of this visitor counts; the whole window when another process counted it.
   *
   * @param visitorHashes All hashes the visitor may have been counted under.
   */
  secondsLeft(visitorHashes: readonly string[], nowMs: number): number {
    const countedAtMs = visitorHashes
      .map((hash) => this.#countedAtMs.get(hash))
      .find((atMs) => atMs !== undefined && nowMs - atMs < this.#windowMs);
    const leftMs =
      countedAtMs === undefined ? this.#windowMs : countedAtMs + this.#windowMs - nowMs;
    return Math.max(1, Math.ceil(leftMs / SECOND_MS));
  }
}
