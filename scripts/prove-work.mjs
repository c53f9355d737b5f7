// The proof of work of a report, for programs that report in the name of several visitors.
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/**
 * Fetches a challenge, solves it, and waits until the server accepts the solution: about a second.
 *
 * @param ask Fetches the challenge as the visitor who will report.
 * @returns The report's `proof`; `undefined` where the server asks for none.
 */
export async function proveWork(ask) {
  const answer = await ask();
  if (answer.status === 204) return undefined;
  if (!answer.ok) throw new Error(`the challenge is answered ${answer.status}`);
  const challenge = await answer.json();
  const { issuedAtMs, opensAtMs } = challenge.parameters.data;
  const [solution] = await Promise.all([
    solveChallenge({ challenge, deriveKey }),
    sleep(opensAtMs - issuedAtMs),
  ]);
  if (!solution) throw new Error('the challenge could not be solved');
  return {
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
  };
}
