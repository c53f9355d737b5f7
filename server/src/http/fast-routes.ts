import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawAnswer, RawAnswerWriter } from './raw-answer.js';
import { servicePathReader } from './service-path.js';

const SERVICE_PATH = '/v1/services/:id';

/** A route that is tried before the router. The router has it too, and its answer is the same. */
export interface FastRoute {
  readonly method: 'GET' | 'POST';
  /** As the router calls it, so that both ways count as one. */
  readonly path: `${typeof SERVICE_PATH}/${string}`;
  /**
   * What to answer, at once or later; it never rejects. `undefined` leaves the request to the router, untouched.
   *
   * @param id As it stands in the path, which need not be a service's.
   */
  readonly answer: (
    incoming: IncomingMessage,
    id: string,
  ) => RawAnswer | Promise<RawAnswer> | undefined;
}

/** Takes a request if a fast route answers it; `false` leaves it untouched for the router. */
export type AnswerFast = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Tries a table of routes before the router, which costs as much again as Node's own HTTP: on the day of an outage nearly
 * all requests are for these. Only plain paths are tried, without a query and without anything to decode.
 *
 * @param pathPrefix Path under which a proxy shows the server, without a slash at the end; empty for none.
 */
export function answerFast(
  routes: readonly FastRoute[],
  writer: RawAnswerWriter,
  pathPrefix: string,
): AnswerFast {
  const rows = routes.map((route) => ({
    ...route,
    readId: servicePathReader(pathPrefix, route.path.slice(SERVICE_PATH.length)),
  }));
  return (incoming, outgoing) => {
    const { method, url = '' } = incoming;
    for (const row of rows) {
      const id = method === row.method ? row.readId(url) : undefined;
      const answer = id === undefined ? undefined : row.answer(incoming, id);
      if (!answer) continue;
      if (answer instanceof Promise) {
        void answer.then((later) => writer.write(outgoing, row.path, later));
      } else writer.write(outgoing, row.path, answer);
      return true;
    }
    return false;
  };
}
