import { solveChallenge as solve, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Beyond it the visitor has waited in vain; a server asks for 2 s at most, on a slow phone perhaps ten. */
const TIMEOUT_MS = 30_000;
/** Rounds of one key: what a browser does in about 30 ms. More is no work for a visitor but an attack on them. */
const MAX_COST = 100_000;

/** What a challenge says of itself. Moments are of the server's clock, so only their distances count here. */
interface ChallengeTerms {
  readonly issuedAtMs: number;
  readonly opensAtMs: number;
  readonly expiresAtMs: number;
}

/** A challenge of a feed server. */
export type ReportChallenge = Challenge & {
  readonly parameters: { readonly data: ChallengeTerms };
};

/** A challenge with its solution, as the report's `proof`. */
export interface Proof {
  readonly challenge: unknown;
  readonly solution: { readonly counter: number; readonly derivedKey: string };
}

/** Whether this page can do the work: browsers keep `crypto.subtle` from pages without TLS, and from frames in such. */
export const canSolve = (): boolean => typeof crypto !== 'undefined' && !!crypto.subtle;

/** Whether an answer is a challenge that is worth beginning with. */
export function isChallenge(answer: unknown): answer is ReportChallenge {
  const { parameters } = (answer ?? {}) as Partial<ReportChallenge>;
  const { cost, data } = parameters ?? {};
  return (
    typeof cost === 'number' &&
    cost <= MAX_COST &&
    [data?.issuedAtMs, data?.opensAtMs, data?.expiresAtMs].every(Number.isFinite)
  );
}

/**
 * Solves a challenge of altcha-lib. Each key is derived outside the main thread.
 *
 * @param signal Ends the work.
 * @returns `undefined` when it was ended, took too long or is impossible. Never rejects.
 */
export async function solveChallenge(
  challenge: ReportChallenge,
  signal: AbortSignal,
): Promise<Proof | undefined> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal.addEventListener('abort', stop);
  try {
    const solution = await solve({ challenge, deriveKey, controller, timeout: TIMEOUT_MS });
    return solution?.derivedKey === undefined
      ? undefined
      : {
          challenge,
          solution: { counter: solution.counter, derivedKey: solution.derivedKey },
        };
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
