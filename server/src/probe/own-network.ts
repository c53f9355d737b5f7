import type { Outcome } from './outcome.js';

/** One address of a round, and what became of it. */
export interface RoundResult {
  readonly url: string;
  readonly outcome: Outcome;
}

/** Whether an outcome is an answer over HTTP, which shows that this server's own network works. */
const isHttpAnswer = ({ kind, ...rest }: Outcome): boolean =>
  kind === 'answered' || kind === 'unclear' || ('failure' in rest && rest.failure === 'http');

/** Whether nothing at all came back, not even a refusal. */
const isSilence = (outcome: Outcome): boolean =>
  outcome.kind === 'failed' && (outcome.failure === 'dns' || outcome.failure === 'timeout');

/**
 * Judges a round of questions. If no host has answered over HTTP, the fault is rather this server's own network, or
 * something in between that shows its own certificate to all: then no failure of the round counts. A single host cannot
 * tell the two apart where nothing came back; where something refused, the network works. Addresses of this machine say
 * nothing of the network, and are judged as they are.
 *
 * @param isLocal Whether an address is of this machine.
 * @returns The same in the same order, with outcome `offline` where nothing can be said.
 */
export function judgeRound(
  results: readonly RoundResult[],
  isLocal: (url: string) => boolean,
): RoundResult[] {
  const remote = results.filter(({ url }) => !isLocal(url));
  if (remote.some(({ outcome }) => isHttpAnswer(outcome))) return [...results];
  const isAlone = new Set(remote.map(({ url }) => new URL(url).host)).size === 1;
  const isOffline = !isAlone || remote.every(({ outcome }) => isSilence(outcome));
  return results.map(({ url, outcome }) =>
    isOffline && !isLocal(url) ? { url, outcome: { kind: 'offline' } } : { url, outcome },
  );
}
