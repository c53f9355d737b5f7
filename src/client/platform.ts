/** Timer handle: a number in browsers, an object in Node. */
export type Timer = ReturnType<typeof setTimeout>;

/** Network and clock. Code that the first feed needs uses both only through this interface; tests pass their own. */
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
