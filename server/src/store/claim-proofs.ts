import { compareTexts, keyText } from '../lib/key-text.js';
import type { NewReport } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import type { TablesTransaction } from './tables.js';

const USE = bulkStatement<{ readonly service_id: string; readonly nonce: string }>(
  ({ source, text, integer }) => `
    insert into used_proofs (service_id, nonce, used_at_ms)
    select ${text(0)}, ${text(1)}, ${integer(2)} from ${source} where true
    on conflict (service_id, nonce) do nothing
    returning service_id, nonce`,
);

/**
 * Uses up the proofs of work of these reports. Waits for other processes that are using the same proofs.
 *
 * @returns The reports whose proof was used before, or by an earlier report in the list.
 */
export async function claimProofs(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Set<NewReport>> {
  const firstByProof = new Map<string, { readonly report: NewReport; readonly nonce: string }>();
  const replayed = new Set<NewReport>();
  for (const report of reports) {
    const { nonce } = report;
    if (nonce === undefined) continue;
    const key = keyText(report.serviceId, nonce);
    if (firstByProof.has(key)) replayed.add(report);
    else firstByProof.set(key, { report, nonce });
  }
  if (firstByProof.size === 0) return replayed;
  const rows = await USE(
    transaction,
    [...firstByProof]
      .sort(([left], [right]) => compareTexts(left, right))
      .map(([, { report, nonce }]) => [report.serviceId, nonce, report.receivedAtMs]),
  );
  const fresh = new Set(rows.map((row) => keyText(row.service_id, row.nonce)));
  for (const [key, { report }] of firstByProof) if (!fresh.has(key)) replayed.add(report);
  return replayed;
}
