import type { Status } from '../../feed/index.js';
import { STATUS_OF_IMPACT } from '../../model/severity.js';
import { readOptionalWord, readWord, STATUS_WORDS, weighStatuses, type Words } from '../impact.js';
import { isFields, readFields, readText } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';

const WORDS: Words = new Map<unknown, Status>([
  ...STATUS_WORDS,
  ...Object.entries(STATUS_OF_IMPACT),
  ['degraded', 'degraded_performance'],
  ['outage', 'major_outage'],
  ['down', 'major_outage'],
  ['maintenance', 'under_maintenance'],
]);

/**
 * isitdownstatus.com, one service of its API. It is not a vendor's page: its status mixes the vendor's page with reports.
 * The indicator is the worse of its two words.
 *
 * @see {@link https://isitdownstatus.com/en/api-docs}
 */
export const isitdownstatus: SourceFormat = {
  name: 'isitdownstatus',
  recognise: (document) =>
    isFields(document) && isFields(document['data']) && 'official_indicator' in document['data'],
  read(value) {
    const data = readFields(readFields(value, 'the document')['data'], 'data');
    const official = readOptionalWord(WORDS, data['official_indicator']);
    const status = readWord(WORDS, data['status']);
    return {
      name: readText(data['name'], 120),
      url: data['status_page_url'],
      indicator: weighStatuses(official ? [status, official] : [status]),
      components: [],
      incidents: [],
      maintenances: [],
    };
  },
};
