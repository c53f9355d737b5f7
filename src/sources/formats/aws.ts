import type { Incident } from '../../feed/index.js';
import { isListOf, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

/** 0 resolved, 1 information, 2 degradation, 3 disruption of one service in one region. */
const IMPACTS = new Map<unknown, Incident['impact']>([
  ['0', 'minor'],
  ['1', 'minor'],
  ['2', 'minor'],
  ['3', 'major'],
]);

const readEvent = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const service = readText(fields['service_name'], 120);
  const region = readText(fields['region_name'], 120);
  const impacted = readFields(fields['impacted_services'], `[${index}].impacted_services`);
  const services = readList(Object.values(impacted), `[${index}].impacted_services`);
  const code = readText(fields['status'], 4);
  const log = readList(fields['event_log'], `[${index}].event_log`);
  return makeIncident(
    {
      id: fields['arn'] ?? `${textOf(fields['service'])}-${textOf(fields['date'])}`,
      title: [readText(fields['summary'], 200), region].filter(Boolean).join(' · ') || service,
      status:
        code === '0' || readTimestamp(fields['end_time']) !== undefined
          ? 'resolved'
          : 'investigating',
      impact: IMPACTS.get(code) ?? 'minor',
      begins: [fields['date'], log[0]?.['timestamp']],
      ends: [fields['end_time'], log.at(-1)?.['timestamp']],
      components: [service, ...services.map((one) => readText(one['service_name'], 120))].filter(
        (name) => name !== undefined,
      ),
    },
    checkedAtMs,
  );
};

/**
 * AWS, `https://health.aws.amazon.com/public/currentevents`, in UTF-16: the events of now and of the last days, open
 * while without an end. An empty list says that all is well.
 */
export const aws: SourceFormat = {
  name: 'aws',
  recognise: (document) =>
    isListOf(document, (first) => 'event_log' in first || 'impacted_services' in first),
  read: (document, { checkedAtMs }) => ({
    name: 'AWS',
    listsProblemsOnly: true,
    components: [],
    incidents: readList(document, 'the document').map((fields, index) =>
      readEvent(fields, index, checkedAtMs),
    ),
    maintenances: [],
  }),
};
