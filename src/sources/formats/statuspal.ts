import type { Status } from '../../feed/index.js';
import { impactOfStatuses, readProgress, readWord, weighStatuses, type Words } from '../impact.js';
import {
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  refuse,
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
  type VendorIncident,
} from '../vendor-page.js';

// `null` is the type of a page or a service without an open incident; a missing one is unknown.
const WORDS: Words = new Map<unknown, Status>([
  [null, 'operational'],
  ['minor', 'degraded_performance'],
  ['major', 'major_outage'],
  ['scheduled', 'under_maintenance'],
]);

/** A service and those in it, each with its id. */
interface Service {
  readonly id: string;
  readonly component: VendorComponent;
}

/** How deep services may lie in each other; a recursion without an end would overflow the stack. */
const MOST_LEVELS = 8;

const readServices = (
  list: unknown,
  path: string,
  words: Words,
  parents: readonly string[] = [],
): readonly Service[] =>
  readList(list, path).flatMap((service, index) => {
    const inside = `${path}[${index}].children`;
    const names = [...parents, readText(service['name'], 100) ?? ''];
    if (names.length > MOST_LEVELS) refuse(path, `at most ${MOST_LEVELS} levels`, names.length);
    const members = readServices(service['children'], inside, words, names);
    const component: VendorComponent = {
      name: names.join(' / '),
      status: readWord(words, service['current_incident_type']),
      ...(members.length > 0 && { kind: 'group' }),
    };
    return [{ id: textOf(service['id']), component }, ...members];
  });

/**
 * A vendor may add types of incidents and of maintenance. What such a type means follows from the list that has an entry of
 * it; how bad an incident of it is does not.
 */
const wordsOf = (incidents: readonly Fields[], maintenances: readonly Fields[]): Words =>
  new Map<unknown, Status>([
    ...maintenances.map(({ type }): [unknown, Status] => [type, 'under_maintenance']),
    ...incidents.map(({ type }): [unknown, Status] => [type, 'degraded_performance']),
    ...WORDS,
  ]);

const partsOf = (fields: Fields, names: ReadonlyMap<string, string>) => {
  const updates = readLooseList(fields['updates'])
    .map((update) => ({
      at: readTimestamp(update['posted_at'] ?? update['inserted_at']) ?? '',
      type: update['type'],
    }))
    .toSorted((left, right) => right.at.localeCompare(left.at));
  const ids = Array.isArray(fields['service_ids']) ? (fields['service_ids'] as unknown[]) : [];
  return {
    progress: readProgress(updates[0]?.type),
    parts: {
      id: fields['id'],
      title: fields['title'],
      begins: [fields['starts_at']],
      updates: [...updates.map(({ at }) => at), fields['inserted_at']],
      ends: [fields['ends_at']],
      url: fields['url'],
      components: ids.flatMap((id) => names.get(textOf(id)) ?? []),
    },
  };
};

type Parts = ReturnType<typeof partsOf>;

const readIncident = (
  { parts, progress }: Parts,
  status: Status,
  checkedAtMs: number,
): VendorIncident => {
  const end = readTimestamp(parts.ends[0]);
  const isOver = end !== undefined && end <= toTimestamp(checkedAtMs);
  return makeIncident(
    {
      ...parts,
      status: isOver ? 'resolved' : progress,
      impact: impactOfStatuses([status]),
      isOfParts: parts.components.length > 0,
      ends: [end, parts.updates[0]],
    },
    checkedAtMs,
  );
};

/** Work that the page lists as current; it stays in that list after its end. */
const readWork = ({ parts }: Parts, checkedAtMs: number) => {
  const begin = readTimestamp(parts.begins[0]) ?? null;
  const end = readTimestamp(parts.ends[0]);
  const isOver = end !== undefined && end <= toTimestamp(checkedAtMs);
  return readMaintenance(parts, !isOver && !liesAhead(begin, checkedAtMs), checkedAtMs);
};

/**
 * StatusPal, `https://statuspal.io/api/v2/status_pages/<subdomain>/summary`, `statuspal.eu` for pages in Europe. The page's
 * type is the worst among its open incidents, and an incident is about the services that it names.
 *
 * @see {@link https://statuspal.io/api-docs/v2/}
 * @see {@link https://docs.statuspal.io/get-started/key-concepts}
 */
export const statuspal: SourceFormat = {
  name: 'statuspal',

  recognise(document) {
    const page = isFields(document) ? document['status_page'] : undefined;
    return isFields(page) && 'current_incident_type' in page;
  },

  read(value, { url, checkedAtMs }) {
    const document = readFields(value, 'the document');
    const page = readFields(document['status_page'], 'status_page');
    const incidents = readList(document['incidents'], 'incidents');
    const current = readList(document['maintenances'], 'maintenances');
    const upcoming = readList(document['upcoming_maintenances'], 'upcoming_maintenances');
    const words = wordsOf(incidents, current);
    const services = readServices(document['services'], 'services', words);
    const names = new Map(services.map(({ id, component }) => [id, component.name]));
    const isWork = ({ type }: Fields): boolean => readWord(words, type) === 'under_maintenance';
    const planned = sortMaintenances([
      ...[...incidents.filter(isWork), ...current].map((fields) =>
        readWork(partsOf(fields, names), checkedAtMs),
      ),
      ...upcoming.map((fields) =>
        readMaintenance(partsOf(fields, names).parts, false, checkedAtMs),
      ),
    ]);
    const subdomain = readText(page['subdomain'], 100);
    const { hostname } = new URL(url);
    return {
      name: readText(page['name'], 120),
      // The page's own `url` is that of the vendor's website.
      url:
        subdomain && /^statuspal\.(?:io|eu)$/.test(hostname)
          ? `https://${subdomain}.${hostname}`
          : undefined,
      indicator: weighStatuses([
        readWord(words, page['current_incident_type']),
        // Missing in captures up to 2024: what a type that the vendor added stands for.
        ...('current_status_type' in document
          ? [readWord(WORDS, document['current_status_type'])]
          : []),
      ]),
      indicatorIsOfParts: true,
      isIncomplete: !['services', 'incidents'].every((list) => Array.isArray(document[list])),
      hasComponentList: true,
      components: services.map(({ component }) => component),
      incidents: [
        ...incidents
          .filter((fields) => !isWork(fields))
          .map((fields) =>
            readIncident(partsOf(fields, names), readWord(words, fields['type']), checkedAtMs),
          ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
