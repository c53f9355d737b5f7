import type { Incident, Official, Status } from 'outage-status/feed';
import type { StoredDecision } from '../../src/decide/decision-store.js';
import { DAY_MS, HOUR_MS } from '../../src/lib/clock.js';
import type { NewReport, StoredOutcome } from '../../src/reports/new-report.js';
import type { Store } from '../../src/store/store-of.js';

/** One empty database. Every `open` is another process as far as the store can tell. */
export interface StorePlace {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** Makes an empty database of one kind. */
export type MakePlace = () => Promise<StorePlace>;

/**
 * Opens stores on one empty database, all at the same time, and cleans up.
 *
 * @param run Gets the stores and the place, to open more; what it opens it closes.
 */
export async function withStores(
  makePlace: MakePlace,
  storeCount: number,
  run: (stores: Store[], place: StorePlace) => Promise<void>,
): Promise<void> {
  const place = await makePlace();
  try {
    const stores = await Promise.all(Array.from({ length: storeCount }, () => place.open()));
    try {
      await run(stores, place);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  } finally {
    await place.remove();
  }
}

/** Like {@link withStores} with a single store. */
export const withStore = (
  makePlace: MakePlace,
  run: (store: Store, place: StorePlace) => Promise<void>,
): Promise<void> => withStores(makePlace, 1, ([store], place) => run(store as Store, place));

/** The full hour around which the suite's reports lie. */
export const HOUR_START_MS = Date.parse('2026-11-22T09:00:00Z');
export const COUNT_WINDOW_MS = HOUR_MS;

/** A report with everything filled in; key and visitor are derived from `name`. */
export function reportOf(name: string, fields: Partial<NewReport> = {}): NewReport {
  return {
    serviceId: 'kik',
    category: 'messages',
    idempotencyKey: `key-of-${name}`,
    visitorHashes: [`visitor-${name}`],
    origin: 'https://blog.example',
    receivedAtMs: HOUR_START_MS,
    ...fields,
  };
}

/** All reports that the minute counters of a service hold, on the day of {@link HOUR_START_MS} and those beside it. */
export async function countAll(store: Store, serviceId = 'kik'): Promise<number> {
  const counts = await store.reports.countByCategory(
    serviceId,
    HOUR_START_MS - 2 * DAY_MS,
    HOUR_START_MS + 2 * DAY_MS,
  );
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Adds a batch. Returns what became of each. */
export async function addAll(
  store: Pick<Store, 'reports'>,
  reports: readonly NewReport[],
  countWindowMs: number,
): Promise<StoredOutcome[]> {
  const answers = await store.reports.addReports(reports, countWindowMs);
  return answers.map(({ outcome }) => outcome);
}

/** Adds reports of different visitors, so long after {@link HOUR_START_MS}. */
export const addAt = async (
  store: Pick<Store, 'reports'>,
  offsetsMs: readonly number[],
): Promise<void> => {
  await addAll(
    store,
    offsetsMs.map((offsetMs, index) =>
      reportOf(`${offsetMs}-${index}`, { receivedAtMs: HOUR_START_MS + offsetMs }),
    ),
    COUNT_WINDOW_MS,
  );
};

/** A decision of one service at {@link HOUR_START_MS}. */
export const decisionOf = (
  status: Status,
  fields: Partial<StoredDecision> = {},
): StoredDecision => ({
  serviceId: 'kik',
  status,
  sinceMs: HOUR_START_MS,
  memory: '{"calm":3}',
  revision: 0,
  ...fields,
});

/** What a calm page says. */
export const officialOf = (fields: Partial<Official> = {}): Official => ({
  status: 'operational',
  checkedAt: '2026-11-22T09:00:00Z',
  incidents: [],
  ...fields,
});

/** An open incident of a vendor's page. */
export const incidentOf = (id: string, changes: Partial<Incident> = {}): Incident => ({
  id,
  title: `O'Brien's "incident" 😀 ${id}`,
  status: 'investigating',
  impact: 'major',
  startedAt: '2026-11-22T08:00:00Z',
  endedAt: null,
  source: 'official',
  url: `https://status.example/${id}`,
  ...changes,
});
