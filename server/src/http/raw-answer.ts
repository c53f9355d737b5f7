import type { ServerResponse } from 'node:http';
import type { Log } from '../lib/log.js';
import type { Metrics } from '../metrics/metrics.js';
import { SHARED_HEADERS } from './shared-headers.js';

/** An answer with all headers, in the form that Node takes. */
export interface RawAnswer {
  readonly status: number;
  /** Alternating names and values. */
  readonly headers: string[];
  /** `null` for none, as with 304. */
  readonly body: Buffer | string | null;
}

const SHARED_LIST = Object.entries(SHARED_HEADERS).flat();

/**
 * Completes an answer that bypasses the router: adds {@link SHARED_HEADERS} and the length.
 *
 * @param answer.headers Alternating names and values.
 */
export function toRawAnswer({
  status,
  headers,
  body,
}: {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer | string | null;
}): RawAnswer {
  const length = body === null ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  return { status, headers: [...SHARED_LIST, ...headers, ...length], body };
}

/** Writes answers that bypass the router, each with its metric and log entry. */
export class RawAnswerWriter {
  readonly #count: (route: string, status: string) => void;
  readonly #log: Log;

  constructor({ metrics, log }: { readonly metrics: Metrics; readonly log: Log }) {
    const tallyOf = metrics.tallies(metrics.requests);
    this.#count = (route, status) => tallyOf(route, status).add();
    this.#log = log;
  }

  /** @param route The router's pattern, so that metrics count both ways as one route. */
  write(outgoing: ServerResponse, route: string, { status, headers, body }: RawAnswer): void {
    outgoing.writeHead(status, headers);
    outgoing.end(body);
    this.#note(route, status);
  }

  /** As {@link write}, for a hook that wants a `Response`. */
  toResponse(route: string, { status, headers, body }: RawAnswer): Response {
    const list = new Headers();
    for (let at = 0; at < headers.length; at += 2)
      list.set(headers[at] ?? '', headers[at + 1] ?? '');
    this.#note(route, status);
    return new Response(body as string | Uint8Array<ArrayBuffer> | null, { status, headers: list });
  }

  #note(route: string, status: number): void {
    this.#count(route, String(status));
    this.#log.debug({ route, status }, 'answered');
  }
}
