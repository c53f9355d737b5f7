import type { Kysely, Transaction } from 'kysely';
import type { Incident, Status } from 'outage-status/feed';
import type { Channel, NewSubscription } from '../notify/notification-store.js';
import type { StoredOutcome, ToldOutcome } from '../reports/new-report.js';

/** One row per report or vote, kept for 48 hours so that a retry gets the same answer. */
export interface ReportRow {
  service_id: string;
  idempotency_key: string;
  /** Empty for a vote. */
  category: string;
  /** The true outcome. */
  outcome: StoredOutcome;
  /** The outcome in the visitor's answer, if it differs. */
  told: ToldOutcome | null;
  received_at_ms: number;
}

/** A used proof of work. */
interface UsedProofRow {
  service_id: string;
  nonce: string;
  used_at_ms: number;
}

/** A boolean, as both databases store it. */
export type Flag = 0 | 1;

/** Reports, or votes, of one network that counted since its window opened. */
export interface NetworkSlotsRow {
  service_id: string;
  network_hash: string;
  is_vote: Flag;
  opened_at_ms: number;
  voice_count: number;
}

/** A service that an operator has paused. */
interface PausedServiceRow {
  service_id: string;
  paused_at_ms: number;
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

/** Votes ("works for me again") by minute and site. */
interface VoteCountRow {
  service_id: string;
  minute_at_ms: number;
  origin: string;
  shard: number;
  vote_count: number;
}

/** Views of a service's feed. */
interface ViewCountRow {
  service_id: string;
  minute_at_ms: number;
  shard: number;
  view_count: number;
}

/** A count slot: when a visitor's report (or vote) for a service last counted, or was last answered as if it did. */
export interface SlotRow {
  service_id: string;
  visitor_hash: string;
  is_vote: Flag;
  /** The visitor's answer was `counted`, but the report does not count. */
  is_told_only: Flag;
  reported_at_ms: number;
  /** When the first report of the current window counted. */
  opened_at_ms: number;
  /** Reports (or votes) counted since then. */
  voice_count: number;
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

/** What checks have found at a service's addresses, as JSON. */
interface ProbeRow {
  service_id: string;
  document: string;
}

/** Which process does what only one should do. */
interface LeaseRow {
  name: string;
  holder: string;
  leased_until_ms: number;
}

/** An incident from a vendor's page or an import. Its id is unique within service and source. */
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

/** When this server first saw that an incident of a vendor's page was open (odd turns) or over (even turns). */
interface IncidentNewsRow {
  service_id: string;
  incident_id: string;
  /** Counts from 1: open, over, open again … */
  turn: number;
  seen_at_ms: number;
}

/** A confirmed subscription; `sealed` is the encrypted address. */
interface SubscriptionRow {
  service_id: string;
  channel: Channel;
  recipient_hash: string;
  sealed: string;
  wants: NewSubscription['wants'];
  language: string;
  known_status: Status;
  confirmed_at_ms: number;
}

/** One message to one recipient; kept for 48 hours, without content once it is `sent` or `ended`. */
interface OutboxRow {
  service_id: string;
  message_key: string;
  channel: Channel;
  recipient_hash: string;
  sealed: string | null;
  state: 'waiting' | 'sent' | 'ended';
  tries: number;
  created_at_ms: number;
  due_at_ms: number;
  expires_at_ms: number;
  leased_until_ms: number;
  sent_at_ms: number | null;
}

/** The last change of a service that was put into the outbox. */
interface OutboxCursorRow {
  service_id: string;
  revision: number;
}

interface SecretRow {
  name: string;
  value: string;
}

/**
 * The tables of both databases. Every primary key starts with the service, so that a cluster can spread rows by it; only
 * those of `salts`, `secrets`, `leases` and Postgres's `rate_limits`, a few rows each, do not: each node can have a copy.
 * Columns that end in `_at_ms` hold epoch milliseconds. A `shard` is one process: processes on one Postgres then never
 * wait for each other's counter rows; readers add the shards up.
 */
export interface Tables {
  reports: ReportRow;
  minute_counts: MinuteCountRow;
  hour_counts: HourCountRow;
  origin_counts: OriginCountRow;
  vote_counts: VoteCountRow;
  view_counts: ViewCountRow;
  voices: SlotRow;
  salts: SaltRow;
  decisions: DecisionRow;
  changes: ChangeRow;
  officials: OfficialRow;
  probes: ProbeRow;
  leases: LeaseRow;
  incidents: IncidentRow;
  incident_news: IncidentNewsRow;
  subscriptions: SubscriptionRow;
  outbox: OutboxRow;
  outbox_cursors: OutboxCursorRow;
  secrets: SecretRow;
  used_proofs: UsedProofRow;
  network_voices: NetworkSlotsRow;
  paused_services: PausedServiceRow;
}

/** Either of the two databases. */
export type Database = Kysely<Tables>;
/** A transaction that has begun on either of them. */
export type TablesTransaction = Transaction<Tables>;
