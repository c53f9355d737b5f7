import { solveChallenge as solve, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Longest time to solve a challenge. A server asks for at most 2 s of work, perhaps 10 s on a slow phone. */
const TIMEOUT_MS = 30_000;
/** Most rounds for one key: about 30 ms in a browser. A higher cost would be an attack on the visitor. */
const MAX_COST = 100_000;

/** Times of a challenge. They are by the server's clock, so we use only their differences. */
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

/** Whether this page can do the work: browsers hide `crypto.subtle` on pages without TLS and in their frames. */
export const canSolve = (): boolean => typeof crypto !== 'undefined' && !!crypto.subtle;

/** Whether an answer is a challenge at a cost that we accept. */
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
 * Solves a challenge with altcha-lib. WebCrypto derives each key outside the main thread.
 *
 * @param signal Aborts the work.
 * @returns `undefined` when aborted, too slow or impossible. Never rejects.
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
