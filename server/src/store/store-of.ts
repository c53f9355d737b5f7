import type { DecisionStore } from '../decide/decision-store.js';
import type { HistoryStore } from '../feed/history-store.js';
import type { NotificationStore } from '../notify/notification-store.js';
import type { OfficialStore } from '../official/official-store.js';
import type { ProbeStore } from '../probe/probe-store.js';
import type { ReportStore } from '../reports/report-store.js';
import type { ViewStore } from '../views/view-store.js';
import type { ChangeListener } from './change-channel.js';
import { decisionStoreOf } from './decision-store.js';
import { historyStoreOf } from './history-store.js';
import { notificationStoreOf } from './notification-store.js';
import { officialStoreOf } from './official-store.js';
import { probeStoreOf } from './probe-store.js';
import { purge } from './purge.js';
import { reportStoreOf } from './report-store.js';
import type { Session } from './session.js';
import { viewStoreOf } from './view-store.js';

/** One database as its ports, one for each folder that uses it, and operations on the database as a whole. */
export interface Store {
  readonly reports: ReportStore;
  readonly decisions: DecisionStore;
  readonly official: OfficialStore;
  readonly probe: ProbeStore;
  readonly history: HistoryStore;
  readonly views: ViewStore;
  readonly notifications: NotificationStore;
  /**
   * Deletes expired rows: used proofs after an hour; count slots of visitors and networks after 24 hours; salts 24 hours
   * after the end of their day, because hashes made under them may be in use until then; report rows, minute, origin and
   * vote counters and messages after 48 hours; views after 8 days; hour counters, status changes, and ended incidents of
   * vendors' pages with all news about them after `historyDays`. Imported incidents stay. Rows exactly at the limit stay.
   */
  purge(nowMs: number, historyDays: number): Promise<void>;
  /**
   * Calls back when a service's status, official state or reachability has changed, in any process on the same Postgres; an embedded
   * database announces changes of its own process only. After a lost connection every known service is announced. The
   * listener must not throw. Returns a function that unsubscribes.
   */
  onChange(listener: ChangeListener): () => void;
  /** Rejects with `StoreError` if the database does not answer. */
  check(): Promise<void>;
  /** Finishes the current operations and closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/** Builds all ports on one database. */
export const storeOf = (session: Session, openLimiter: ReportStore['openLimiter']): Store => ({
  reports: reportStoreOf(session, openLimiter),
  decisions: decisionStoreOf(session),
  official: officialStoreOf(session),
  probe: probeStoreOf(session),
  history: historyStoreOf(session),
  views: viewStoreOf(session),
  notifications: notificationStoreOf(session),
  purge: (nowMs, historyDays) => purge(session, nowMs, historyDays),
  onChange: (listener) => session.onChange(listener),
  check: () => session.check(),
  close: () => session.close(),
});
