import {
  isImpact,
  PROGRESS_WORDS,
  readOptionalWord,
  readWord,
  STATUS_OF_IMPACT,
  STATUS_WORDS,
} from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readText,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorIncident,
} from '../vendor-page.js';

const INDICATOR_WORDS = new Map(Object.entries(STATUS_OF_IMPACT));
const UNDER_WAY: readonly unknown[] = ['in_progress', 'verifying'];

const componentNames = (fields: Fields, path: string): string[] =>
  readList(fields['components'], path).flatMap(({ name }) => readText(name, 120) ?? []);

const readIncident = (fields: Fields, index: number, checkedAtMs: number): VendorIncident =>
  makeIncident(
    {
      id: fields['id'],
      title: fields['name'],
      // A word we do not know must not hide an incident: it is open, and of some weight.
      status: PROGRESS_WORDS.get(fields['status']) ?? 'investigating',
      impact: isImpact(fields['impact']) ? fields['impact'] : 'minor',
      begins: [fields['started_at'], fields['created_at']],
      ends: [fields['resolved_at'], fields['updated_at']],
      url: fields['shortlink'],
      components: componentNames(fields, `incidents[${index}].components`),
    },
    checkedAtMs,
  );

const readPlanned = (
  fields: Fields,
  index: number,
  checkedAtMs: number,
): ReturnType<typeof readMaintenance> => {
  const { status } = fields;
  const underWay = UNDER_WAY.includes(status);
  if (!underWay && status !== 'scheduled') return undefined;
  const parts = {
    id: fields['id'],
    title: fields['name'],
    begins: [fields['scheduled_for'], fields['started_at'], fields['created_at']],
    ends: [fields['scheduled_until']],
    url: fields['shortlink'],
    components: componentNames(fields, `scheduled_maintenances[${index}].components`),
  };
  return readMaintenance(parts, underWay, checkedAtMs);
};

/**
 * Atlassian Statuspage v2, `/api/v2/summary.json` above all, and the same document as served by incident.io and Rootly.
 * Where there is no summary, `status.json`, `components.json` and `incidents/unresolved.json` laid together are the same.
 * Resolved incidents and maintenance that has not begun do not count.
 *
 * @see {@link https://metastatuspage.com/api/v2}
 */
export const statuspage: SourceFormat = {
  name: 'statuspage',

  recognise(document) {
    if (!isFields(document)) return false;
    const { page, status, incidents, components } = document;
    if (isFields(status) && 'indicator' in status) return true;
    if (isFields(page) && 'id' in page)
      return Array.isArray(incidents) || Array.isArray(components);
    return beginsWith(incidents, (first) => 'incident_updates' in first);
  },

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const page = readFields(document['page'], 'page');
    const { indicator } = readFields(document['status'], 'status');
    const planned = sortMaintenances(
      readList(document['scheduled_maintenances'], 'scheduled_maintenances').map((fields, index) =>
        readPlanned(fields, index, checkedAtMs),
      ),
    );
    return {
      name: readText(page['name'], 120),
      url: page['url'],
      indicator: readOptionalWord(INDICATOR_WORDS, indicator),
      components: readList(document['components'], 'components').map((component) => ({
        name: readText(component['name'], 120) ?? '',
        status: readWord(STATUS_WORDS, component['status']),
      })),
      incidents: [
        ...readList(document['incidents'], 'incidents').map((fields, index) =>
          readIncident(fields, index, checkedAtMs),
        ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },

  insteadOf: (url) =>
    url.endsWith('/summary.json')
      ? ['status.json', 'components.json', 'incidents/unresolved.json'].map(
          (name) => new URL(name, url).href,
        )
      : [],
};
