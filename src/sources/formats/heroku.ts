import type { Status } from '../../feed/index.js';
import { impactOfStatuses, readWord, type Words } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['green', 'operational'],
  ['blue', 'under_maintenance'],
  ['yellow', 'degraded_performance'],
  ['red', 'major_outage'],
]);

/** The two systems of version 3, and the field of an issue that holds each one's colour. */
const OLD_SYSTEMS = [
  ['Production', 'status_prod'],
  ['Development', 'status_dev'],
] as const;

/** Converts a document of version 3 to the fields of version 4. */
const modernise = (document: Fields): Fields => {
  const { status, issues } = document;
  if (!isFields(status)) return document;
  return {
    status: Object.entries(status).map(([system, colour]) => ({ system, status: colour })),
    incidents: readList(issues, 'issues').flatMap((issue) => {
      const systems = OLD_SYSTEMS.map(([name, field]) => ({ name, status: issue[field] }));
      const state = issue['resolved'] === true ? 'resolved' : 'open';
      return issue['upcoming'] === true ? [] : [{ ...issue, state, systems }];
    }),
  };
};

const readIncident = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const systems = readList(fields['systems'], `incidents[${index}].systems`);
  return makeIncident(
    {
      id: fields['id'],
      title: fields['title'],
      // Captures have a wrong `resolved` in both directions, so only `state` counts.
      status: fields['state'] === 'resolved' ? 'resolved' : 'investigating',
      impact: impactOfStatuses(systems.map(({ status }) => readWord(WORDS, status))),
      isOfParts: true,
      begins: [fields['created_at']],
      updates: [
        ...readLooseList(fields['updates']).map((update) => update['created_at']),
        fields['updated_at'],
      ],
      ends: [fields['updated_at']],
      url: fields['full_url'],
      components: systems
        .filter(({ status }) => status !== 'green')
        .flatMap(({ name }) => readText(name, 120) ?? []),
    },
    checkedAtMs,
  );
};

/**
 * Heroku, `https://status.heroku.com/api/v4/current-status`, and version 3. The list of scheduled maintenance has no ends
 * and keeps entries for months, so maintenance is read from the systems' colours alone.
 *
 * @see {@link https://devcenter.heroku.com/articles/heroku-status}
 */
export const heroku: SourceFormat = {
  name: 'heroku',
  recognise: (document) =>
    isFields(document) &&
    (beginsWith(document['status'], (first) => 'system' in first) ||
      (isFields(document['status']) && Array.isArray(document['issues']))),
  read(value, { checkedAtMs }) {
    const document = modernise(readFields(value, 'the document'));
    return {
      name: 'Heroku',
      isIncomplete: !Array.isArray(document['incidents']),
      components: readList(document['status'], 'status').map(({ system, status }) => ({
        name: readText(system, 120) ?? '',
        status: readWord(WORDS, status),
      })),
      incidents: readList(document['incidents'], 'incidents').map((fields, index) =>
        readIncident(fields, index, checkedAtMs),
      ),
      maintenances: [],
    };
  },
};
