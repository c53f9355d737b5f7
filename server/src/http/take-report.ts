import type { IncomingMessage } from 'node:http';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Log } from '../lib/log.js';
import { RequestError } from '../lib/request-error.js';
import type { ReportDesk } from '../reports/report-desk.js';
import { toPlainError, UNKEPT_JSON, type PlainAnswer } from './answer-error.js';
import { findService } from './find-service.js';
import { readJsonBody } from './read-body.js';
import { assertSentByScript, senderReader, type SenderParts } from './read-sender.js';

const MAX_BODY_BYTES = 2048;

/** What taking a report needs. */
export interface TakeReportParts extends SenderParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly desk: Pick<ReportDesk, 'admit' | 'take'>;
  readonly log: Log;
  /** Called for every answer, with the report's outcome or an error's code. */
  readonly observe: (outcome: string) => void;
}

/**
 * Handles `POST /v1/services/{id}/reports` from request to answer; the router and the fast route both use it. Never
 * rejects: an error becomes an answer.
 */
export type TakeReport = (incoming: IncomingMessage, id: string) => Promise<PlainAnswer>;

/** Makes {@link TakeReport}. */
export function reportTaker(parts: TakeReportParts): TakeReport {
  const { catalog, desk, log, observe } = parts;
  const readSender = senderReader(parts);
  return async (incoming, id) => {
    try {
      const service = findService(catalog, id);
      assertSentByScript(incoming);
      const sender = readSender(incoming);
      await desk.admit(service, sender);
      // Read with a cap, before anything parses it.
      const body = await readJsonBody(incoming, MAX_BODY_BYTES);
      const { answer, outcome } = await desk.take(service, body, sender);
      observe(outcome);
      return { status: 202, headers: UNKEPT_JSON, body: JSON.stringify(answer) };
    } catch (error) {
      observe(error instanceof RequestError ? error.code : 'unavailable');
      return toPlainError(error, log);
    }
  };
}
