import type { Status } from '../../feed/index.js';
import { IMPACT_OF_STATUS, readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['ok', 'operational'],
  ['notice', 'degraded_performance'],
  ['disrupted', 'partial_outage'],
  ['down', 'major_outage'],
]);

const readIssue = (fields: Fields, system: string, checkedAtMs: number): VendorIncident =>
  makeIncident(
    {
      id: readText(
        `${textOf(fields['filename'] ?? fields['permalink'])} ${textOf(fields['title'])}`,
        128,
      ),
      title: fields['title'],
      status: fields['resolved'] === true ? 'resolved' : 'investigating',
      impact:
        fields['informational'] === true
          ? 'none'
          : IMPACT_OF_STATUS[readWord(WORDS, fields['severity'])],
      // An open issue has "<no value>" for its end.
      begins: [fields['createdAt'], fields['lastMod']],
      ends: [fields['resolvedAt'], fields['lastMod']],
      // cState derives a system's status from the severities of its issues.
      isOfParts: true,
      url: fields['permalink'],
      components: [system],
    },
    checkedAtMs,
  );

/**
 * cState, `/index.json`. Text templates write it, so a quotation mark in a title makes it unreadable, and a missing value
 * reads "<no value>".
 *
 * @see {@link https://github.com/cstate/cstate/wiki/API}
 */
export const cstate: SourceFormat = {
  name: 'cstate',
  recognise: (document) =>
    isFields(document) &&
    ('cStateVersion' in document || ('summaryStatus' in document && 'systems' in document)),
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const systems = readList(document['systems'], 'systems');
    // cState lists an issue once per affected system.
    const issues = new Map<string, VendorIncident>();
    for (const [index, system] of systems.entries()) {
      const name = readText(system['name'], 120) ?? '';
      const listed = readList(system['unresolvedIssues'], `systems[${index}].unresolvedIssues`);
      for (const fields of listed) {
        const issue = readIssue(fields, name, checkedAtMs);
        const known = issues.get(issue.id)?.components ?? [];
        issues.set(issue.id, { ...issue, components: [...known, name] });
      }
    }
    return {
      name: readText(document['title'], 120),
      url: document['baseURL'],
      indicator: readWord(WORDS, document['summaryStatus']),
      // The summary is the worst word among the systems.
      indicatorIsOfParts: true,
      hasComponentList: true,
      components: systems.map(({ name, status }) => ({
        name: readText(name, 120) ?? '',
        status: readWord(WORDS, status),
      })),
      incidents: [...issues.values()],
      maintenances: [],
    };
  },
};
