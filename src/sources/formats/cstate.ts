import type { Status } from '../../feed/index.js';
import { IMPACT_OF_STATUS, readWord, weighStatuses, type Words } from '../impact.js';
import {
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['ok', 'operational'],
  // cState shows such a system as "Maintenance".
  ['notice', 'under_maintenance'],
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
      begins: [fields['createdAt']],
      updates: [fields['lastMod']],
      ends: [fields['resolvedAt'], fields['lastMod']],
      // cState derives a system's status from the severities of its issues.
      isOfParts: true,
      url: fields['permalink'],
      components: [system],
    },
    checkedAtMs,
  );

/** One system with its open issues. */
interface System {
  readonly name: string;
  /** cState's word for it, which counts every open issue. */
  readonly word: Status;
  /** Its status by the issues that count. */
  readonly status: Status;
  readonly listed: readonly { readonly fields: Fields; readonly issue: VendorIncident }[];
}

/** Whether an open issue is only information, or announced; cState's own words count it all the same. */
const isNews = ({ impact, isAhead }: VendorIncident): boolean =>
  impact === 'none' || isAhead === true;

const readSystem = (system: Fields, index: number, checkedAtMs: number): System => {
  const name = readText(system['name'], 120) ?? '';
  const listed = readList(system['unresolvedIssues'], `systems[${index}].unresolvedIssues`).map(
    (fields) => ({ fields, issue: readIssue(fields, name, checkedAtMs) }),
  );
  const word = readWord(WORDS, system['status']);
  const comesFromNews = listed.some(
    ({ fields, issue }) => isNews(issue) && fields['severity'] === system['status'],
  );
  const severities = listed
    .filter(({ issue }) => !isNews(issue))
    .map(({ fields }) => readWord(WORDS, fields['severity']));
  const status =
    comesFromNews && word !== 'unknown' ? weighStatuses(['operational', ...severities]) : word;
  return { name, word, status, listed };
};

/** The page's word, which is the worst among all open issues, by the issues that count. */
const readSummary = (document: Fields, systems: readonly System[]): Status => {
  const summary = readWord(WORDS, document['summaryStatus']);
  const words = weighStatuses(systems.map(({ word }) => word));
  if (summary === words && systems.some(({ word, status }) => word !== status)) {
    return weighStatuses(systems.map(({ status }) => status));
  }
  // An issue that affects no system is listed only if it is pinned, and then it is information.
  const pinned = readLooseList(document['pinnedIssues']);
  return summary === 'under_maintenance' && words === 'operational' && pinned.length > 0
    ? 'operational'
    : summary;
};

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
    const read = systems.map((system, index) => readSystem(system, index, checkedAtMs));
    // cState lists an issue once per affected system.
    const issues = new Map<string, VendorIncident>();
    for (const { name, listed } of read) {
      for (const { issue } of listed) {
        const known = issues.get(issue.id)?.components ?? [];
        issues.set(issue.id, { ...issue, components: [...known, name] });
      }
    }
    return {
      name: readText(document['title'], 120),
      url: document['baseURL'],
      indicator: readSummary(document, read),
      // The summary is the worst word among the systems.
      indicatorIsOfParts: true,
      hasComponentList: true,
      components: read.map(({ name, status }) => ({ name, status })),
      incidents: [...issues.values()],
      maintenances: [],
    };
  },
};
