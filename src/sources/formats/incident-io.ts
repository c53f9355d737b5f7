import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/verdict.js';
import { impactOfStatuses, readProgress, readWord, STATUS_WORDS, type Words } from '../impact.js';
import {
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { isParentPage } from './incident-io-pages.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorPage,
} from '../vendor-page.js';

const WORDS: Words = new Map([...STATUS_WORDS, ['full_outage', 'major_outage']]);

const UNDER_WAY = new Map<unknown, boolean>([
  ['maintenance_in_progress', true],
  ['maintenance_scheduled', false],
]);

// In the state from a page's HTML, this text stands for a missing value.
const given = (value: unknown): unknown => (value === '$undefined' ? undefined : value);
const readGivenList = (value: unknown, path: string): readonly Fields[] =>
  readList(given(value), path);

const statusOf = (affected: Fields): Status =>
  readWord(WORDS, given(affected['current_status']) ?? given(affected['status']));

/** Names by id, for documents that list a component's health apart from its name. */
const namesById = (document: Fields): ReadonlyMap<unknown, string> =>
  new Map(
    readGivenList(document['components'], 'components').map(({ id, name }) => [
      id,
      readText(name, 120) ?? '',
    ]),
  );

const readPage = (document: Fields, checkedAtMs: number): VendorPage => {
  const names = namesById(document);
  const nameOf = (affected: Fields): string =>
    readText(affected['name'], 120) ?? names.get(affected['component_id']) ?? '';
  const entries = (field: string) =>
    readGivenList(document[field], field).map((fields, index) => {
      const affected = readGivenList(
        fields['affected_components'],
        `${field}[${index}].affected_components`,
      );
      return { fields, affected };
    });
  const ongoing = entries('ongoing_incidents');
  const planned = sortMaintenances(
    [...entries('in_progress_maintenances'), ...entries('scheduled_maintenances')].map(
      ({ fields, affected }) => {
        if (fields['status'] === 'maintenance_complete') return undefined;
        // The state of a page has the times in windows, one per component.
        const [window = {}] = readGivenList(fields['component_impacts'], 'component_impacts');
        return readMaintenance(
          {
            id: fields['id'],
            title: fields['name'],
            begins: [
              fields['started_at'],
              fields['starts_at'],
              window['start_at'],
              fields['published_at'],
            ],
            ends: [fields['scheduled_end_at'], fields['ends_at'], window['end_at']],
            url: fields['url'],
            components: affected.map(nameOf),
          },
          UNDER_WAY.get(fields['status']),
          checkedAtMs,
        );
      },
    ),
  );
  const incidents = ongoing.map(({ fields, affected }) => {
    const worst = given(fields['current_worst_impact']);
    const statuses = [...affected.map(statusOf), ...(worst ? [readWord(WORDS, worst)] : [])];
    return makeIncident(
      {
        id: fields['id'],
        title: fields['name'],
        status: readProgress(fields['status']),
        impact: impactOfStatuses(statuses),
        isOfParts: !worst,
        begins: [fields['started_at'], fields['published_at'], fields['created_at']],
        updates: [
          ...readLooseList(fields['updates']).map((update) => update['published_at']),
          fields['last_update_at'],
        ],
        ends: [fields['last_update_at']],
        url: fields['url'],
        components: affected.map(nameOf),
      },
      checkedAtMs,
    );
  });
  // Components have no status: each has the worst status among its incidents, or works.
  const listed = new Set(names.values());
  const health = new Map<string, Status>([...listed].map((name) => [name, 'operational'] as const));
  const affected = [
    ...readGivenList(document['affected_components'], 'affected_components'),
    ...ongoing.flatMap((entry, index) => (incidents[index]?.isAhead ? [] : entry.affected)),
  ];
  for (const fields of affected) {
    const name = nameOf(fields);
    const known = health.get(name) ?? 'operational';
    const status = statusOf(fields);
    health.set(name, known === 'operational' ? status : worseStatus(known, status));
  }
  return {
    name: readText(document['page_title'] ?? document['name'], 120),
    url: document['page_url'] ?? document['public_url'],
    listsProblemsOnly: true,
    leavesToSubPages: isParentPage(document),
    components: [...health].map(([name, status]) => ({
      name,
      status,
      kind: listed.has(name) ? undefined : 'listed_if_broken',
    })),
    incidents: [...incidents, ...planned.incidents],
    maintenances: planned.maintenances,
  };
};

/** Unwraps the state from a page's HTML or proxy; the Widget API's document is not wrapped. */
const unwrap = (document: unknown): unknown =>
  isFields(document) && isFields(document['summary']) ? document['summary'] : document;

/**
 * incident.io: the Widget API (`/api/v1/summary`), and the state of the page itself. Both list only problems. Documents
 * that incident.io serves at Statuspage's paths have the format `statuspage`.
 *
 * @see {@link https://docs.incident.io/status-pages/widget-api}
 */
export const incidentIo: SourceFormat = {
  name: 'incident-io',
  recognise(document) {
    const fields = unwrap(document);
    return (
      isFields(fields) &&
      'ongoing_incidents' in fields &&
      ('page_title' in fields || 'public_url' in fields || 'affected_components' in fields)
    );
  },
  read: (document, { checkedAtMs }) =>
    readPage(readFields(unwrap(document), 'the document'), checkedAtMs),
};
