import type { Kysely, Transaction } from 'kysely';
import type { Incident, Status } from 'outage-status/feed';
import type { StoredOutcome } from './store.js';

/** One row per report that was ever answered, kept for 48 hours: what makes a retry safe. */
interface ReportRow {
  service_id: string;
  idempotency_key: string;
  category: string;
  outcome: StoredOutcome;
  received_at_ms: number;
}

interface MinuteCountRow {
  service_id: string;
  minute_at_ms: number;
  category: string;
  shard: number;
  report_count: number;
}

interface HourCountRow {
  service_id: string;
  hour_at_ms: number;
  shard: number;
  report_count: number;
}

interface OriginCountRow {
  service_id: string;
  ten_minutes_at_ms: number;
  origin: string;
  shard: number;
  report_count: number;
}

/** When a visitor's report for a service last counted. */
export interface VoiceRow {
  service_id: string;
  visitor_hash: string;
  reported_at_ms: number;
}

interface SaltRow {
  day: string;
  salt: string;
}

interface DecisionRow {
  service_id: string;
  status: Status;
  since_at_ms: number;
  memory: string;
  revision: number;
}

interface ChangeRow {
  service_id: string;
  revision: number;
  from_status: Status;
  to_status: Status;
  changed_at_ms: number;
}

interface OfficialRow {
  service_id: string;
  document: string;
}

/** An incident that a vendor's page told of or that was imported. Its id is unique within service and source. */
export interface IncidentRow {
  service_id: string;
  source: Incident['source'];
  incident_id: string;
  title: string;
  status: Incident['status'];
  impact: Incident['impact'];
  started_at_ms: number;
  ended_at_ms: number | null;
  url: string | null;
}

/**
 * The tables of both databases. Every primary key starts with the service, so that a cluster can spread rows by it.
 * Columns that end in `_at_ms` hold epoch milliseconds. A `shard` is one process: processes on one Postgres then never
 * wait for each other's counter rows; readers add the shards up.
 */
export interface Tables {
  reports: ReportRow;
  minute_counts: MinuteCountRow;
  hour_counts: HourCountRow;
  origin_counts: OriginCountRow;
  voices: VoiceRow;
  salts: SaltRow;
  decisions: DecisionRow;
  changes: ChangeRow;
  officials: OfficialRow;
  incidents: IncidentRow;
}

/** Either of the two databases. */
export type Database = Kysely<Tables>;
/** A transaction that has begun on either of them. */
export type TablesTransaction = Transaction<Tables>;
