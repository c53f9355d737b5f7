import type { Incident, Status } from '../../feed/index.js';
import {
  isFields,
  readFields,
  readList,
  readText,
  refuse,
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

/** A successful heartbeat older than this no longer counts: the monitor is then unknown. */
const OLDEST_BEAT_MS = 24 * 3_600_000;

const BEATS = new Map<unknown, Status>([
  [0, 'major_outage'],
  [1, 'operational'],
  // Pending: it failed, and Uptime Kuma will retry.
  [2, 'degraded_performance'],
  [3, 'under_maintenance'],
]);

// The other styles are only colours, such as the default "primary", and imply no impact.
const IMPACT_OF_STYLE = new Map<unknown, Incident['impact']>([
  ['danger', 'major'],
  ['warning', 'minor'],
  ['info', 'none'],
]);

const UNDER_WAY = new Map<unknown, boolean>([
  ['under-maintenance', true],
  ['scheduled', false],
]);
const NOT_PLANNED: readonly unknown[] = ['ended', 'inactive'];

const lastBeat = (beats: readonly Fields[], checkedAtMs: number): Status | undefined => {
  const last = beats.at(-1);
  if (!last) return undefined;
  const status = BEATS.get(last['status']) ?? 'unknown';
  const at = readTimestamp(last['time']);
  const isOld = at !== undefined && checkedAtMs - Date.parse(at) > OLDEST_BEAT_MS;
  return status === 'operational' && isOld ? 'unknown' : status;
};

const readComponents = (document: Fields, checkedAtMs: number): readonly VendorComponent[] => {
  const beats = readFields(document['heartbeatList'], 'heartbeatList');
  const names = new Map(
    readList(document['publicGroupList'], 'publicGroupList').flatMap((group, index) =>
      readList(group['monitorList'], `publicGroupList[${index}].monitorList`).map(
        ({ id, name }) => [textOf(id), readText(name, 120) ?? textOf(id)] as const,
      ),
    ),
  );
  // Heartbeats without the page have no names, so ids stand in for them.
  const ids = new Set([...names.keys(), ...Object.keys(beats)]);
  if (ids.size > 5000) refuse('heartbeatList', 'at most 5000 monitors', ids.size);
  return [...ids].map((id) => ({
    name: names.get(id) ?? id,
    status: lastBeat(readList(beats[id], `heartbeatList.${id}`), checkedAtMs),
  }));
};

const readIncidents = (document: Fields, checkedAtMs: number): readonly VendorIncident[] => {
  const { incident, incidents } = document;
  // Version 1 has one incident or `null`, version 2 a list.
  const list = [
    ...readList(incidents, 'incidents'),
    ...readList(incident === undefined || incident === null ? [] : [incident], 'incident'),
  ];
  return list
    .filter(({ active }) => active !== false && active !== 0)
    .map((fields) =>
      makeIncident(
        {
          id: fields['id'],
          title: fields['title'],
          status: 'investigating',
          impact: IMPACT_OF_STYLE.get(fields['style']) ?? 'minor',
          begins: [fields['createdDate']],
          updates: [fields['lastUpdatedDate']],
        },
        checkedAtMs,
      ),
    );
};

const readPlanned = (fields: Fields, checkedAtMs: number): ReturnType<typeof readMaintenance> => {
  const [slot = {}] = readList(fields['timeslotList'], 'maintenanceList.timeslotList');
  // Time slots are in the maintenance's own zone, unlike heartbeats, which are in UTC.
  const offset = textOf(fields['timezoneOffset']);
  const momentOf = (date: unknown): unknown =>
    /^[+-]\d\d:\d\d$/.test(offset) && /:\d\d$/.test(textOf(date))
      ? `${textOf(date)}${offset}`
      : date;
  return NOT_PLANNED.includes(fields['status'])
    ? undefined
    : readMaintenance(
        {
          id: `maintenance-${textOf(fields['id'])}`,
          title: fields['title'],
          begins: [momentOf(slot['startDate'])],
          ends: [momentOf(slot['endDate'])],
        },
        // For an unknown word the times decide.
        UNDER_WAY.get(fields['status']),
        checkedAtMs,
      );
};

/**
 * Uptime Kuma 1 and 2: `/api/status-page/<slug>`, best merged with `/api/status-page/heartbeat/<slug>`, which alone has
 * the monitors' statuses. Its times are UTC without a zone.
 *
 * @see {@link https://github.com/louislam/uptime-kuma/blob/master/server/routers/status-page-router.js}
 */
export const uptimeKuma: SourceFormat = {
  name: 'uptime-kuma',

  recognise: (document) =>
    isFields(document) &&
    ('heartbeatList' in document || ('publicGroupList' in document && 'config' in document)),

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const config = readFields(document['config'], 'config');
    const planned = sortMaintenances(
      readList(document['maintenanceList'], 'maintenanceList').map((fields) =>
        readPlanned(fields, checkedAtMs),
      ),
    );
    return {
      // Every version of the page has one of the two, perhaps empty; heartbeats alone have neither.
      isIncomplete:
        'config' in document && !('incident' in document || Array.isArray(document['incidents'])),
      name: readText(config['title'], 120),
      components: readComponents(document, checkedAtMs),
      incidents: [...readIncidents(document, checkedAtMs), ...planned.incidents],
      maintenances: planned.maintenances,
    };
  },
};
