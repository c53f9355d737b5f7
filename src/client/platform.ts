/** A running timer, whatever the platform calls it. */
export type Timer = ReturnType<typeof setTimeout>;

/** Network and clock: the only door to either on the way to the first feed. Tests pass their own. */
export interface Platform {
  /** As the global `fetch`. */
  fetch(input: string | Request, init?: RequestInit): Promise<Response>;
  /** The visitor's clock, epoch milliseconds. */
  now(): number;
  setTimeout(run: () => void, delayMs: number): Timer;
  clearTimeout(timer: Timer | undefined): void;
}

/** The real platform, in browsers and in Node. Globals are looked up at each call, so that importing touches none. */
export const realPlatform: Platform = {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  setTimeout: (run, delayMs) => setTimeout(run, delayMs),
  clearTimeout: (timer) => clearTimeout(timer),
};
