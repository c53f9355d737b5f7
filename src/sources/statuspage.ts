import type { Incident, Official, Status } from '../feed/index.js';
import { worseStatus } from '../model/index.js';
import { isFields, readFields, readList, readText, readUrl, type Fields } from './read-field.js';
import type { ReadOptions, SourceFormat } from './source-format.js';
import { readTimestamp, toTimestamp } from './timestamp.js';

const MOST_INCIDENTS = 20;

// The page's indicator and an incident's impact use the same words.
const STATUS_OF_IMPACT: Readonly<Record<Incident['impact'], Status>> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  maintenance: 'under_maintenance',
};

const COMPONENT_STATUSES: readonly unknown[] = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'under_maintenance',
] satisfies Status[];

const INCIDENT_STATUS = new Map<unknown, Incident['status']>([
  ['investigating', 'investigating'],
  ['identified', 'identified'],
  ['monitoring', 'monitoring'],
  ['resolved', 'resolved'],
  ['postmortem', 'resolved'],
]);

const MAINTENANCE_STATUS = new Map<unknown, Incident['status']>([
  ['in_progress', 'identified'],
  ['verifying', 'monitoring'],
]);

const isImpact = (value: unknown): value is Incident['impact'] =>
  typeof value === 'string' && Object.hasOwn(STATUS_OF_IMPACT, value);

const readIncident = (
  fields: Fields,
  status: Incident['status'],
  impact: Incident['impact'],
  startedAt: string | undefined,
  checkedAt: string,
): Incident => {
  const id = readText(fields['id'], 128) ?? '';
  const url = readUrl(fields['shortlink']);
  // An open incident without a readable date is at least as old as this look at it.
  const begin = startedAt ?? readTimestamp(fields['created_at']) ?? checkedAt;
  const end = readTimestamp(fields['resolved_at']) ?? readTimestamp(fields['updated_at']) ?? begin;
  return {
    id,
    title: readText(fields['name'], 300) ?? id,
    status,
    impact,
    startedAt: begin,
    endedAt: status === 'resolved' ? end : null,
    source: 'official',
    ...(url && { url }),
  };
};

const readIncidents = (document: Fields, checkedAt: string): readonly Incident[] => [
  ...readList(document['incidents'], 'incidents').map((fields) => {
    // A word we do not know must not hide an incident: it is open, and of some weight.
    const status = INCIDENT_STATUS.get(fields['status']) ?? 'investigating';
    const impact = isImpact(fields['impact']) ? fields['impact'] : 'minor';
    return readIncident(fields, status, impact, readTimestamp(fields['started_at']), checkedAt);
  }),
  // Announced and finished maintenance has no place in "what is wrong now".
  ...readList(document['scheduled_maintenances'], 'scheduled_maintenances').flatMap((fields) => {
    const status = MAINTENANCE_STATUS.get(fields['status']);
    const begin = readTimestamp(fields['scheduled_for']) ?? readTimestamp(fields['started_at']);
    return status ? [readIncident(fields, status, 'maintenance', begin, checkedAt)] : [];
  }),
];

const isOpen = (incident: Incident): boolean => incident.status !== 'resolved';

const openThenNewest = (left: Incident, right: Incident): number =>
  Number(isOpen(right)) - Number(isOpen(left)) || right.startedAt.localeCompare(left.startedAt);

const readStatus = (document: Fields, incidents: readonly Incident[]): Status => {
  const indicator = readFields(document['status'], 'status')['indicator'];
  const components = readList(document['components'], 'components').map(
    (component) => component['status'],
  );
  const voices: readonly Status[] = [
    isImpact(indicator) ? STATUS_OF_IMPACT[indicator] : 'unknown',
    ...incidents.filter(isOpen).map((incident) => STATUS_OF_IMPACT[incident.impact]),
    ...components.filter((status): status is Status => COMPONENT_STATUSES.includes(status)),
  ];
  return voices.reduce(worseStatus);
};

const recognise = (document: Fields): boolean => {
  const { page, status, incidents, components } = document;
  if (isFields(status) && 'indicator' in status) return true;
  if (isFields(page) && 'id' in page) return Array.isArray(incidents) || Array.isArray(components);
  const [first] = Array.isArray(incidents) ? (incidents as unknown[]) : [];
  return isFields(first) && 'incident_updates' in first;
};

const read = (document: Fields, { url, checkedAtMs }: ReadOptions): Official => {
  const page = readFields(document['page'], 'page');
  const name = readText(page['name'], 120);
  const pageUrl = readUrl(page['url']) ?? readUrl(new URL(url).origin);
  const checkedAt = toTimestamp(checkedAtMs);
  const incidents = readIncidents(document, checkedAt);
  return {
    status: readStatus(document, incidents),
    ...(name && { name }),
    ...(pageUrl && { url: pageUrl }),
    checkedAt,
    incidents: incidents.toSorted(openThenNewest).slice(0, MOST_INCIDENTS),
  };
};

/**
 * Atlassian Statuspage v2, `/api/v2/summary.json` above all, and the same document as served by incident.io.
 *
 * The status is the worst of three voices, as pages contradict themselves: in a quarter of the captures of a large
 * vendor's page that listed an open incident, the page's indicator still said "none". Resolved incidents and maintenance
 * that has not begun do not count, and maintenance never outranks an incident.
 *
 * @see {@link https://metastatuspage.com/api/v2}
 */
export const statuspage: SourceFormat = { name: 'statuspage', recognise, read };
