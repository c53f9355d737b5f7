const VOICE_SECONDS = 6 * 3600;

/** Counts one voice per client in six hours, as the store does on the server. */
export class Voices {
  #heardAt = new Map();
  #sweptAt = 0;

  /** @returns True when the report counts. @param t Seconds. */
  hear(t, client) {
    const before = this.#heardAt.get(client);
    if (before !== undefined && t - before < VOICE_SECONDS) return false;
    if (t - this.#sweptAt > 3600) {
      this.#sweptAt = t;
      for (const [known, at] of this.#heardAt) {
        if (t - at > VOICE_SECONDS) this.#heardAt.delete(known);
      }
    }
    this.#heardAt.set(client, t);
    return true;
  }
}
