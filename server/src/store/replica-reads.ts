import { readChanges } from './decisions.js';
import { readIncidents } from './incidents.js';
import { countByCategory, countByHour, countBySteps } from './read-counts.js';
import type { Replica } from './replica.js';
import type { StoreReads } from './store.js';
import type { Database } from './tables.js';
import { countVotes } from './vote-counters.js';

/**
 * The reads of a store by its replica.
 *
 * @param guard Runs a read, and makes a `StoreError` of what it throws.
 */
export function replicaReads(
  replica: Replica,
  guard: <T>(run: () => Promise<T>) => Promise<T>,
): StoreReads {
  const by =
    <Parameters extends unknown[], Result>(
      read: (db: Database, ...parameters: Parameters) => Promise<Result>,
    ) =>
    (...parameters: Parameters): Promise<Result> =>
      guard(() => replica.read((db) => read(db, ...parameters)));
  return {
    countByCategory: by(countByCategory),
    countBySteps: by(countBySteps),
    countByHour: by(countByHour),
    countVotes: by(countVotes),
    readChanges: by(readChanges),
    readIncidents: by(readIncidents),
  };
}
