import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/verdict.js';
import { impactOfStatuses, readWord, type Words } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import {
  liesAhead,
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['Available', 'operational'],
  ['Issue', 'degraded_performance'],
  ['Performance', 'degraded_performance'],
  ['Outage', 'partial_outage'],
  ['Maintenance', 'under_maintenance'],
]);

const OVER: readonly unknown[] = ['resolved', 'completed'];

const FIRST_OF_2001_S = Date.UTC(2001, 0, 1) / 1000;

// Copies of the page written by Apple's own libraries count seconds from 2001.
const readMoment = (value: unknown): unknown =>
  typeof value === 'number' && value > 0 && value < FIRST_OF_2001_S
    ? value + FIRST_OF_2001_S
    : value;

interface Event {
  readonly fields: Fields;
  readonly service: string;
  readonly status: Status;
  readonly progress: 'over' | 'ahead' | 'now';
}

const beginsOf = (fields: Fields): readonly unknown[] => [
  readMoment(fields['epochStartDate']),
  fields['startDate'],
];

const readEvent = (fields: Fields, service: string, checkedAtMs: number): Event => {
  const begin = beginsOf(fields)
    .map(readTimestamp)
    .find((found) => found !== undefined);
  const isAhead = fields['eventStatus'] === 'upcoming' || liesAhead(begin ?? null, checkedAtMs);
  const status = readWord(WORDS, fields['statusType']);
  const { eventStatus } = fields;
  // An outage is major only if it affects all users of the service.
  const forAll = /^all\b/i.test(textOf(fields['usersAffected']));
  return {
    fields,
    service,
    status: status === 'partial_outage' && forAll ? 'major_outage' : status,
    progress: OVER.includes(eventStatus) ? 'over' : isAhead ? 'ahead' : 'now',
  };
};

/** Groups the entries of one event, which Apple lists once per affected service; drops ended ones if others are open. */
const groupEvents = (events: readonly Event[]): readonly (readonly Event[])[] => {
  const groups = new Map<unknown, Event[]>();
  for (const event of events) {
    const key = readText(event.fields['messageId'], 128) ?? event;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].map((group) => {
    const goesOn = group.filter(({ progress }) => progress !== 'over');
    return goesOn.length > 0 ? goesOn : group;
  });
};

const partsOf = (group: readonly Event[]) => {
  const { fields = {} } = group[0] ?? {};
  const services = [...new Set(group.map(({ service }) => service))];
  return {
    id: fields['messageId'],
    title: [services.join(', '), readText(fields['message'], 200)].filter(Boolean).join(': '),
    begins: beginsOf(fields),
    updates: group.map((event) => event.fields['datePosted']),
    ends: [readMoment(fields['epochEndDate']), fields['endDate']],
    postedAt: fields['datePosted'],
    components: services,
  };
};

const worstOf = (group: readonly Event[]): Status =>
  group.map(({ status }) => status).reduce<Status>(worseStatus, 'unknown');

/**
 * Apple, `https://www.apple.com/support/systemstatus/data/system_status_en_US.js`: every service with its events, as JSON
 * in a function call. Events stay listed for some hours after they end.
 */
export const apple: SourceFormat = {
  name: 'apple',

  recognise: (document) =>
    isFields(document) && beginsWith(document['services'], (first) => 'serviceName' in first),

  read(value, { checkedAtMs }) {
    const services = readList(readFields(value, 'the document')['services'], 'services').map(
      (service, index) => {
        const name = readText(service['serviceName'], 120) ?? '';
        const events = readList(service['events'], `services[${index}].events`);
        // Apple writes an empty list for a service that works; without a list its status is unknown.
        const known = Array.isArray(service['events']);
        return {
          name,
          known,
          events: events.map((fields) => readEvent(fields, name, checkedAtMs)),
        };
      },
    );
    const groups = groupEvents(services.flatMap(({ events }) => events));
    const isPlanned = (group: readonly Event[]): boolean => worstOf(group) === 'under_maintenance';
    const progressOf = (group: readonly Event[]) =>
      group.some(({ progress }) => progress === 'now') ? 'now' : group[0]?.progress;
    const planned = sortMaintenances(
      groups
        .filter((group) => isPlanned(group) && progressOf(group) !== 'over')
        .map((group) => readMaintenance(partsOf(group), progressOf(group) === 'now', checkedAtMs)),
    );
    const components: readonly VendorComponent[] = services.map(({ name, known, events }) => ({
      name,
      status: !known
        ? 'unknown'
        : events
            .filter(({ progress }) => progress === 'now')
            // An open event counts as a problem even if it says "Available" or an unknown word.
            .map(({ status }) =>
              status === 'operational' || status === 'unknown' ? 'degraded_performance' : status,
            )
            .reduce<Status>(worseStatus, 'operational'),
    }));
    return {
      name: 'Apple',
      components,
      incidents: [
        ...groups
          .filter((group) => !isPlanned(group) && progressOf(group) !== 'ahead')
          .map((group) => {
            const worst = worstOf(group);
            const parts = partsOf(group);
            return makeIncident(
              {
                ...parts,
                ends: [...parts.ends, parts.postedAt],
                status: progressOf(group) === 'over' ? 'resolved' : 'investigating',
                // An outage of one service of many is a partial outage of Apple.
                impact: worst === 'major_outage' ? 'major' : impactOfStatuses([worst]),
              },
              checkedAtMs,
            );
          }),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
