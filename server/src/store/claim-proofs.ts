import { compareTexts, pairKey } from './pair-key.js';
import type { NewReport } from './store.js';
import type { TablesTransaction } from './tables.js';

/**
 * Uses up the proofs of work of these reports. A proof that another process is just using is waited for.
 *
 * @returns The reports whose proof was used before, or by an earlier one of them.
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
    const key = pairKey([report.serviceId, nonce]);
    if (firstByProof.has(key)) replayed.add(report);
    else firstByProof.set(key, { report, nonce });
  }
  if (firstByProof.size === 0) return replayed;
  const rows = await transaction
    .insertInto('used_proofs')
    .values(
      [...firstByProof]
        .sort(([left], [right]) => compareTexts(left, right))
        .map(([, { report, nonce }]) => ({
          service_id: report.serviceId,
          nonce,
          used_at_ms: report.receivedAtMs,
        })),
    )
    .onConflict((conflict) => conflict.columns(['service_id', 'nonce']).doNothing())
    .returning(['service_id', 'nonce'])
    .execute();
  const fresh = new Set(rows.map((row) => pairKey([row.service_id, row.nonce])));
  for (const [key, { report }] of firstByProof) if (!fresh.has(key)) replayed.add(report);
  return replayed;
}
