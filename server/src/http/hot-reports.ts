import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Log } from '../lib/log.js';
import type { Metrics } from '../metrics/metrics.js';
import type { HotAnswer } from './hot-feeds.js';
import { servicePathReader } from './service-path.js';
import { FRAME_POLICY, SHARED_HEADERS } from './shared-headers.js';
import type { TakeReport } from './take-report.js';

const AFTER_ID = '/reports';
/** As the router calls it, so that both ways count as one. */
const ROUTE = '/v1/services/:id/reports';
const COMMON_HEADERS = Object.entries({
  ...SHARED_HEADERS,
  'Content-Security-Policy': FRAME_POLICY,
  'Content-Type': 'application/json',
}).flat();

/**
 * Hands reports to {@link TakeReport} before the router sees them: in a storm they are what a process is busy with, and the
 * router costs more than Node itself. Whatever is not plain (an unknown service, a query) is the router's, which hands it
 * to the same function.
 *
 * @param parts.pathPrefix Path under which a proxy shows the server, without a slash at the end; empty for none.
 */
export function answerHotReports(parts: {
  readonly takeReport: TakeReport;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly pathPrefix: string;
}): HotAnswer {
  const { takeReport, catalog, metrics, log } = parts;
  const readId = servicePathReader(parts.pathPrefix, AFTER_ID);
  const tallyOf = metrics.tallies(metrics.requests);
  const answer = async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    id: string,
  ): Promise<void> => {
    const { status, headers, body } = await takeReport(incoming, id);
    const length = String(Buffer.byteLength(body));
    outgoing.writeHead(status, [...COMMON_HEADERS, ...headers, 'Content-Length', length]);
    outgoing.end(body);
    tallyOf(ROUTE, String(status)).add();
    log.debug({ route: ROUTE, status }, 'answered');
  };
  return (incoming, outgoing) => {
    if (incoming.method !== 'POST') return false;
    const id = readId(incoming.url ?? '');
    if (id === undefined || !catalog.has(id)) return false;
    void answer(incoming, outgoing, id);
    return true;
  };
}
