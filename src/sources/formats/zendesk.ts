import type { Incident, Status } from '../../feed/index.js';
import { worseStatus } from '../../model/verdict.js';
import { isImpact, readProgress } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';

/** An entry of JSON:API. */
interface Entry {
  readonly id: string;
  readonly type: string;
  readonly attributes: Fields;
  /** Ids of the entries to which it leads, by relation. */
  readonly idsOf: (relation: string) => readonly string[];
}

const readEntry = (fields: Fields, path: string): Entry => {
  const relations = readFields(fields['relationships'], `${path}.relationships`);
  return {
    id: textOf(fields['id']),
    type: textOf(fields['type']),
    attributes: readFields(fields['attributes'], `${path}.attributes`),
    idsOf(relation) {
      const at = `${path}.relationships.${relation}`;
      const { data } = readFields(relations[relation], at);
      return (isFields(data) ? [data] : readList(data, `${at}.data`)).map(({ id }) => textOf(id));
    },
  };
};

/** A service, and its state in one incident. */
interface Service {
  readonly name: string;
  readonly status: Status;
}

const isMaintenance = ({ attributes }: Entry): boolean =>
  readTimestamp(attributes['maintenance_start_time']) !== undefined;

/** The worse of its impact, of which "no impact" and "security" are minor, and of its flag for an outage. */
const impactOf = ({ impact, outage }: Fields): Incident['impact'] => {
  const word = isImpact(impact) && impact !== 'none' && impact !== 'maintenance' ? impact : 'minor';
  return outage === true && word === 'minor' ? 'major' : word;
};

const statusOf = ({ resolved_at: resolvedAt, outage }: Fields): Status => {
  if (readTimestamp(resolvedAt) !== undefined) return 'operational';
  return outage === true ? 'major_outage' : 'degraded_performance';
};

const isIncident = (attributes: unknown): boolean =>
  isFields(attributes) && ['outage', 'degradation'].some((flag) => flag in attributes);

/** Finds what an incident's relations lead to. */
class Included {
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  #find(type: string, ids: readonly string[]): readonly Entry[] {
    return this.#entries.filter((entry) => entry.type === type && ids.includes(entry.id));
  }

  /** The services that an incident names, with their state in it. */
  servicesOf(incident: Entry): readonly Service[] {
    return this.#find('incident_service', incident.idsOf('incident_services')).flatMap((link) =>
      this.#find('service', link.idsOf('service')).map(({ attributes }) => ({
        name: readText(attributes['name'], 120) ?? '',
        status: statusOf(link.attributes),
      })),
    );
  }

  updateTimesOf(incident: Entry): readonly unknown[] {
    return this.#find('incident_update', incident.idsOf('incident_updates')).map(
      ({ attributes }) => attributes['created_at'],
    );
  }
}

/** Lists each service once, as its worst incident leaves it. */
const listServices = (services: readonly Service[]): readonly VendorComponent[] => {
  const worst = new Map<string, Status>();
  for (const { name, status } of services) {
    worst.set(name, worseStatus(worst.get(name) ?? 'operational', status));
  }
  return [...worst].map(([name, status]) => ({ name, status, kind: 'listed_if_broken' }));
};

const readIncident = (entry: Entry, included: Included, checkedAtMs: number): VendorIncident => {
  const { attributes } = entry;
  const isResolved = readTimestamp(attributes['resolved_at']) !== undefined;
  return makeIncident(
    {
      id: entry.id,
      title: attributes['title'],
      status: isResolved ? 'resolved' : readProgress(attributes['status']),
      impact: impactOf(attributes),
      begins: [attributes['started_at']],
      updates: included.updateTimesOf(entry),
      ends: [attributes['resolved_at']],
      components: included.servicesOf(entry).map(({ name }) => name),
    },
    checkedAtMs,
  );
};

/**
 * Zendesk, `https://status.zendesk.com/api/incidents/active`, and `/api/incidents/maintenance`: the open incidents and the
 * announced maintenance alone, in JSON:API. No incident means operational. At most ten requests a minute.
 *
 * @see {@link https://developer.zendesk.com/api-reference/status_api/status_api/}
 */
export const zendesk: SourceFormat = {
  name: 'zendesk',
  recognise(document) {
    if (!isFields(document) || !Array.isArray(document['included'])) return false;
    const { data } = document;
    if (!Array.isArray(data)) return false;
    const [first] = data as unknown[];
    return data.length === 0 || (isFields(first) && isIncident(first['attributes']));
  },
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const readEntries = (list: 'data' | 'included'): readonly Entry[] =>
      readList(document[list], list).map((fields, index) => readEntry(fields, `${list}[${index}]`));
    const entries = readEntries('data');
    const beside = readEntries('included');
    const included = new Included(beside);
    const incidents = entries.filter((entry) => !isMaintenance(entry));
    const planned = sortMaintenances(
      entries.filter(isMaintenance).map((entry) =>
        readMaintenance(
          {
            id: entry.id,
            title: entry.attributes['title'],
            begins: [entry.attributes['maintenance_start_time']],
            ends: [entry.attributes['maintenance_end_time']],
            components: included.servicesOf(entry).map(({ name }) => name),
            url: entry.attributes['maintenance_article'],
          },
          undefined,
          checkedAtMs,
        ),
      ),
    );
    return {
      name: 'Zendesk',
      url: 'https://status.zendesk.com/',
      listsProblemsOnly: true,
      // What is included belongs to an incident, so an incident is missing.
      isIncomplete: entries.length === 0 && beside.length > 0,
      components: listServices(incidents.flatMap((incident) => included.servicesOf(incident))),
      incidents: [
        ...incidents.map((incident) => readIncident(incident, included, checkedAtMs)),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
