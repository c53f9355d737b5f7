import {
  isFields,
  isListOf,
  readFields,
  readList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

/** 0 resolved, 1 information, 2 degradation, 3 disruption of one service in one region. */
const DISRUPTION = 3;

/** Whether an event has ended, by its codes, its end, or "[RESOLVED]" at the start of its title. */
const isOver = (fields: Fields, path: string): boolean => {
  const impacted = Object.values(readFields(fields['impacted_services'], path));
  const works = readList(impacted, path).every(({ current = '0' }) => textOf(current) === '0');
  return (
    (textOf(fields['status']) === '0' && works) ||
    readTimestamp(fields['end_time']) !== undefined ||
    /^\s*\[resolved\]/i.test(textOf(fields['summary']))
  );
};

const readEvent = (
  fields: Fields,
  path: string,
  over: boolean,
  checkedAtMs: number,
): VendorIncident => {
  const service = readText(fields['service_name'], 120);
  const region = readText(fields['region_name'], 120);
  const impacted = readFields(fields['impacted_services'], `${path}.impacted_services`);
  const services = readList(Object.values(impacted), `${path}.impacted_services`);
  const log = readList(fields['event_log'], `${path}.event_log`);
  const codes = [fields['status'], ...services.map((one) => one[over ? 'max' : 'current'])];
  return makeIncident(
    {
      id: fields['arn'] ?? `${textOf(fields['service'])}-${textOf(fields['date'])}`,
      title: [readText(fields['summary'], 200), region ?? service].filter(Boolean).join(' · '),
      status: over ? 'resolved' : 'investigating',
      impact: codes.some((code) => Number(textOf(code)) >= DISRUPTION) ? 'major' : 'minor',
      begins: [fields['date']],
      updates: log.map(({ timestamp }) => timestamp),
      ends: [fields['end_time'], log.at(-1)?.['timestamp']],
      components: [service, ...services.map((one) => readText(one['service_name'], 120))].filter(
        (name) => name !== undefined,
      ),
    },
    checkedAtMs,
  );
};

/**
 * AWS, `https://health.aws.amazon.com/public/currentevents`, in UTF-16: the events of the last days, open until they have
 * an end; an empty list means operational. Also the older `data.json`, which keeps ended events in `archive`.
 */
export const aws: SourceFormat = {
  name: 'aws',
  recognise: (document) =>
    isListOf(document, (first) => 'event_log' in first || 'impacted_services' in first) ||
    (isFields(document) && Array.isArray(document['current']) && 'archive' in document),
  read(document, { checkedAtMs }) {
    const { current = document, archive } = isFields(document) ? document : {};
    const events = readList(current, 'current').map((fields, index) => {
      const path = `current[${index}]`;
      return readEvent(fields, path, isOver(fields, path), checkedAtMs);
    });
    const past = readList(archive, 'archive').map((fields, index) =>
      readEvent(fields, `archive[${index}]`, true, checkedAtMs),
    );
    return {
      name: 'AWS',
      listsProblemsOnly: true,
      components: [],
      incidents: [...events, ...past],
      maintenances: [],
    };
  },
};
