import type { Incident, Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readLooseList, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['ok', 'operational'],
  // "active" means that something is listed, perhaps only maintenance.
  ['active', 'under_maintenance'],
]);

const IMPACTS = new Map<unknown, Incident['impact']>([
  ['maintenance', 'maintenance'],
  ['notice', 'minor'],
  ['incident', 'major'],
  ['outage', 'critical'],
]);

const PROGRESS = new Map<unknown, Incident['status']>([
  ['active', 'investigating'],
  ['resolved', 'resolved'],
  ['completed', 'resolved'],
  ['cancelled', 'resolved'],
]);

/** The status of "active" apart from the listed incidents; `undefined` if an open incident explains it. */
const weighActive = (
  announces: boolean,
  incidents: readonly VendorIncident[],
): Status | undefined => {
  const open = incidents.filter(({ status }) => status !== 'resolved');
  if (open.some(({ isAhead }) => !isAhead)) return undefined;
  // "active" with nothing open or announced: a problem that the page does not list.
  return announces || open.length > 0 ? 'operational' : 'degraded_performance';
};

/**
 * Slack, `https://slack-status.com/api/v2.0.0/current`.
 *
 * @see {@link https://docs.slack.dev/reference/slack-status-api}
 */
export const slack: SourceFormat = {
  name: 'slack',
  recognise: (document) =>
    isFields(document) && 'active_incidents' in document && 'date_updated' in document,
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const listed = readList(document['active_incidents'], 'active_incidents');
    const isAhead = ({ status }: Fields): boolean => status === 'scheduled';
    const incidents = listed
      .filter((fields) => !isAhead(fields))
      .map((fields) =>
        makeIncident(
          {
            id: fields['id'],
            title: fields['title'],
            status: PROGRESS.get(fields['status']) ?? 'investigating',
            impact: IMPACTS.get(fields['type']) ?? 'minor',
            begins: [fields['date_created']],
            updates: [
              ...readLooseList(fields['notes']).map((note) => note['date_created']),
              fields['date_updated'],
            ],
            ends: [fields['date_updated']],
            url: fields['url'],
            components: Array.isArray(fields['services'])
              ? fields['services'].filter((name): name is string => typeof name === 'string')
              : [],
          },
          checkedAtMs,
        ),
      );
    const word = readWord(WORDS, document['status']);
    return {
      name: 'Slack',
      indicator: word === 'under_maintenance' ? weighActive(listed.some(isAhead), incidents) : word,
      components: [],
      incidents,
      maintenances: [],
    };
  },
};
