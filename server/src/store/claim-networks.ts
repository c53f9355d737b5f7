import { compareTexts, isOneOf, pairKey, type Pair } from './pair-key.js';
import { isVote, type NewReport, type SenderNetwork } from './store.js';
import type { TablesTransaction } from './tables.js';

/** A network's counted voices since its window opened. */
interface Voices {
  openedAtMs: number;
  count: number;
}

// Reports and votes are counted apart, as a visitor's two voices are. No hash holds a space.
const pairsOf = (report: NewReport, { hashes }: SenderNetwork): Pair[] =>
  hashes.map((hash) => [report.serviceId, isVote(report) ? `vote ${hash}` : hash] as const);

const textsOf = (key: string): Pair => {
  const [serviceId = '', hash = ''] = key.split('\0');
  return [serviceId, hash];
};

/** Locks the rows of the networks' first hashes, made where missing, and reads them and those of the other hashes. */
async function lockAndRead(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, Voices>> {
  const locked = new Map<string, number>();
  const others = new Map<string, Pair>();
  for (const report of reports) {
    for (const network of report.networks ?? []) {
      const [first, ...older] = pairsOf(report, network);
      if (first) locked.set(pairKey(first), report.receivedAtMs);
      for (const pair of older) others.set(pairKey(pair), pair);
    }
  }
  if (locked.size === 0) return new Map();
  const rows = await transaction
    .insertInto('network_voices')
    .values(
      [...locked]
        .sort(([left], [right]) => compareTexts(left, right))
        .map(([key, receivedAtMs]) => {
          const [service_id, network_hash] = textsOf(key);
          return { service_id, network_hash, opened_at_ms: receivedAtMs, voice_count: 0 };
        }),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'network_hash'])
        // Changes nothing, but waits for whoever is changing the row and then returns what is there.
        .doUpdateSet((update) => ({ voice_count: update.ref('network_voices.voice_count') })),
    )
    .returningAll()
    .execute();
  if (others.size > 0) {
    rows.push(
      ...(await transaction
        .selectFrom('network_voices')
        .selectAll()
        .where(isOneOf('service_id', 'network_hash', [...others.values()]))
        .execute()),
    );
  }
  return new Map(
    rows.map((row) => [
      pairKey([row.service_id, row.network_hash]),
      { openedAtMs: row.opened_at_ms, count: row.voice_count },
    ]),
  );
}

/**
 * Finds the reports and votes whose networks have voices left, and takes them: one in every network that holds the
 * visitor's address, or in none. A network's window opens with its first voice.
 *
 * @param reports Those that count otherwise, in the order given by the caller.
 * @param windowMs How long a network's window stays open.
 * @returns The reports that count.
 */
export async function claimNetworks(
  transaction: TablesTransaction,
  reports: ReadonlySet<NewReport>,
  windowMs: number,
): Promise<Set<NewReport>> {
  const voices = await lockAndRead(transaction, [...reports]);
  const admitted = new Set<NewReport>();
  const changed = new Set<string>();
  for (const report of reports) {
    const { networks = [], receivedAtMs } = report;
    const isOpen = ({ openedAtMs }: Voices): boolean => receivedAtMs - openedAtMs < windowMs;
    const countIn = (network: SenderNetwork): number =>
      pairsOf(report, network)
        .map((pair) => voices.get(pairKey(pair)))
        .reduce((sum, known) => sum + (known && isOpen(known) ? known.count : 0), 0);
    if (!networks.every((network) => countIn(network) < network.allowance)) continue;
    admitted.add(report);
    for (const network of networks) {
      const [first] = pairsOf(report, network).map(pairKey);
      const known = voices.get(first ?? '');
      if (first === undefined || !known) continue;
      const isFresh = known.count === 0 || !isOpen(known);
      voices.set(
        first,
        isFresh ? { openedAtMs: receivedAtMs, count: 1 } : { ...known, count: known.count + 1 },
      );
      changed.add(first);
    }
  }
  await write(transaction, changed, voices);
  return admitted;
}

async function write(
  transaction: TablesTransaction,
  changed: ReadonlySet<string>,
  voices: ReadonlyMap<string, Voices>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = [...changed].sort(compareTexts).flatMap((key) => {
    const known = voices.get(key);
    const [service_id, network_hash] = textsOf(key);
    return known
      ? [{ service_id, network_hash, opened_at_ms: known.openedAtMs, voice_count: known.count }]
      : [];
  });
  await transaction
    .insertInto('network_voices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['service_id', 'network_hash']).doUpdateSet((update) => ({
        opened_at_ms: update.ref('excluded.opened_at_ms'),
        voice_count: update.ref('excluded.voice_count'),
      })),
    )
    .execute();
}
