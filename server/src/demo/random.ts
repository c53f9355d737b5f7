/** Returns numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * Makes a repeatable source of pseudo-random numbers (mulberry32). Good enough to look natural, not for secrets.
 *
 * @param seed Any text; the same text gives the same numbers.
 */
export function createRandom(seed: string): Random {
  // FNV-1a, to turn the text into 32 bits.
  let state = Array.from(seed).reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Draws from a Poisson distribution: how many independent reports fall into an interval (Knuth's method, split for
 * large means because `e^-mean` would vanish).
 *
 * @param mean 0 or more.
 */
export function drawPoisson(mean: number, random: Random): number {
  if (mean > 30) return drawPoisson(30, random) + drawPoisson(mean - 30, random);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
