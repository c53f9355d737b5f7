import type { Incident, Status } from '../../feed/index.js';
import { impactOfStatuses, readOptionalWord, readWord, type Words } from '../impact.js';
import {
  isListOf,
  readFields,
  readList,
  readLooseList,
  readText,
  readUrl,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import { makeIncident, type VendorIncident } from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['SERVICE_INFORMATION', 'degraded_performance'],
  ['SERVICE_DISRUPTION', 'partial_outage'],
  ['SERVICE_OUTAGE', 'major_outage'],
]);

/** Words of `severity`, which entries from before May 2021 have instead of an impact. */
const SEVERITY_WORDS: Words = new Map<unknown, Status>([
  ['low', 'degraded_performance'],
  ['medium', 'partial_outage'],
  ['high', 'major_outage'],
]);

const productsOf = (fields: Fields, path: string): readonly string[] => {
  const products = readList(
    fields['affected_products'] ?? fields['currently_affected_products'],
    path,
  ).flatMap(({ title }) => readText(title, 120) ?? []);
  const service = readText(fields['service_name'], 120);
  return products.length > 0 || !service || service === 'Multiple Products' ? products : [service];
};

/** The first line of a description, which is Markdown and often starts with "**Title:**". */
const plainLine = (value: unknown): string | undefined =>
  (typeof value === 'string' ? value.slice(0, 2000) : undefined)
    ?.replace(/^\s*\*\*Title:?\*\*:?\s*/i, '')
    .replace(/\\([#*_[\]-])/g, '$1')
    .replace(/^#+\s*/gm, '')
    .replace(/\*\*/g, '')
    .split('\n')
    .find((line) => line.trim() !== '');

const readIncident = (
  fields: Fields,
  index: number,
  options: { url: string; checkedAtMs: number },
): VendorIncident => {
  const over = readTimestamp(fields['end']) !== undefined;
  const latest = readFields(fields['most_recent_update'], `[${index}].most_recent_update`);
  // After mitigation the update says "AVAILABLE": the present state, not the impact.
  const updateImpact = WORDS.has(latest['status']) ? latest['status'] : undefined;
  const open: Incident['status'] =
    latest['status'] === 'AVAILABLE' ? 'monitoring' : 'investigating';
  return makeIncident(
    {
      id: fields['id'] ?? fields['number'],
      title: plainLine(fields['external_desc']),
      status: over ? 'resolved' : open,
      impact: impactOfStatuses([
        readOptionalWord(WORDS, fields['status_impact'] ?? updateImpact) ??
          readWord(SEVERITY_WORDS, fields['severity']),
      ]),
      begins: [fields['begin'], fields['created']],
      updates: [
        ...readLooseList(fields['updates']).flatMap(({ when, created }) => [when, created]),
        latest['when'],
        fields['modified'],
      ],
      ends: [fields['end']],
      url: readUrl(fields['uri'], options.url),
      components: productsOf(fields, `[${index}].affected_products`),
    },
    options.checkedAtMs,
  );
};

/**
 * Google Cloud (`https://status.cloud.google.com/incidents.json`) and Workspace
 * (`https://www.google.com/appsstatus/dashboard/incidents.json`): the incidents of a year and more, open until they have
 * an end. Components are names of products.
 *
 * @see {@link https://status.cloud.google.com/incidents.schema.json}
 */
export const google: SourceFormat = {
  name: 'google',
  recognise: (document) =>
    isListOf(document, (first) => 'status_impact' in first || 'external_desc' in first),
  read: (document, options) => ({
    listsProblemsOnly: true,
    components: [],
    incidents: readList(document, 'the document').map((fields, index) =>
      readIncident(fields, index, options),
    ),
    maintenances: [],
  }),
};
