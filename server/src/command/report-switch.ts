import type { CatalogService } from '../catalog/load-catalog.js';
import type { ReportStore } from '../reports/report-store.js';

/** Wrong arguments of `reports`. The message is one sentence for the operator. */
export class SwitchError extends Error {
  override readonly name = 'SwitchError';
}

const listPaused = async (
  store: Pick<ReportStore, 'readPaused'>,
  catalog: ReadonlyMap<string, CatalogService>,
): Promise<string> => {
  const paused = await store.readPaused();
  const lines = [...catalog.values()].flatMap(({ id, reports }) => {
    if (reports === 'off') return [`${id}: off, in its catalogue file`];
    return paused.has(id) ? [`${id}: off`] : [];
  });
  return lines.length === 0 ? 'no service is paused' : lines.join('\n');
};

/**
 * Pauses or resumes the reports of one service while servers run: `reports kik off`. They notice within seconds. Without a
 * service it lists the paused ones.
 *
 * @param call The arguments as they were typed.
 * @returns What to print.
 * @throws {SwitchError} Naming the wrong argument.
 * @throws {StoreError} When the store does not answer.
 */
export async function runReportSwitch(
  { id, state }: { readonly id: string | undefined; readonly state: string | undefined },
  parts: {
    readonly store: Pick<ReportStore, 'readPaused' | 'writePaused'>;
    readonly catalog: ReadonlyMap<string, CatalogService>;
  },
): Promise<string> {
  const { store, catalog } = parts;
  if (id === undefined) return listPaused(store, catalog);
  const service = catalog.get(id);
  if (!service) throw new SwitchError(`reports: there is no service ${JSON.stringify(id)}.`);
  if (state !== 'on' && state !== 'off') {
    throw new SwitchError(`reports: expected "on" or "off" after ${id}, e.g. reports ${id} off.`);
  }
  await store.writePaused(id, state === 'off', Date.now());
  return state === 'on' && service.reports === 'off'
    ? `${id}: still off, in its catalogue file`
    : `${id}: ${state}`;
}
