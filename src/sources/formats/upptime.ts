import type { Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isListOf, readList, readText } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';

const WORDS: Words = new Map<unknown, Status>([
  ['up', 'operational'],
  ['degraded', 'degraded_performance'],
  ['down', 'major_outage'],
]);

/**
 * Upptime, `history/summary.json` of the repository: one entry per site. It has no incidents; those are issues of the
 * repository.
 *
 * @see {@link https://upptime.js.org/docs/packages}
 */
export const upptime: SourceFormat = {
  name: 'upptime',
  recognise: (document) => isListOf(document, (first) => 'slug' in first && 'uptime' in first),
  read: (document) => ({
    components: readList(document, 'the document').map(({ name, status }) => ({
      name: readText(name, 120) ?? '',
      status: readWord(WORDS, status),
    })),
    incidents: [],
    maintenances: [],
  }),
};
