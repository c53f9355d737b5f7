import type { Incident, Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
import { isFields, readFields, readList } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['ok', 'operational'],
  // Something is listed below, which may be no more than maintenance.
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
    const incidents = readList(document['active_incidents'], 'active_incidents')
      .filter(({ status }) => status !== 'scheduled')
      .map((fields) =>
        makeIncident(
          {
            id: fields['id'],
            title: fields['title'],
            status: PROGRESS.get(fields['status']) ?? 'investigating',
            impact: IMPACTS.get(fields['type']) ?? 'minor',
            begins: [fields['date_created']],
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
      // "active" over nothing that is listed is a problem that we cannot see.
      indicator:
        word === 'under_maintenance'
          ? incidents.some(({ status }) => status !== 'resolved')
            ? undefined
            : 'degraded_performance'
          : word,
      components: [],
      incidents,
      maintenances: [],
    };
  },
};
