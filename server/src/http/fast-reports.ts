import type { CatalogService } from '../catalog/load-catalog.js';
import type { FastRoute } from './fast-routes.js';
import { toRawAnswer } from './raw-answer.js';
import type { TakeReport } from './take-report.js';

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
