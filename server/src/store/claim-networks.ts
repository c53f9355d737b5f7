import { compareTexts, keyText } from '../lib/key-text.js';
import { isVote, type NewReport, type SenderNetwork } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import type { TablesTransaction } from './tables.js';

/** A network's counted voices since its window opened. */
interface Voices {
  openedAtMs: number;
  count: number;
}

interface NetworkRow {
  readonly service_id: string;
  readonly network_hash: string;
  readonly opened_at_ms: number;
  readonly voice_count: number;
}

// The update changes nothing, but waits for whoever is changing the row and then returns what is there.
const LOCK = bulkStatement<NetworkRow>(
  ({ source, text, integer }) => `
    insert into network_voices (service_id, network_hash, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, 0 from ${source} where true
    on conflict (service_id, network_hash) do update set voice_count = network_voices.voice_count
    returning service_id, network_hash, opened_at_ms, voice_count`,
);

const READ = bulkStatement<NetworkRow>(
  ({ source, text }) => `
    select service_id, network_hash, opened_at_ms, voice_count
    from ${source} cross join network_voices
    where service_id = ${text(0)} and network_hash = ${text(1)}`,
);

const WRITE = bulkStatement(
  ({ source, text, integer }) => `
    insert into network_voices (service_id, network_hash, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, ${integer(3)} from ${source} where true
    on conflict (service_id, network_hash)
    do update set opened_at_ms = excluded.opened_at_ms, voice_count = excluded.voice_count`,
);

type Pair = readonly [serviceId: string, hash: string];

/** The service and the hash of a key that `keyText` made. */
const splitKey = (key: string): readonly [serviceId: string, hash: string] => {
  const end = key.indexOf('\0');
  return [key.slice(0, end), key.slice(end + 1)];
};

// Reports and votes are counted apart, as a visitor's two voices are. No hash holds a space.
const pairsOf = (report: NewReport, { hashes }: SenderNetwork): Pair[] =>
  hashes.map((hash) => [report.serviceId, isVote(report) ? `vote ${hash}` : hash] as const);

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
      if (first) locked.set(keyText(...first), report.receivedAtMs);
      for (const pair of older) others.set(keyText(...pair), pair);
    }
  }
  if (locked.size === 0) return new Map();
  const rows = await LOCK(
    transaction,
    [...locked]
      .sort(([left], [right]) => compareTexts(left, right))
      .map(([key, receivedAtMs]) => [...splitKey(key), receivedAtMs]),
  );
  if (others.size > 0) rows.push(...(await READ(transaction, [...others.values()])));
  return new Map(
    rows.map((row) => [
      keyText(row.service_id, row.network_hash),
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
  const admitted = new Set(reports);
  const inNetworks = [...reports].filter(({ networks }) => networks && networks.length > 0);
  const voices = await lockAndRead(transaction, inNetworks);
  const changed = new Set<string>();
  for (const report of inNetworks) {
    const { networks = [], receivedAtMs } = report;
    const isOpen = ({ openedAtMs }: Voices): boolean => receivedAtMs - openedAtMs < windowMs;
    const countIn = (network: SenderNetwork): number =>
      pairsOf(report, network)
        .map((pair) => voices.get(keyText(...pair)))
        .reduce((sum, known) => sum + (known && isOpen(known) ? known.count : 0), 0);
    if (!networks.every((network) => countIn(network) < network.allowance)) {
      admitted.delete(report);
      continue;
    }
    for (const network of networks) {
      const [first] = pairsOf(report, network).map((pair) => keyText(...pair));
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
    return known ? [[...splitKey(key), known.openedAtMs, known.count]] : [];
  });
  await WRITE(transaction, rows);
}
