import { compareTexts, keyText } from '../lib/key-text.js';
import { isVote, type NewReport, type SenderNetwork } from '../reports/new-report.js';
import { bulkStatement } from './bulk-statement.js';
import type { Flag, NetworkSlotsRow, TablesTransaction } from './tables.js';

/** Counted reports (or votes) of a network since its window opened. */
interface NetworkCount {
  openedAtMs: number;
  count: number;
}

/** The key of a row. Reports and votes are counted apart, like a visitor's two slots. */
type RowKey = readonly [serviceId: string, hash: string, isVote: Flag];

// The update changes nothing, but waits for a process that is changing the row, and then returns the row.
const LOCK = bulkStatement<NetworkSlotsRow>(
  ({ source, text, integer }) => `
    insert into network_voices (service_id, network_hash, is_vote, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, ${integer(3)}, 0 from ${source} where true
    on conflict (service_id, network_hash, is_vote)
    do update set voice_count = network_voices.voice_count
    returning service_id, network_hash, is_vote, opened_at_ms, voice_count`,
);

const READ = bulkStatement<NetworkSlotsRow>(
  ({ source, text, integer }) => `
    select service_id, network_hash, is_vote, opened_at_ms, voice_count
    from ${source} cross join network_voices
    where service_id = ${text(0)} and network_hash = ${text(1)} and is_vote = ${integer(2)}`,
);

const WRITE = bulkStatement(
  ({ source, text, integer }) => `
    insert into network_voices (service_id, network_hash, is_vote, opened_at_ms, voice_count)
    select ${text(0)}, ${text(1)}, ${integer(2)}, ${integer(3)}, ${integer(4)}
    from ${source} where true
    on conflict (service_id, network_hash, is_vote)
    do update set opened_at_ms = excluded.opened_at_ms, voice_count = excluded.voice_count`,
);

const rowKeysOf = (report: NewReport, { hashes }: SenderNetwork): RowKey[] =>
  hashes.map((hash) => [report.serviceId, hash, isVote(report) ? 1 : 0]);

/** Locks the rows of the networks' first hashes, creating missing ones, and reads them and those of the other hashes. */
async function lockAndRead(
  transaction: TablesTransaction,
  reports: readonly NewReport[],
): Promise<Map<string, NetworkCount>> {
  const locked = new Map<string, readonly [...RowKey, receivedAtMs: number]>();
  const others = new Map<string, RowKey>();
  for (const report of reports) {
    for (const network of report.networks ?? []) {
      const [first, ...older] = rowKeysOf(report, network);
      if (first) locked.set(keyText(...first), [...first, report.receivedAtMs]);
      for (const rowKey of older) others.set(keyText(...rowKey), rowKey);
    }
  }
  if (locked.size === 0) return new Map();
  const rows = await LOCK(
    transaction,
    [...locked].sort(([left], [right]) => compareTexts(left, right)).map(([, row]) => row),
  );
  if (others.size > 0) rows.push(...(await READ(transaction, [...others.values()])));
  return new Map(
    rows.map((row) => [
      keyText(row.service_id, row.network_hash, row.is_vote),
      { openedAtMs: row.opened_at_ms, count: row.voice_count },
    ]),
  );
}

/**
 * Finds the reports and votes whose networks all have allowance left, and uses it up: in every network that holds the
 * visitor's address, or in none. A network's window opens with its first counted report.
 *
 * @param reports Reports that count otherwise, in the order given by the caller.
 * @param windowMs How long a network's window stays open.
 * @returns The reports that count.
 */
export async function claimNetworks(
  transaction: TablesTransaction,
  reports: ReadonlySet<NewReport>,
  windowMs: number,
): Promise<Set<NewReport>> {
  const counted = new Set(reports);
  const inNetworks = [...reports].filter(({ networks }) => networks && networks.length > 0);
  const counts = await lockAndRead(transaction, inNetworks);
  const changed = new Map<string, RowKey>();
  for (const report of inNetworks) {
    const { networks = [], receivedAtMs } = report;
    const isOpen = ({ openedAtMs }: NetworkCount): boolean => receivedAtMs - openedAtMs < windowMs;
    const countIn = (network: SenderNetwork): number =>
      rowKeysOf(report, network)
        .map((rowKey) => counts.get(keyText(...rowKey)))
        .reduce((sum, known) => sum + (known && isOpen(known) ? known.count : 0), 0);
    if (!networks.every((network) => countIn(network) < network.allowance)) {
      counted.delete(report);
      continue;
    }
    for (const network of networks) {
      const [rowKey] = rowKeysOf(report, network);
      if (!rowKey) continue;
      const key = keyText(...rowKey);
      const known = counts.get(key);
      if (!known) continue;
      const isFresh = known.count === 0 || !isOpen(known);
      counts.set(
        key,
        isFresh ? { openedAtMs: receivedAtMs, count: 1 } : { ...known, count: known.count + 1 },
      );
      changed.set(key, rowKey);
    }
  }
  await write(transaction, changed, counts);
  return counted;
}

async function write(
  transaction: TablesTransaction,
  changed: ReadonlyMap<string, RowKey>,
  counts: ReadonlyMap<string, NetworkCount>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = [...changed]
    .sort(([left], [right]) => compareTexts(left, right))
    .flatMap(([key, rowKey]) => {
      const known = counts.get(key);
      return known ? [[...rowKey, known.openedAtMs, known.count]] : [];
    });
  await WRITE(transaction, rows);
}
