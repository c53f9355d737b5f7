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

// OpenStatus's own summary calls this word for "at least one monitor is down" a major problem, not a critical one.
const PAGE_WORDS: Words = new Map([...WORDS, ['error', 'partial_outage']]);

const touches = (list: unknown, id: unknown): boolean => Array.isArray(list) && list.includes(id);

/** The word for a component without a monitor, which OpenStatus itself derives from the open reports about it. */
const wordOfStatic = (open: readonly Fields[], id: unknown): string =>
  open.some((report) => touches(report['pageComponents'], id)) ? 'degraded' : 'success';

const readComponents = (document: Fields, open: readonly Fields[]): readonly VendorComponent[] => {
  const parts = readList(document['pageComponents'], 'pageComponents');
  const monitors = readList(document['monitors'], 'monitors');
  const byId = new Map(monitors.map((monitor) => [monitor['id'], monitor]));
  const shown = new Set(parts.map((part) => part['monitorId']));
  return [
    // A component has the status of its monitor, unless it has one of its own.
    ...parts.map((part) => {
      const word = part['monitorId'] === null ? wordOfStatic(open, part['id']) : undefined;
      const monitor = byId.get(part['monitorId']);
      return { name: part['name'], status: part['status'] ?? monitor?.['status'] ?? word };
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
      begins: [fields['createdAt']],
      updates: [...dates, fields['updatedAt']],
      ends: [...dates.toReversed(), fields['updatedAt']],
    },
    checkedAtMs,
  );
};

/**
 * OpenStatus: `https://api.openstatus.dev/public/status/<page>`, a single word, and the page's `/feed/json`. Its
 * `/api/status/summary.json` has the format `statuspage`, and says the same.
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
    const reports = readList(document['statusReports'], 'statusReports').map((fields, index) => ({
      fields,
      incident: readReport(fields, index, checkedAtMs),
    }));
    const open = reports
      .filter(({ incident }) => incident.status !== 'resolved' && !incident.isAhead)
      .map(({ fields }) => fields);
    // A page's `/feed/json` always has its lists; the answer of a single word has none.
    const isFeed = 'statusReports' in document;
    return {
      name: readText(document['title'], 120),
      indicator: readWord(PAGE_WORDS, document['status']),
      isIncomplete: isFeed && !Array.isArray(document['statusReports']),
      hasComponentList: isFeed,
      components: readComponents(document, open),
      incidents: [...reports.map(({ incident }) => incident), ...planned.incidents],
      maintenances: planned.maintenances,
    };
  },
};
