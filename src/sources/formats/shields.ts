import type { Status } from '../../feed/index.js';
import { readWord, STATUS_WORDS, type Words } from '../impact.js';
import { isFields, readFields, readText } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';

const WORDS: Words = new Map<unknown, Status>([
  ...STATUS_WORDS,
  ['up', 'operational'],
  ['all systems operational', 'operational'],
  ['degraded', 'degraded_performance'],
  ['degraded performance', 'degraded_performance'],
  ['partial outage', 'partial_outage'],
  ['down', 'major_outage'],
  ['outage', 'major_outage'],
  ['major outage', 'major_outage'],
  ['maintenance', 'under_maintenance'],
  ['under maintenance', 'under_maintenance'],
]);

/**
 * The `endpoint` badge of shields.io, as Gatus and Upptime write it: one word. An uptime percentage is an average and not
 * the present status, so its status is unknown.
 *
 * @see {@link https://shields.io/badges/endpoint-badge}
 */
export const shields: SourceFormat = {
  name: 'shields',
  recognise: (document) =>
    isFields(document) && document['schemaVersion'] === 1 && 'message' in document,
  read(value) {
    const { message } = readFields(value, 'the document');
    return {
      indicator: readWord(WORDS, readText(message, 60)?.toLowerCase()),
      components: [],
      incidents: [],
      maintenances: [],
    };
  },
};
