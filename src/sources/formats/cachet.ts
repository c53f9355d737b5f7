import type { Incident, Status } from '../../feed/index.js';
import { impactOfStatuses, readWord, STATUS_WORDS, weighStatuses, type Words } from '../impact.js';
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
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorIncident,
} from '../vendor-page.js';

const COMPONENT_WORDS: Words = new Map<unknown, Status>([
  [1, 'operational'],
  [2, 'degraded_performance'],
  [3, 'partial_outage'],
  [4, 'major_outage'],
  [6, 'under_maintenance'],
]);

// Version 2 sends the colour of its banner, version 3 a word.
const PAGE_WORDS: Words = new Map<unknown, Status>([
  ...STATUS_WORDS,
  ['success', 'operational'],
  ['info', 'degraded_performance'],
  ['warning', 'partial_outage'],
  ['danger', 'major_outage'],
]);

const PROGRESS = new Map<unknown, Incident['status']>([
  [1, 'investigating'],
  [2, 'identified'],
  [3, 'monitoring'],
  [4, 'resolved'],
]);

const UNDER_WAY = new Map<unknown, boolean>([
  [0, false],
  [1, true],
]);
const COMPLETE = 2;

// Version 3 wraps its fields in `attributes` and its codes in `{human, value}`; version 2 sometimes sends codes as text.
const flatten = (entry: Fields): Fields =>
  isFields(entry['attributes'])
    ? { ...entry['attributes'], id: entry['id'], type: entry['type'] }
    : entry;

const codeOf = (value: unknown): unknown => {
  const code = isFields(value) ? value['value'] : value;
  return typeof code === 'string' && /^\d$/.test(code) ? Number(code) : code;
};

/** Reads a date: `created_at` in version 2, `created` in version 3, as `{human, string}`. */
const dateOf = (entry: Fields, name: string): unknown => {
  const value = entry[`${name}_at`] ?? entry[name];
  return isFields(value) ? (value['string'] ?? value['date']) : value;
};

const KINDS: readonly [
  kind: 'schedule' | 'component' | 'incident',
  test: (entry: Fields) => boolean,
][] = [
  // Up to version 2.3 scheduled work was an incident of status 0, and every incident had the field `scheduled_at`.
  [
    'schedule',
    (entry) =>
      entry['type'] === 'schedules' ||
      'completed_at' in entry ||
      ('scheduled_at' in entry && (!('visible' in entry) || codeOf(entry['status']) === 0)),
  ],
  [
    'incident',
    (entry) =>
      entry['type'] === 'incidents' ||
      'human_status' in entry ||
      'visible' in entry ||
      'occurred_at' in entry,
  ],
  [
    'component',
    (entry) =>
      entry['type'] === 'components' ||
      'status_name' in entry ||
      ('enabled' in entry && 'status' in entry),
  ],
];
const kindOf = (entry: Fields): string | undefined => KINDS.find(([, test]) => test(entry))?.[0];

const isPageStatus = (entry: Fields): boolean =>
  typeof entry['status'] === 'string' && 'message' in entry && !('id' in entry);

/** When the updates of an incident were written; where the page does not list them, when it last changed. */
const updatesOf = (entry: Fields): readonly unknown[] => [
  ...readLooseList(entry['updates']).map((update) => dateOf(flatten(update), 'created')),
  dateOf(entry, 'updated'),
];

const readIncident = (
  entry: Fields,
  names: ReadonlyMap<string, string>,
  checkedAtMs: number,
): VendorIncident => {
  const component = names.get(textOf(entry['component_id']));
  const status = PROGRESS.get(codeOf(entry['latest_status'] ?? entry['status'])) ?? 'investigating';
  return makeIncident(
    {
      id: entry['id'],
      title: entry['name'],
      status,
      // The only sign of an incident's impact is the component status that was set with it.
      impact: impactOfStatuses([readWord(COMPONENT_WORDS, codeOf(entry['component_status']))]),
      isOfParts: component !== undefined,
      components: component ? [component] : [],
      begins: [dateOf(entry, 'occurred'), dateOf(entry, 'created')],
      updates: updatesOf(entry),
      ends: [dateOf(entry, 'updated')],
      url: entry['permalink'],
    },
    checkedAtMs,
  );
};

const readPlanned = (entry: Fields, checkedAtMs: number): ReturnType<typeof readMaintenance> => {
  const status = codeOf(entry['status']);
  return status === COMPLETE
    ? undefined
    : readMaintenance(
        {
          id: `schedule-${textOf(entry['id'])}`,
          title: entry['name'],
          begins: [dateOf(entry, 'scheduled')],
          ends: [dateOf(entry, 'completed')],
        },
        // For an unknown word the times decide.
        UNDER_WAY.get(status),
        checkedAtMs,
      );
};

/** The worse of the status set by hand and, in version 3, the shown status, which follows from open incidents. */
const statusOf = ({ status, latest_status: shown }: Fields): Status =>
  weighStatuses([
    readWord(COMPONENT_WORDS, codeOf(status)),
    ...(shown === undefined || shown === null ? [] : [readWord(COMPONENT_WORDS, codeOf(shown))]),
  ]);

/** Whether the document is one page of several, so that the others are missing. */
const isPartial = (document: Fields): boolean => {
  const { pagination, last_page: lastPage } = isFields(document['meta']) ? document['meta'] : {};
  const pages = isFields(pagination) ? pagination['total_pages'] : lastPage;
  const { next } = isFields(document['links']) ? document['links'] : {};
  return (typeof pages === 'number' && pages > 1) || typeof next === 'string';
};

/** `data` as a list: the merged `/components`, `/incidents` and `/schedules`, or `/status`, which is one object. */
const entriesOf = (document: Fields): readonly Fields[] =>
  isFields(document['data']) ? [document['data']] : readList(document['data'], 'data').map(flatten);

/**
 * Cachet 2 (`/api/v1/…`) and 3 (`/api/…`): `components`, `incidents`, `schedules` and `status`, each alone or merged.
 * Use `?per_page=100`, since a page holds 20 entries by default.
 *
 * @see {@link https://docs.cachethq.io/}
 */
export const cachet: SourceFormat = {
  name: 'cachet',

  recognise(document) {
    if (!isFields(document)) return false;
    const { data } = document;
    if (isFields(data)) return isPageStatus(data);
    const [first] = Array.isArray(data) ? (data as unknown[]) : [];
    if (!isFields(first)) return Array.isArray(data) && isFields(document['meta']);
    return isPageStatus(first) || kindOf(flatten(first)) !== undefined;
  },

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const entries = entriesOf(document);
    const ofKind = (kind: string): readonly Fields[] =>
      entries.filter((entry) => !isPageStatus(entry) && kindOf(entry) === kind);
    const strange = entries.some((entry) => !isPageStatus(entry) && !kindOf(entry));
    const own = entries.filter(isPageStatus).map(({ status }) => readWord(PAGE_WORDS, status));
    const components = ofKind('component');
    const names = new Map(
      components.map(({ id, name }) => [textOf(id), readText(name, 120) ?? ''] as const),
    );
    const planned = sortMaintenances(
      ofKind('schedule').map((entry) => readPlanned(entry, checkedAtMs)),
    );
    return {
      indicator: own[0],
      isIncomplete: strange || (isPartial(document) && !own[0]),
      components: components
        .filter(({ enabled }) => enabled !== false)
        .map((component) => ({
          name: readText(component['name'], 120) ?? '',
          status: statusOf(component),
        })),
      incidents: [
        ...ofKind('incident').map((entry) => readIncident(entry, names, checkedAtMs)),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
