import type { Status } from '../../feed/index.js';
import { isListOf, readList, readText, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';

/** A successful result older than this no longer counts: the endpoint is then unknown. */
const OLDEST_RESULT_MS = 24 * 3_600_000;

const WORDS = new Map<unknown, Status>([
  [true, 'operational'],
  [false, 'major_outage'],
]);

const lastResult = (endpoint: Fields, path: string, checkedAtMs: number): Status | undefined => {
  const last = readList(endpoint['results'], path).at(-1);
  // A new endpoint has an empty list; without a list its status is unknown.
  if (!last) return Array.isArray(endpoint['results']) ? undefined : 'unknown';
  const status = WORDS.get(last['success']) ?? 'unknown';
  const at = readTimestamp(last['timestamp']);
  const isOld = at !== undefined && checkedAtMs - Date.parse(at) > OLDEST_RESULT_MS;
  return status === 'operational' && isOld ? 'unknown' : status;
};

const nameOf = ({ name, group, key }: Fields): string => {
  const own = readText(name, 100) ?? readText(key, 100) ?? '';
  const within = readText(group, 100);
  return within ? `${within} / ${own}` : own;
};

/**
 * Gatus, `/api/v1/endpoints/statuses`: endpoints with their newest results last.
 *
 * @see {@link https://github.com/TwiN/gatus/blob/master/api/endpoint_status.go}
 */
export const gatus: SourceFormat = {
  name: 'gatus',
  recognise: (document) => isListOf(document, (first) => 'key' in first && 'results' in first),
  read: (document, { checkedAtMs }) => ({
    components: readList(document, 'the document').map((endpoint, index) => ({
      name: nameOf(endpoint),
      status: lastResult(endpoint, `[${index}].results`, checkedAtMs),
    })),
    incidents: [],
    maintenances: [],
  }),
};
