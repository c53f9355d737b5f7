import type { Incident, Status } from '../../feed/index.js';
import { impactOfStatuses, readOptionalWord, readWord, type Words } from '../impact.js';
import {
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';

/** Codes of components and severities. The vendor's apps show any other code as operational; here it is unknown. */
const CODES: Words = new Map<unknown, Status>([
  [1, 'operational'],
  [2, 'operational'],
  [3, 'degraded_performance'],
  [4, 'under_maintenance'],
  [5, 'partial_outage'],
  [6, 'major_outage'],
]);

const INFORMATIONAL = 2;
const MAINTENANCE = 4;

const WORDS: Words = new Map<unknown, Status>([
  ['Operational', 'operational'],
  ['Informational', 'operational'],
  ['Degraded Performance', 'degraded_performance'],
  ['Under Maintenance', 'under_maintenance'],
  ['Partial Outage', 'partial_outage'],
  ['Major Outage', 'major_outage'],
]);

const PROGRESS = new Map<unknown, Incident['status']>([
  [10, 'investigating'],
  [11, 'investigating'],
  [12, 'identified'],
  [13, 'monitoring'],
  [14, 'resolved'],
]);

const COMPLETED = 24;
// Work that is in progress, then watched.
const UNDER_WAY = new Map<unknown, boolean>([
  [21, false],
  [22, true],
  [23, true],
  [COMPLETED, false],
]);

// Codes are numbers; some clients expect them as text.
const codeOf = (value: unknown): number => Number(textOf(value) || NaN);

const nameOf = (fields: Fields, group: unknown): string =>
  [group, fields['display_name']].flatMap((name) => readText(name, 100) ?? []).join(' / ');

const readComponents = (data: Fields): readonly VendorComponent[] =>
  readList(data['current_status'], 'data.current_status').flatMap((entry, index) => {
    const path = `data.current_status[${index}].componentgroup_components`;
    const members = readList(entry['componentgroup_components'], path);
    const group = readText(entry['componentgroup_display_name'], 100);
    if (!group && members.length === 0) {
      return [
        {
          name: nameOf(entry, undefined),
          status: readWord(CODES, codeOf(entry['component_status'])),
        },
      ];
    }
    const status = readWord(CODES, codeOf(entry['componentgroup_status']));
    return [
      { name: group ?? '', status, kind: 'group' as const },
      ...members.map((member) => ({
        name: nameOf(member, group),
        status: readWord(CODES, codeOf(member['component_status'])),
      })),
    ];
  });

const readImpact = (severity: number): Incident['impact'] =>
  severity === INFORMATIONAL ? 'none' : impactOfStatuses([readWord(CODES, severity)]);

/** What an active incident, a maintenance and an incident of the history have in common. */
const partsOf = (fields: Fields) => {
  const updates = readLooseList(fields['incident_status_updates'])
    .map((update) => ({
      at: readTimestamp(update['status_updated_at']) ?? '',
      code: codeOf(update['incident_status_id']),
    }))
    .toSorted((left, right) => right.at.localeCompare(left.at));
  return {
    code: updates[0]?.code,
    severity: codeOf(fields['incident_severity_id']),
    parts: {
      id: fields['enc_inc_id'],
      title: fields['incident_title'],
      begins: [fields['incident_began_at']],
      updates: updates.map(({ at }) => at),
      ends: [fields['incident_ended_at']],
      components: readLooseList(fields['incident_affected_components']).flatMap(
        (component) => nameOf(component, component['componentgroup_display_name']) || [],
      ),
    },
  };
};

type Parts = ReturnType<typeof partsOf>;

// The progress tells work from incidents; without any the severity does.
const isWork = ({ code, severity }: Parts): boolean =>
  UNDER_WAY.has(code) || (!PROGRESS.has(code) && severity === MAINTENANCE);

const readIncident = (
  { parts, code, severity }: Parts,
  isOver: boolean,
  checkedAtMs: number,
): VendorIncident =>
  makeIncident(
    {
      ...parts,
      ends: [...parts.ends, parts.updates[0]],
      status: isOver ? 'resolved' : (PROGRESS.get(code) ?? 'investigating'),
      impact: readImpact(severity),
      // Affected components have the severity of the incident; without them it stands for the whole.
      isOfParts: parts.components.length > 0,
    },
    checkedAtMs,
  );

/**
 * StatusIQ by Site24x7, `<page>/sp/api/u/summary_details`, as the vendor's own apps read it. Announced maintenance is not in
 * it.
 *
 * @see {@link https://github.com/site24x7/StatusIQ-Android-SDK}
 * @see {@link https://github.com/site24x7/StatusIQ-iOS-SDK}
 */
export const statusiq: SourceFormat = {
  name: 'statusiq',

  recognise(document) {
    const data = isFields(document) ? document['data'] : undefined;
    return isFields(data) && ('current_status' in data || 'active_incident_details' in data);
  },

  read(value, { checkedAtMs }) {
    const data = readFields(readFields(value, 'the document')['data'], 'data');
    const details = readFields(data['statuspage_details'], 'data.statuspage_details');
    const current = isFields(details['current_status']) ? details['current_status'] : {};
    const active = readList(data['active_incident_details'], 'data.active_incident_details').map(
      partsOf,
    );
    const planned = sortMaintenances(
      active
        .filter((found) => isWork(found) && found.code !== COMPLETED)
        .map(({ parts, code }) => readMaintenance(parts, UNDER_WAY.get(code) ?? true, checkedAtMs)),
    );
    const past = readLooseList(data['resolved_incident_details'])
      .flatMap((day) => readLooseList(day['grp_by_incidents_list']))
      .map(partsOf);
    return {
      indicator: readOptionalWord(WORDS, current['severity']),
      indicatorIsOfParts: true,
      isIncomplete: !Array.isArray(data['active_incident_details']),
      hasComponentList: true,
      components: readComponents(data),
      incidents: [
        ...active
          .filter((found) => !isWork(found))
          .map((found) => readIncident(found, false, checkedAtMs)),
        ...planned.incidents,
        ...past
          .filter((found) => !isWork(found))
          .map((found) => readIncident(found, true, checkedAtMs)),
      ],
      maintenances: planned.maintenances,
    };
  },
};
