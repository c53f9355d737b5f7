import { STATUS_OF_IMPACT } from '../../model/severity.js';
import { isImpact, readOptionalWord, readProgress, readWord, STATUS_WORDS } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';
import { isParentPage, isUlid } from './incident-io-pages.js';

const INDICATOR_WORDS = new Map(Object.entries(STATUS_OF_IMPACT));
const UNDER_WAY = new Map<unknown, boolean>([
  ['scheduled', false],
  ['in_progress', true],
  ['verifying', true],
]);
const LISTS = ['incidents', 'components', 'scheduled_maintenances'] as const;

const componentNames = (fields: Fields, path: string): string[] =>
  readList(fields['components'], path).flatMap(({ name }) => readText(name, 120) ?? []);

/** When the updates were written, without the announcement of planned work; else when the incident last changed. */
const updatesOf = (fields: Fields): readonly unknown[] => [
  ...readLooseList(fields['incident_updates'])
    .filter(({ status }) => status !== 'scheduled')
    .flatMap((update) => [update['display_at'], update['created_at']]),
  fields['updated_at'],
];

const readIncident = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const status = readProgress(fields['status']);
  const impact = isImpact(fields['impact']) ? fields['impact'] : 'minor';
  return makeIncident(
    {
      id: fields['id'],
      title: fields['name'],
      status,
      // "none" is the default until the vendor marks a component. All eleven open incidents of that impact in a large
      // vendor's captures described a failure.
      impact: impact === 'none' && status !== 'resolved' ? 'minor' : impact,
      begins: [fields['started_at'], fields['created_at']],
      updates: updatesOf(fields),
      ends: [fields['resolved_at'], fields['updated_at']],
      url: fields['shortlink'],
      components: componentNames(fields, `incidents[${index}].components`),
    },
    checkedAtMs,
  );
};

/** Components and groups. A group has the status that follows from its members, which are listed beside it. */
const readComponents = (document: Fields): readonly VendorComponent[] => {
  const listed = readList(document['components'], 'components');
  const groups = new Set(listed.map((component) => component['group_id']));
  return listed.map((component) => {
    const status = readWord(STATUS_WORDS, component['status']);
    const isGroup = component['group'] === true && groups.has(component['id']);
    const isException = component['only_show_if_degraded'] === true && status !== 'operational';
    return {
      name: readText(component['name'], 120) ?? '',
      status,
      kind: isGroup ? 'group' : isException ? 'listed_if_broken' : undefined,
    };
  });
};

const isPlanned = ({ status }: Fields): boolean => UNDER_WAY.has(status) || status === 'completed';

const readPlanned = (
  fields: Fields,
  index: number,
  checkedAtMs: number,
): ReturnType<typeof readMaintenance> => {
  if (readProgress(fields['status']) === 'resolved') return undefined;
  const parts = {
    id: fields['id'],
    title: fields['name'],
    begins: [fields['scheduled_for'], fields['started_at'], fields['created_at']],
    updates: updatesOf(fields),
    ends: [fields['scheduled_until']],
    url: fields['shortlink'],
    components: componentNames(fields, `scheduled_maintenances[${index}].components`),
  };
  // For an unknown word the times decide.
  return readMaintenance(parts, UNDER_WAY.get(fields['status']), checkedAtMs);
};

/**
 * Atlassian Statuspage v2, usually `/api/v2/summary.json`, also as served by incident.io and Rootly. Without a summary,
 * `status.json`, `components.json`, `incidents/unresolved.json` and `scheduled-maintenances/active.json` are merged.
 * Resolved incidents and maintenance that has not begun do not affect the status.
 *
 * @see {@link https://metastatuspage.com/api/v2}
 */
export const statuspage: SourceFormat = {
  name: 'statuspage',

  recognise(document) {
    if (!isFields(document)) return false;
    const { page, status, incidents } = document;
    if (isFields(status) && 'indicator' in status) return true;
    if (isFields(page) && 'id' in page) return LISTS.some((name) => name in document);
    return beginsWith(incidents, (first) => 'incident_updates' in first);
  },

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const page = readFields(document['page'], 'page');
    const { indicator: word } = readFields(document['status'], 'status');
    const indicator = readOptionalWord(INDICATOR_WORDS, word);
    const incidents = readList(document['incidents'], 'incidents');
    const planned = sortMaintenances(
      // Some pages list maintenance among their incidents.
      [
        ...readList(document['scheduled_maintenances'], 'scheduled_maintenances'),
        ...incidents.filter(isPlanned),
      ].map((fields, index) => readPlanned(fields, index, checkedAtMs)),
    );
    return {
      name: readText(page['name'], 120),
      url: page['url'],
      indicator,
      // `status.json` has neither list; a summary has both, even if they are null. incident.io's leaves out an empty list
      // of incidents, and then its indicator speaks for them.
      isIncomplete:
        document['components'] !== undefined &&
        document['incidents'] === undefined &&
        (isUlid(page['id']) ? indicator === undefined : word !== undefined),
      hasComponentList: Array.isArray(document['components']),
      leavesToSubPages: isParentPage(document) || isParentPage(page),
      components: readComponents(document),
      incidents: [
        ...incidents.flatMap((fields, index) =>
          isPlanned(fields) ? [] : [readIncident(fields, index, checkedAtMs)],
        ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },

  insteadOf: (url) =>
    url.endsWith('/summary.json')
      ? [
          'status.json',
          'components.json',
          'incidents/unresolved.json',
          'scheduled-maintenances/active.json',
        ].map((name) => new URL(name, url).href)
      : [],
};
