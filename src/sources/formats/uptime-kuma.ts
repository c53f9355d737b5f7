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

/** A monitor that was fine this long ago and has not been heard of since is not known to be fine. */
const OLDEST_BEAT_MS = 24 * 3_600_000;

const BEATS = new Map<unknown, Status>([
  [0, 'major_outage'],
  [1, 'operational'],
  // Failed, and about to be tried again.
  [2, 'degraded_performance'],
  [3, 'under_maintenance'],
]);

// The other styles are colours, "primary" the one that is there at first, and say nothing of how bad it is.
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
  // The beats alone, without the page, tell the states but not the names.
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
          begins: [fields['createdDate'], fields['lastUpdatedDate']],
        },
        checkedAtMs,
      ),
    );
};

const readPlanned = (fields: Fields, checkedAtMs: number): ReturnType<typeof readMaintenance> => {
  const [slot = {}] = readList(fields['timeslotList'], 'maintenanceList.timeslotList');
  // A single slot is written in the time of the maintenance, which is not the heartbeats' UTC.
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
        // By a word that we do not know, the times decide.
        UNDER_WAY.get(fields['status']),
        checkedAtMs,
      );
};

/**
 * Uptime Kuma 1 and 2: `/api/status-page/<slug>`, best laid together with `/api/status-page/heartbeat/<slug>`, which alone
 * knows how the monitors are. Its times are UTC without saying so.
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
      // Each version of the page has one of the two, empty or not; the heartbeats alone have none.
      isIncomplete:
        'config' in document && !('incident' in document || Array.isArray(document['incidents'])),
      name: readText(config['title'], 120),
      componentsAreMonitors: true,
      components: readComponents(document, checkedAtMs),
      incidents: [...readIncidents(document, checkedAtMs), ...planned.incidents],
      maintenances: planned.maintenances,
    };
  },
};
