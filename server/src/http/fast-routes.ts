import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CatalogService } from '../catalog/load-catalog.js';
import { toRawAnswer, type RawAnswer, type RawAnswerWriter } from './raw-answer.js';
import type { TakeReport } from './take-report.js';

const BEFORE_ID = '/v1/services/';
const SERVICE_PATH = `${BEFORE_ID}:id` as const;

/** A route that bypasses the router. The router has it too and gives the same answer. */
export interface FastRoute {
  readonly method: 'GET' | 'POST';
  /** The router's pattern, so that metrics count both ways as one route. */
  readonly path: `${typeof SERVICE_PATH}/${string}`;
  /** The exact query with its question mark; none when left out. */
  readonly query?: string;
  /**
   * Returns the answer, or a promise of it that never rejects. `undefined` leaves the request untouched for the router.
   *
   * @param id From the path, neither decoded nor checked.
   */
  readonly answer: (
    incoming: IncomingMessage,
    id: string,
  ) => RawAnswer | Promise<RawAnswer> | undefined;
}

/** Takes reports for known services: during a large outage they are most of a process's work. */
export const fastReports = ({
  takeReport,
  catalog,
}: {
  readonly takeReport: TakeReport;
  readonly catalog: ReadonlyMap<string, CatalogService>;
}): FastRoute => ({
  method: 'POST',
  path: '/v1/services/:id/reports',
  answer: (incoming, id) =>
    catalog.has(id) ? takeReport(incoming, id).then(toRawAnswer) : undefined,
});

/**
 * Makes the function that reads the service's id from a plain request target: nothing to decode.
 *
 * @param pathPrefix Path under which a proxy exposes the server, without a trailing slash; empty for none. The proxy may
 *   have stripped it.
 * @param afterId E.g. `/status.json`, with the query.
 * @returns The id, neither decoded nor checked; `undefined` for another path.
 */
const servicePathReader =
  (pathPrefix: string, afterId: string) =>
  (url: string): string | undefined => {
    const start = url.startsWith(BEFORE_ID) ? 0 : pathPrefix.length;
    if (start > 0 && !url.startsWith(pathPrefix)) return undefined;
    if (!url.startsWith(BEFORE_ID, start) || !url.endsWith(afterId)) return undefined;
    return url.slice(start + BEFORE_ID.length, -afterId.length);
  };

/** Answers a request if a fast route can; `false` leaves it untouched for the router. */
export type AnswerFast = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Tries a table of routes before the router, which costs as much again as Node's own HTTP. During an outage nearly all
 * requests are for these routes. They answer plain targets only: nothing to decode.
 *
 * @param pathPrefix Path under which a proxy exposes the server, without a trailing slash; empty for none.
 */
export function answerFast(
  routes: readonly FastRoute[],
  writer: RawAnswerWriter,
  pathPrefix: string,
): AnswerFast {
  const rows = routes.map((route) => ({
    ...route,
    readId: servicePathReader(
      pathPrefix,
      route.path.slice(SERVICE_PATH.length) + (route.query ?? ''),
    ),
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
