import { parseJson } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import type { Platform } from './platform.js';
import { canSolve, isChallenge, solveChallenge, type Proof } from './solve-challenge.js';

/** A ticket expires this long before its challenge does, to leave time for the request and a retry. */
const MARGIN_MS = 30_000;
/** How long one attempt to prepare a ticket may take; after that, `prepare` starts another. */
const PATIENCE_MS = 60_000;

/** What a report needs to be sent. Times are by the visitor's clock, epoch milliseconds. */
export interface Ticket {
  /** `undefined` where the server asks for none. */
  readonly proof: Proof | undefined;
  /** The server does not count earlier reports. */
  readonly opensAtMs: number;
  /** From this time on, the report needs another ticket. */
  readonly expiresAtMs: number;
}

/** Network and clock for tickets. */
export type TicketSurroundings = Pick<Platform, 'fetch' | 'now'>;

const FREE: Ticket = { proof: undefined, opensAtMs: -Infinity, expiresAtMs: Infinity };

/**
 * Requests a challenge from a feed's server and solves it.
 *
 * @returns A ticket, or the server's answer when it refuses. `undefined` when this page cannot solve the challenge.
 * @throws The error of `fetch` or of reading the answer; the signal's reason when aborted.
 */
export async function getTicket(
  surroundings: TicketSurroundings,
  feedUrl: string,
  signal: AbortSignal,
): Promise<Ticket | Response | undefined> {
  const askedAtMs = surroundings.now();
  const response = await surroundings.fetch(new URL('challenge', feedUrl).href, {
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  // With these statuses the server takes reports without a proof.
  if (response.status === 204 || response.status === 404) return FREE;
  if (!response.ok) return response;
  const challenge = await readChallenge(response);
  if (!challenge || !canSolve()) return undefined;
  const answeredAtMs = surroundings.now();
  const proof = await solveChallenge(challenge, signal);
  signal.throwIfAborted();
  if (!proof) return undefined;
  const { issuedAtMs, opensAtMs, expiresAtMs } = challenge.parameters.data;
  return {
    proof,
    opensAtMs: answeredAtMs + opensAtMs - issuedAtMs,
    expiresAtMs: askedAtMs + expiresAtMs - issuedAtMs - MARGIN_MS,
  };
}

async function readChallenge(response: Response) {
  const text = await readBoundedText(response);
  try {
    const answer: unknown = parseJson(text);
    return isChallenge(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

interface Preparation {
  readonly ticket: Promise<Ticket | undefined>;
  freshUntilMs: number;
}

/** Prepares tickets, one per feed, while the visitor still chooses what to report. */
export class TicketOffice {
  readonly #surroundings: TicketSurroundings;
  readonly #prepared = new Map<string, Preparation>();

  constructor(surroundings: TicketSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Starts preparing a ticket unless there is a fresh one. Ignores failures; the report then requests its own. */
  prepare(feedUrl: string): void {
    const nowMs = this.#surroundings.now();
    if ((this.#prepared.get(feedUrl)?.freshUntilMs ?? -Infinity) > nowMs) return;
    const preparation = { ticket: this.#make(feedUrl), freshUntilMs: nowMs + PATIENCE_MS };
    this.#prepared.set(feedUrl, preparation);
    void this.#notice(preparation);
  }

  /** Removes and returns the prepared ticket, as a proof serves one report. `undefined` when there is none. */
  async take(feedUrl: string): Promise<Ticket | undefined> {
    const preparation = this.#prepared.get(feedUrl);
    this.#prepared.delete(feedUrl);
    const ticket = await preparation?.ticket;
    return ticket && ticket.expiresAtMs > this.#surroundings.now() ? ticket : undefined;
  }

  async #notice(preparation: Preparation): Promise<void> {
    const ticket = await preparation.ticket;
    preparation.freshUntilMs = ticket?.expiresAtMs ?? -Infinity;
  }

  async #make(feedUrl: string): Promise<Ticket | undefined> {
    try {
      const made = await getTicket(this.#surroundings, feedUrl, AbortSignal.timeout(PATIENCE_MS));
      return made instanceof Response ? undefined : made;
    } catch {
      return undefined;
    }
  }
}
