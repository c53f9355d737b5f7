import type { Status } from '../../feed/index.js';
import { impactOfStatuses, readProgress, readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';

const CODES: Words = new Map<unknown, Status>([
  [100, 'operational'],
  [200, 'under_maintenance'],
  [300, 'degraded_performance'],
  [400, 'partial_outage'],
  [500, 'major_outage'],
  // A security event: something is wrong, but the page does not say whether the component works.
  [600, 'degraded_performance'],
]);

const PROGRESS = new Map<unknown, string>([
  [100, 'investigating'],
  [200, 'identified'],
  [300, 'monitoring'],
  [400, 'resolved'],
]);

// Codes are numbers, sometimes as text.
const readCode = (value: unknown): Status => readWord(CODES, Number(textOf(value)));

const readComponents = (result: Fields): readonly VendorComponent[] =>
  readList(result['status'], 'result.status').flatMap((component, index) => {
    const name = readText(component['name'], 120) ?? '';
    const containers = readList(component['containers'], `result.status[${index}].containers`);
    return [
      {
        name,
        status: readCode(component['status_code']),
        kind: containers.length > 0 ? 'group' : undefined,
      },
      ...containers.map((container) => ({
        name: `${name} / ${readText(container['name'], 120) ?? ''}`,
        status: readCode(container['status_code']),
      })),
    ];
  });

const affectedOf = (fields: Fields, path: string): readonly string[] =>
  readList(fields['components_affected'], `${path}.components_affected`).flatMap(
    ({ name }) => readText(name, 120) ?? [],
  );

const readIncident = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const path = `result.incidents[${index}]`;
  const messages = readList(fields['messages'], `${path}.messages`);
  const last = messages
    .toSorted((a, b) => textOf(a['datetime']).localeCompare(textOf(b['datetime'])))
    .at(-1);
  return makeIncident(
    {
      id: fields['_id'],
      title: readText(fields['name'], 300) ?? last?.['details'],
      status: readProgress(PROGRESS.get(Number(textOf(last?.['state'])))),
      // The newest message counts: earlier ones may have been worse.
      // It is set together with the status of the affected components.
      impact: impactOfStatuses([readCode(last?.['status'])]),
      isOfParts: true,
      begins: [fields['datetime_open']],
      updates: messages.map(({ datetime }) => datetime),
      ends: [fields['datetime_resolved'], last?.['datetime']],
      components: affectedOf(fields, path),
    },
    checkedAtMs,
  );
};

/**
 * Status.io, `https://api.status.io/1.0/status/<page id>`. Its "upcoming" maintenance may already have ended.
 *
 * @see {@link https://kb.status.io/developers/public-status-api}
 */
export const statusIo: SourceFormat = {
  name: 'status-io',

  recognise(document) {
    const result = isFields(document) ? document['result'] : undefined;
    return isFields(result) && isFields(result['status_overall']);
  },

  read(value, { checkedAtMs }) {
    const result = readFields(readFields(value, 'the document')['result'], 'result');
    const overall = readFields(result['status_overall'], 'result.status_overall');
    const maintenance = readFields(result['maintenance'], 'result.maintenance');
    const plannedOf = (field: string, underWay: boolean) =>
      readList(maintenance[field], `result.maintenance.${field}`).map((fields) =>
        readMaintenance(
          {
            id: fields['_id'],
            title: fields['name'],
            begins: [fields['datetime_planned_start'], fields['datetime_open']],
            ends: [fields['datetime_planned_end']],
            components: affectedOf(fields, `result.maintenance.${field}`),
          },
          underWay,
          checkedAtMs,
        ),
      );
    const planned = sortMaintenances([
      ...plannedOf('active', true),
      ...plannedOf('upcoming', false),
    ]);
    return {
      indicator: readCode(overall['status_code']),
      isIncomplete: !Array.isArray(result['incidents']),
      hasComponentList: true,
      components: readComponents(result),
      incidents: [
        ...readList(result['incidents'], 'result.incidents').map((fields, index) =>
          readIncident(fields, index, checkedAtMs),
        ),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
