import { parseJson } from '../feed/index.js';
import { readBoundedText } from './bounded-text.js';
import type { Platform } from './platform.js';
import { canSolve, isChallenge, solveChallenge, type Proof } from './solve-challenge.js';

/** A proof is given up so long before its server does, for the way there and another try. */
const MARGIN_MS = 30_000;
/** A preparation that nobody has fetched within this time is made anew. */
const PATIENCE_MS = 60_000;

/** What a report needs to be sent. Moments are of the visitor's clock, epoch milliseconds. */
export interface Ticket {
  /** `undefined` where a report needs none. */
  readonly proof: Proof | undefined;
  /** The server counts nothing that comes sooner. */
  readonly opensAtMs: number;
  /** From then on another ticket is needed. */
  readonly expiresAtMs: number;
}

/** Network and clock for tickets. */
export type TicketSurroundings = Pick<Platform, 'fetch' | 'now'>;

const FREE: Ticket = { proof: undefined, opensAtMs: -Infinity, expiresAtMs: Infinity };

/**
 * Asks for a challenge beside a feed and solves it.
 *
 * @returns A ticket, or the server's answer when it refuses. `undefined` when the work cannot be done here.
 * @throws What `fetch` throws, when there was no answer or the signal has ended it.
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
  // A server without this address takes reports as they are.
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

/** Tickets made ahead, one a feed, while a visitor is still choosing what to report. */
export class TicketOffice {
  readonly #surroundings: TicketSurroundings;
  readonly #prepared = new Map<string, Preparation>();

  constructor(surroundings: TicketSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Begins with a ticket unless there is a fresh one. A failure shows in nothing; the report will ask again. */
  prepare(feedUrl: string): void {
    const nowMs = this.#surroundings.now();
    if ((this.#prepared.get(feedUrl)?.freshUntilMs ?? -Infinity) > nowMs) return;
    const preparation = { ticket: this.#make(feedUrl), freshUntilMs: nowMs + PATIENCE_MS };
    this.#prepared.set(feedUrl, preparation);
    void this.#notice(preparation);
  }

  /** The prepared ticket, which is then gone: a proof is good for one report. `undefined` when there is none. */
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
