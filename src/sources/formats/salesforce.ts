import type { Incident, Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import {
  isListOf,
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
  type VendorIncident,
  type VendorPage,
} from '../vendor-page.js';

/** The states of an instance. "Core" is what Salesforce itself runs on; the rest are features beside it. */
const WORDS: Words = new Map<unknown, Status>([
  ['OK', 'operational'],
  ['INFORMATIONAL_NONCORE', 'operational'],
  ['INFORMATIONAL_CORE', 'operational'],
  ['MAINTENANCE_NONCORE', 'under_maintenance'],
  ['MAINTENANCE_CORE', 'under_maintenance'],
  ['MINOR_INCIDENT_NONCORE', 'degraded_performance'],
  ['MINOR_INCIDENT_CORE', 'degraded_performance'],
  ['MAJOR_INCIDENT_NONCORE', 'partial_outage'],
  ['MAJOR_INCIDENT_CORE', 'major_outage'],
]);

/** What is listed once for every instance that it affects, with the names of these. */
interface Listed {
  readonly fields: Fields;
  readonly instances: readonly string[];
}

const namesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((name) => readText(name, 60) ?? []) : [];

/** Puts together what several instances list; what has no id stays apart. */
const gather = (instances: readonly Fields[], list: string): readonly Listed[] => {
  const found = new Map<unknown, Listed>();
  instances.forEach((instance, index) => {
    for (const fields of readList(instance[list], `[${index}].${list}`)) {
      const key = textOf(fields['id']) || fields;
      const before = found.get(key)?.instances ?? [];
      found.set(key, { fields, instances: [...before, ...namesOf([instance['key']])] });
    }
  });
  return [...found.values()];
};

const isResolved = ({ status, message }: Fields): boolean => {
  const { eventStatus } = readFields(message, 'message');
  return [status, eventStatus].some((word) => readText(word, 20)?.toLowerCase() === 'resolved');
};

const progressOf = (fields: Fields, impacts: readonly Fields[]): Incident['status'] => {
  if (isResolved(fields)) return 'resolved';
  const isMitigated =
    impacts.length > 0 && impacts.every(({ endTime }) => readTimestamp(endTime) !== undefined);
  return isMitigated ? 'monitoring' : 'investigating';
};

/** "featurePerfDegradation" as "Feature perf degradation". */
const spellOut = (type: unknown): string | undefined => {
  const words = readText(type, 80)
    ?.replace(/[a-z](?=[A-Z])/g, '$& ')
    .toLowerCase();
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** An incident has no title: its newest message, else the kind of its impact. */
const titleOf = (events: readonly Fields[], impacts: readonly Fields[]): string | undefined => {
  const timeOf = ({ createdAt }: Fields): string => readTimestamp(createdAt) ?? '';
  const newest = events
    .filter(({ message }) => readText(message, 300))
    .toSorted((left, right) => timeOf(right).localeCompare(timeOf(left)))[0];
  return readText(newest?.['message'], 300) ?? spellOut(impacts[0]?.['type']);
};

const readIncident = ({ fields, instances }: Listed, checkedAtMs: number): VendorIncident => {
  const impacts = readLooseList(fields['IncidentImpacts']);
  const events = readLooseList(fields['IncidentEvents']);
  const id = textOf(fields['id']);
  const starts = impacts.flatMap(({ startTime }) => readTimestamp(startTime) ?? []);
  const ends = impacts.flatMap(({ endTime }) => readTimestamp(endTime) ?? []);
  return makeIncident(
    {
      id,
      title: titleOf(events, impacts),
      status: progressOf(fields, impacts),
      impact: impacts.some(({ severity }) => severity === 'major') ? 'major' : 'minor',
      isOfParts: true,
      begins: [starts.toSorted()[0], fields['createdAt']],
      updates: events.map(({ createdAt }) => createdAt),
      ends: [ends.toSorted().at(-1), fields['updatedAt']],
      url: id && `https://status.salesforce.com/incidents/${encodeURIComponent(id)}`,
      components: [...new Set([...instances, ...namesOf(fields['instanceKeys'])])],
    },
    checkedAtMs,
  );
};

const readInstances = (instances: readonly Fields[], checkedAtMs: number): VendorPage => {
  const planned = sortMaintenances(
    gather(instances, 'Maintenances').map(({ fields, instances: names }) =>
      readMaintenance(
        {
          id: fields['id'],
          title: fields['name'],
          begins: [fields['plannedStartTime']],
          ends: [fields['plannedEndTime']],
          components: names,
        },
        undefined,
        checkedAtMs,
      ),
    ),
  );
  return {
    hasComponentList: true,
    components: instances.map(({ key, status, isActive }) => ({
      name: readText(key, 60) ?? '',
      status: isActive === false ? undefined : readWord(WORDS, status),
    })),
    incidents: [
      ...gather(instances, 'Incidents').map((listed) => readIncident(listed, checkedAtMs)),
      ...planned.incidents,
    ],
    maintenances: planned.maintenances,
  };
};

const isIncident = (fields: Fields): boolean => 'IncidentImpacts' in fields;

/**
 * Salesforce: `https://api.status.salesforce.com/v1/instances/status/preview`, all instances (`?products=Tableau` for those
 * of one product), or `/v1/incidents/active`, the open incidents alone. A component is an instance, e.g. `NA224`.
 *
 * Salesforce announces the My Trust Center API, which needs a token, as the successor of this one.
 *
 * @see {@link https://api.status.salesforce.com/v1/docs/}
 * @see {@link https://github.com/salesforce/refocus-sgt-trust1} for the states of an instance
 */
export const salesforce: SourceFormat = {
  name: 'salesforce',
  recognise: (document) =>
    isListOf(document, (first) => isIncident(first) || ('isActive' in first && 'key' in first)),
  read(document, { url, checkedAtMs }) {
    const listed = readList(document, 'the document');
    const listsActive = /\/incidents\/active\/?$/.test(new URL(url).pathname);
    const isOfIncidents = listsActive || listed.some(isIncident);
    const page: VendorPage = isOfIncidents
      ? {
          listsProblemsOnly: listsActive,
          components: [],
          incidents: listed.map((fields) => readIncident({ fields, instances: [] }, checkedAtMs)),
          maintenances: [],
        }
      : readInstances(listed, checkedAtMs);
    return { name: 'Salesforce', url: 'https://status.salesforce.com/', ...page };
  },
};
