import type { Status } from '../../feed/index.js';
import { impactOfStatuses, readOptionalWord, readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp, toTimestamp } from '../timestamp.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorIncident,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['resolved', 'operational'],
  ['degraded', 'degraded_performance'],
  ['downtime', 'major_outage'],
  ['outage', 'major_outage'],
  ['maintenance', 'under_maintenance'],
]);

interface Entry {
  readonly id: unknown;
  readonly attributes: Fields;
  /** Ids of the updates that belong to a report. */
  readonly updateIds: readonly unknown[];
}

const readUpdateIds = (entry: Fields, path: string): readonly unknown[] => {
  const relationships = readFields(entry['relationships'], path);
  const updates = readFields(relationships['status_updates'], `${path}.status_updates`);
  return readList(updates['data'], `${path}.status_updates.data`).map(({ id }) => id);
};

const ofType = (document: Fields, type: string): readonly Entry[] =>
  readList(document['included'], 'included').flatMap((entry, index) =>
    entry['type'] === type
      ? [
          {
            id: entry['id'],
            attributes: readFields(entry['attributes'], `included[${index}].attributes`),
            updateIds: readUpdateIds(entry, `included[${index}].relationships`),
          },
        ]
      : [],
  );

const readReport = (
  { id, attributes, updateIds }: Entry,
  names: ReadonlyMap<string, string>,
  updatedAt: ReadonlyMap<unknown, string>,
  checkedAtMs: number,
): VendorIncident => {
  const state = readWord(WORDS, attributes['aggregate_state']);
  const end = readTimestamp(attributes['ends_at']);
  // Many reports that have ended keep an empty `ends_at`, so either field ends a report.
  const over = state === 'operational' || (end !== undefined && end <= toTimestamp(checkedAtMs));
  const touched = readList(attributes['affected_resources'], 'affected_resources');
  const updates = updateIds.flatMap((update) => updatedAt.get(update) ?? []);
  return makeIncident(
    {
      id,
      title: attributes['title'],
      status: over ? 'resolved' : 'investigating',
      impact: impactOfStatuses([state]),
      isOfParts: true,
      begins: [attributes['starts_at'], attributes['published_at']],
      updates,
      ends: [end, ...updates.toSorted().toReversed()],
      components: touched.flatMap((one) => names.get(textOf(one['status_page_resource_id'])) ?? []),
    },
    checkedAtMs,
  );
};

/**
 * Better Stack (formerly Better Uptime), `/index.json`, in the manner of JSON:API.
 *
 * @see {@link https://betterstack.com/docs/uptime/status-pages/}
 */
export const betterStack: SourceFormat = {
  name: 'better-stack',

  recognise(document) {
    const data = isFields(document) ? document['data'] : undefined;
    return isFields(data) && data['type'] === 'status_page';
  },

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const data = readFields(document['data'], 'data');
    const page = readFields(data['attributes'], 'data.attributes');
    const resources = ofType(document, 'status_page_resource');
    const names = new Map(
      resources.map(({ id, attributes }) => [
        textOf(id),
        readText(attributes['public_name'], 120) ?? '',
      ]),
    );
    const reports = ofType(document, 'status_report');
    const updatedAt = new Map(
      ofType(document, 'status_update').map(({ id, attributes }) => [
        id,
        readTimestamp(attributes['published_at']) ?? '',
      ]),
    );
    const isPlanned = ({ attributes }: Entry): boolean =>
      attributes['report_type'] === 'maintenance';
    const planned = sortMaintenances(
      reports.filter(isPlanned).map(({ id, attributes }) =>
        attributes['aggregate_state'] === 'resolved'
          ? undefined
          : readMaintenance(
              {
                id,
                title: attributes['title'],
                begins: [attributes['starts_at']],
                ends: [attributes['ends_at']],
              },
              undefined,
              checkedAtMs,
            ),
      ),
    );
    const components = resources
      .filter(({ attributes }) => attributes['status'] !== 'not_monitored')
      .map(({ id, attributes }) => ({
        name: names.get(textOf(id)) ?? '',
        status: readWord(WORDS, attributes['status']),
      }));
    return {
      name: readText(page['company_name'], 120),
      url: `https://${textOf(page['custom_domain'])}`,
      indicator: readOptionalWord(WORDS, page['aggregate_state']),
      // A page says "downtime" as soon as one resource is down.
      indicatorIsOfParts: true,
      isIncomplete: !Array.isArray(document['included']),
      hasComponentList: true,
      components,
      incidents: [
        ...reports
          .filter((report) => !isPlanned(report))
          .map((report) => readReport(report, names, updatedAt, checkedAtMs)),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
