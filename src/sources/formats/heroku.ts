import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/index.js';
import { IMPACT_OF_STATUS, readWord, type Words } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
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

const readIncident = (fields: Fields, index: number, checkedAtMs: number): VendorIncident => {
  const systems = readList(fields['systems'], `incidents[${index}].systems`);
  const worst = systems
    .map(({ status }) => readWord(WORDS, status))
    .reduce<Status>(worseStatus, 'unknown');
  return makeIncident(
    {
      id: fields['id'],
      title: fields['title'],
      // `resolved` has been seen wrong in both directions; only `state` is believed.
      status: fields['state'] === 'resolved' ? 'resolved' : 'investigating',
      impact: worst === 'operational' ? 'minor' : IMPACT_OF_STATUS[worst],
      begins: [fields['created_at']],
      ends: [fields['updated_at']],
      url: fields['full_url'],
      components: systems.flatMap(({ name }) => readText(name, 120) ?? []),
    },
    checkedAtMs,
  );
};

/**
 * Heroku, `https://status.heroku.com/api/v4/current-status`. Its list of scheduled work keeps what was over months ago and
 * has no end in it, so only the systems' own colours tell of maintenance.
 *
 * @see {@link https://devcenter.heroku.com/articles/heroku-status}
 */
export const heroku: SourceFormat = {
  name: 'heroku',
  recognise: (document) =>
    isFields(document) && beginsWith(document['status'], (first) => 'system' in first),
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    return {
      name: 'Heroku',
      componentsAreMonitors: true,
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
