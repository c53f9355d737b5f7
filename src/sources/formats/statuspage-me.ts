import type { Status } from '../../feed/index.js';
import { readProgress, readWord, STATUS_WORDS, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ...STATUS_WORDS,
  ['degraded', 'degraded_performance'],
  ['maintenance', 'under_maintenance'],
]);

/** StatusPage.me, the JSON of its embedded status; unrelated to Atlassian's Statuspage. */
export const statuspageMe: SourceFormat = {
  name: 'statuspage-me',
  recognise: (document) =>
    isFields(document) && 'overall' in document && typeof document['page'] === 'string',
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    return {
      name: readText(document['page'], 120),
      url: document['page_url'],
      indicator: readWord(WORDS, document['overall']),
      isIncomplete: !Array.isArray(document['incidents']),
      components: [],
      incidents: readList(document['incidents'], 'incidents').map((fields) =>
        makeIncident(
          {
            id: fields['id'],
            title: fields['title'],
            status: readProgress(fields['state']),
            impact: 'minor',
            begins: [fields['started']],
            ends: [document['updated']],
            components: [textOf(fields['component'])].filter(Boolean),
          },
          checkedAtMs,
        ),
      ),
      maintenances: [],
    };
  },
};
