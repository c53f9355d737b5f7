import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/verdict.js';
import { impactOfStatuses, readWord, weighStatuses, type Words } from '../impact.js';
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
import { readTimestamp, toTimestamp } from '../timestamp.js';
import {
  liesAhead,
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
} from '../vendor-page.js';
import { weighGroup } from '../weigh-group.js';

const WORDS: Words = new Map<unknown, Status>([
  ['OK', 'operational'],
  ['Maintenance', 'under_maintenance'],
  ['Degraded', 'degraded_performance'],
  ['Outage', 'major_outage'],
]);

/** One entry of a list `status`, which the page repeats for every country and service that it affects. */
interface Event {
  readonly fields: Fields;
  /** Names of the service and of its part in a country; empty for an event of a whole region or country. */
  readonly names: readonly string[];
  readonly status: Status;
  readonly progress: 'over' | 'now' | 'ahead';
}

/** One service in one country. */
interface Service {
  readonly name: string;
  readonly part: string;
  readonly status: Status;
  readonly events: readonly Event[];
}

const readEvents = (
  holder: Fields,
  names: readonly string[],
  path: string,
  checkedAtMs: number,
): readonly Event[] =>
  readList(holder['status'], `${path}.status`).flatMap((fields) => {
    const word = readWord(WORDS, fields['statusType']);
    const end = readTimestamp(fields['endDate']);
    const isOver = end !== undefined && end <= toTimestamp(checkedAtMs);
    const isAhead = liesAhead(readTimestamp(fields['startDate']) ?? null, checkedAtMs);
    const event: Event = {
      fields,
      names,
      // An open event counts as a problem even if it says an unknown word.
      status: word === 'unknown' ? 'degraded_performance' : word,
      progress: isOver ? 'over' : isAhead ? 'ahead' : 'now',
    };
    return word === 'operational' ? [] : event;
  });

const worstNow = (events: readonly Event[]): Status =>
  events
    .filter(({ progress }) => progress === 'now')
    .map(({ status }) => status)
    .reduce<Status>(worseStatus, 'operational');

const readService = (
  fields: Fields,
  country: string,
  path: string,
  checkedAtMs: number,
): Service => {
  const name = readText(fields['serviceName'], 100) ?? '';
  const part = [name, country && `(${country})`].filter(Boolean).join(' ');
  const own = readEvents(fields, [name, part], path, checkedAtMs);
  const resources = readList(fields['resources'], `${path}.resources`).map((resource, index) =>
    readEvents(resource, [name, part], `${path}.resources[${index}]`, checkedAtMs),
  );
  return {
    name,
    part,
    status: weighStatuses([
      // The page writes an empty list for a service that works; without a list its status is unknown.
      Array.isArray(fields['status']) ? worstNow(own) : 'unknown',
      ...(resources.length > 0 ? [weighGroup(resources.map(worstNow))] : []),
    ]),
    events: [...own, ...resources.flat()],
  };
};

/** The text of an event: English, else the first language. */
const messageOf = ({ message }: Fields): string | undefined => {
  const texts = isFields(message) ? message['messages'] : { 'en-US': message };
  if (!isFields(texts)) return undefined;
  return readText(texts['en-US'] ?? texts['en-GB'] ?? Object.values(texts)[0], 200);
};

const partsOf = (events: readonly Event[]) => {
  const { fields = {} } = events[0] ?? {};
  const services = [...new Set(events.flatMap(({ names }) => names[0] ?? []))].filter(Boolean);
  return {
    id: fields['statusId'],
    title: [services.join(', '), messageOf(fields)].filter(Boolean).join(': '),
    begins: [fields['startDate']],
    updates: events.flatMap((event) => [event.fields['createdDate'], event.fields['modifiedDate']]),
    ends: [fields['endDate']],
    components: [...new Set(events.flatMap(({ names }) => names))].filter(Boolean),
  };
};

/** Puts together what the page lists once for every service, country and region. Entries that are over come last. */
const groupEvents = (events: readonly Event[]): readonly (readonly Event[])[] => {
  const groups = new Map<unknown, Event[]>();
  for (const event of events.toSorted(
    (left, right) => Number(left.progress === 'over') - Number(right.progress === 'over'),
  )) {
    const { statusId, startDate } = event.fields;
    const key =
      readText(statusId, 128) ??
      [textOf(startDate), event.names[0] ?? '', messageOf(event.fields)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
};

const readIncidents = (events: readonly Event[], checkedAtMs: number) => {
  const groups = groupEvents(events);
  const worst = (group: readonly Event[]): Status =>
    group.map(({ status }) => status).reduce<Status>(worseStatus, 'unknown');
  const planned = sortMaintenances(
    groups
      .filter(([first, ...others]) => first && worst([first, ...others]) === 'under_maintenance')
      .filter(([first]) => first?.progress !== 'over')
      .map((group) => readMaintenance(partsOf(group), group[0]?.progress === 'now', checkedAtMs)),
  );
  const incidents = groups
    .filter((group) => worst(group) !== 'under_maintenance')
    .map((group) =>
      makeIncident(
        {
          ...partsOf(group),
          status: group[0]?.progress === 'over' ? 'resolved' : 'investigating',
          impact: impactOfStatuses([worst(group)]),
          isOfParts: true,
        },
        checkedAtMs,
      ),
    );
  return {
    incidents: [...incidents, ...planned.incidents],
    maintenances: planned.maintenances,
  };
};

const listComponents = (services: readonly Service[]): readonly VendorComponent[] => {
  const names = [...new Set(services.map(({ name }) => name))];
  return [
    ...names.map((name): VendorComponent => {
      const members = services.filter((service) => service.name === name);
      return { name, status: weighGroup(members.map(({ status }) => status)), kind: 'group' };
    }),
    ...services.map(({ part, status }) => ({ name: part, status })),
  ];
};

/**
 * PlayStation Network, `https://status.playstation.com/data/statuses/region/SCEE.json` (`SCEA` the Americas, `SCEE` Europe,
 * `SCEJA` Japan and Asia): the services of every country, each with its events. An event whose end has passed, or whose
 * start lies ahead, stays listed. A group for every service, a part for every service in every country.
 *
 * Undocumented, and no capture was at hand: as seven clients of 2026 read it, of which this is one.
 *
 * @see {@link https://github.com/inket/stts/blob/master/stts/Services/Super/PlayStationNetwork.swift}
 */
export const playstation: SourceFormat = {
  name: 'playstation',
  recognise: (document) =>
    isFields(document) && beginsWith(document['countries'], (first) => 'countryCode' in first),
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const countries = readList(document['countries'], 'countries').map((country, index) => {
      const code = readText(country['countryCode'], 8) ?? '';
      const path = `countries[${index}]`;
      const services = readList(country['services'], `${path}.services`);
      return {
        services: services.map((service, at) =>
          readService(service, code, `${path}.services[${at}]`, checkedAtMs),
        ),
        events: readEvents(country, [], path, checkedAtMs),
      };
    });
    const services = countries.flatMap((country) => country.services);
    const ofRegion = readEvents(document, [], 'the document', checkedAtMs);
    const ofCountries = countries.flatMap(({ events }) => events);
    const ofServices = services.flatMap(({ events }) => events);
    return {
      name: 'PlayStation Network',
      url: 'https://status.playstation.com/',
      isIncomplete:
        !Array.isArray(document['status']) ||
        countries.some((country) => country.services.length === 0),
      hasComponentList: true,
      components: listComponents(services),
      ...readIncidents([...ofServices, ...ofCountries, ...ofRegion], checkedAtMs),
    };
  },
};
