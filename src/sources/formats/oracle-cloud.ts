import type { Incident, Status } from '../../feed/index.js';
import { impactOfStatuses, readWord, type Words } from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';
import { weighGroup } from '../weigh-group.js';

/** The documented words. The document writes them without spaces, the documentation with them. */
const WORDS: Words = new Map<unknown, Status>([
  ['NormalPerformance', 'operational'],
  // "Useful information regarding service performance is available."
  ['Informational', 'operational'],
  // "Resulting in the service being unavailable some of the time."
  ['ServiceDisruption', 'partial_outage'],
  ['ServiceDown', 'major_outage'],
]);

const readStatus = (value: unknown): Status =>
  readWord(WORDS, readText(value, 60)?.replaceAll(' ', ''));

/** One service in one region. */
interface Report {
  readonly service: string;
  readonly region: string;
  readonly name: string;
  readonly status: Status;
  readonly incidents: readonly Fields[];
}

const readReport = (fields: Fields, region: string, path: string): Report => {
  const service = readText(fields['serviceName'], 80) ?? '';
  return {
    service,
    region,
    name: `${service}: ${region}`,
    status: readStatus(fields['serviceStatus']),
    incidents: readList(fields['incidents'], `${path}.incidents`),
  };
};

const unique = (names: readonly string[]): string => [...new Set(names)].filter(Boolean).join(', ');

const readIncidents = (
  reports: readonly Report[],
  checkedAtMs: number,
): readonly VendorIncident[] => {
  const groups = new Map<string, { report: Report; severity: Status }[]>();
  for (const report of reports) {
    for (const { incidentId, severity } of report.incidents) {
      const id = textOf(incidentId);
      groups.set(id, [...(groups.get(id) ?? []), { report, severity: readStatus(severity) }]);
    }
  }
  return [...groups].map(([id, entries]) => {
    const severities = entries.map(({ severity }) => severity);
    const isInformation = severities.every((severity) => severity === 'operational');
    const impact: Incident['impact'] = isInformation ? 'none' : impactOfStatuses(severities);
    return makeIncident(
      {
        id,
        title: [
          unique(entries.map(({ report }) => report.service)),
          unique(entries.map(({ report }) => report.region)),
        ].join(': '),
        status: 'investigating',
        impact,
        isOfParts: true,
        begins: [],
        components: entries.flatMap(({ report }) => [report.name, report.region]),
      },
      checkedAtMs,
    );
  });
};

/**
 * Oracle Cloud Infrastructure, `https://ocistatus.oraclecloud.com/api/v2/components.json`: every service in every region.
 * Its incidents have an id and a severity, but neither title nor time. A group for every region. Its `status.json` has the
 * format `statuspage`.
 *
 * @see {@link https://docs.oracle.com/en-us/iaas/Content/General/Concepts/status-service.htm}
 */
export const oracleCloud: SourceFormat = {
  name: 'oracle-cloud',
  recognise: (document) =>
    isFields(document) &&
    beginsWith(document['regionHealthReports'], (first) => 'serviceHealthReports' in first),
  read(value, { checkedAtMs }) {
    const document = readFields(value, 'the document');
    const regions = readList(document['regionHealthReports'], 'regionHealthReports').map(
      (fields, index) => {
        const name = readText(fields['regionName'], 60) ?? '';
        const path = `regionHealthReports[${index}].serviceHealthReports`;
        const reports = readList(fields['serviceHealthReports'], path).map((report, at) =>
          readReport(report, name, `${path}[${at}]`),
        );
        return { name, reports };
      },
    );
    const reports = regions.flatMap((region) => region.reports);
    return {
      name: 'Oracle Cloud Infrastructure',
      url: 'https://ocistatus.oraclecloud.com/',
      hasComponentList: true,
      components: [
        // A region without services is unknown.
        ...regions.map((region) => ({
          name: region.name,
          status: weighGroup(region.reports.map(({ status }) => status)),
          kind: 'group' as const,
        })),
        ...reports.map(({ name, status }) => ({ name, status })),
      ],
      incidents: readIncidents(reports, checkedAtMs),
      maintenances: [],
    };
  },
};
