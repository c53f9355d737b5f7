// The proof of work that a report needs, for programs that send reports as many visitors.
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/**
 * Asks for a challenge, solves it, and waits until the server takes it: about a second.
 *
 * @param ask `fetch` for the challenge's address, as the visitor who will report.
 * @returns What the report carries as `proof`; `undefined` where none is needed.
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
