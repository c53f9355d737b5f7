import type { Status } from '../../feed/index.js';
import { readOptionalWord, readProgress, readWord, STATUS_WORDS, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ...STATUS_WORDS,
  ['incident', 'degraded_performance'],
  // Also the answer to a page that does not exist, with status 200.
  ['unknown', 'unknown'],
  // A page's `/feed/json` has words for its colours.
  ['success', 'operational'],
  ['degraded', 'degraded_performance'],
  ['error', 'major_outage'],
  ['info', 'under_maintenance'],
]);

const readMonitors = (document: Fields): readonly VendorComponent[] => {
  const parts = readList(document['pageComponents'], 'pageComponents');
  const monitors = readList(document['monitors'], 'monitors');
  const byId = new Map(monitors.map((monitor) => [monitor['id'], monitor]));
  const shown = new Set(parts.map((part) => part['monitorId']));
  return [
    // A component has the status of its monitor, unless it has one of its own.
    ...parts.map((part) => {
      const monitor = byId.get(part['monitorId']);
      return { name: part['name'], status: part['status'] ?? monitor?.['status'] };
    }),
    ...monitors.filter(({ id }) => !shown.has(id)),
  ].map(({ name, status }) => ({
    name: readText(name, 120) ?? '',
    status: readOptionalWord(WORDS, status),
  }));
};

const readReport = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const updates = readList(
    fields['statusReportUpdates'],
    `statusReports[${index}].statusReportUpdates`,
  );
  const dates = updates.map(({ date, createdAt }) => textOf(date ?? createdAt)).toSorted();
  return makeIncident(
    {
      id: fields['id'],
      title: fields['title'],
      status: readProgress(fields['status']),
      impact: 'minor',
      begins: [fields['createdAt'], ...dates],
      ends: [...dates.toReversed(), fields['updatedAt']],
    },
    checkedAtMs,
  );
};

/**
 * OpenStatus: `https://api.openstatus.dev/public/status/<page>`, a single word, and the page's `/feed/json`.
 *
 * @see {@link https://github.com/openstatusHQ/openstatus/tree/main/apps/server/src/routes/public}
 */
export const openstatus: SourceFormat = {
  name: 'openstatus',

  recognise(document) {
    if (!isFields(document) || typeof document['status'] !== 'string') return false;
    return (
      'statusReports' in document ||
      (WORDS.has(document['status']) && Object.keys(document).length === 1)
    );
  },

  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const planned = sortMaintenances(
      readList(document['maintenances'], 'maintenances').map((fields) =>
        readMaintenance(
          {
            id: `maintenance-${textOf(fields['id'])}`,
            title: fields['name'] ?? fields['title'],
            begins: [fields['from']],
            ends: [fields['to']],
          },
          undefined,
          checkedAtMs,
        ),
      ),
    );
    const components = readMonitors(document);
    const indicator = readWord(WORDS, document['status']);
    // A page says "error" as soon as one monitor is down.
    const othersWork = components.some(({ status }) => status !== 'major_outage');
    return {
      name: readText(document['title'], 120),
      indicator: document['status'] === 'error' && othersWork ? 'partial_outage' : indicator,
      componentsAreMonitors: true,
      // Only the page's `/feed/json` must have a list.
      isIncomplete: 'statusReports' in document && !Array.isArray(document['statusReports']),
      components,
      incidents: [
        ...readList(document['statusReports'], 'statusReports').map((fields, index) =>
          readReport(fields, index, checkedAtMs),
        ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
