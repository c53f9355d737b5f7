import type { Status } from '../../feed/index.js';
import {
  impactOfStatuses,
  readOptionalWord,
  readProgress,
  readWord,
  weighStatuses,
  type Words,
} from '../impact.js';
import {
  beginsWith,
  isFields,
  readFields,
  readList,
  readLooseList,
  readText,
  textOf,
  type Fields,
} from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import { readTimestamp } from '../timestamp.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
  type VendorIncident,
} from '../vendor-page.js';

const MINUTE_MS = 60_000;

const COMPONENT_WORDS = [
  ['DEGRADEDPERFORMANCE', 'degraded_performance'],
  ['MINOROUTAGE', 'partial_outage'],
  ['PARTIALOUTAGE', 'partial_outage'],
  ['MAJOROUTAGE', 'major_outage'],
  ['UNDERMAINTENANCE', 'under_maintenance'],
] as const satisfies readonly (readonly [string, Status])[];

// A page's word says how many components it is about; a major outage of one or some is a partial outage of the page.
const WORDS: Words = new Map<unknown, Status>([
  ['UP', 'operational'],
  ['OPERATIONAL', 'operational'],
  ['HASISSUES', 'degraded_performance'],
  ...COMPONENT_WORDS,
  ...COMPONENT_WORDS.flatMap(([word, status]): [string, Status][] => {
    const partly = status === 'major_outage' ? 'partial_outage' : status;
    return [
      [`ALL${word}`, status],
      [`SOME${word}`, partly],
      [`ONE${word}`, partly],
    ];
  }),
]);

const UNDER_WAY = new Map<unknown, boolean>([
  ['NOTSTARTEDYET', false],
  ['INPROGRESS', true],
  ['VERIFYING', true],
]);

// A name is one text, or one text per language.
const readName = (value: unknown, maxLength: number): string | undefined =>
  isFields(value)
    ? readText(value['default'] ?? value['en'], maxLength)
    : readText(value, maxLength);

// Version 2 lists the members of a group in it, version 3 beside it.
const readComponents = (value: unknown, path: string): readonly VendorComponent[] => {
  const listed = readList(value, path);
  const groups = new Set(listed.map(({ group }) => isFields(group) && textOf(group['id'])));
  return listed.flatMap((fields, index) => {
    const children = readList(fields['children'], `${path}[${index}].children`);
    return [
      {
        name: readName(fields['name'], 120) ?? '',
        status: readWord(WORDS, fields['status']),
        kind: children.length > 0 || groups.has(textOf(fields['id'])) ? 'group' : undefined,
      },
      ...children.map((child) => ({
        name: readName(child['name'], 120) ?? '',
        status: readWord(WORDS, child['status']),
      })),
    ];
  });
};

const readIncident = (fields: Fields, path: string, checkedAtMs: number): VendorIncident => {
  const touched = readList(fields['components'], `${path}.components`);
  // Captures have an impact of "OPERATIONAL" while components were in a major outage.
  const statuses = [
    readWord(WORDS, fields['impact']),
    ...touched.flatMap(({ status }) => readOptionalWord(WORDS, status) ?? []),
  ];
  return makeIncident(
    {
      id: fields['id'] ?? fields['url'],
      title: readName(fields['name'], 300),
      status: readProgress(fields['status']),
      impact: impactOfStatuses(statuses),
      // Instatus asks its editors for the components' statuses alone.
      isOfParts: true,
      begins: [fields['started'], fields['createdAt']],
      updates: [
        ...readLooseList(fields['updates']).flatMap(({ started, createdAt }) => [
          started,
          createdAt,
        ]),
        fields['updatedAt'],
      ],
      ends: [fields['resolved'], fields['updatedAt']],
      url: fields['url'],
      components: touched.flatMap(({ name }) => readName(name, 120) ?? []),
    },
    checkedAtMs,
  );
};

const readPlanned = (fields: Fields, checkedAtMs: number): ReturnType<typeof readMaintenance> => {
  const { status, start, duration } = fields;
  if (status === 'COMPLETED') return undefined;
  const begin = readTimestamp(start);
  const minutes = Number(textOf(duration));
  const end = begin && minutes > 0 ? Date.parse(begin) + minutes * MINUTE_MS : undefined;
  return readMaintenance(
    {
      id: fields['id'] ?? fields['url'],
      title: readName(fields['name'], 300),
      begins: [start],
      ends: [end],
      url: fields['url'],
    },
    // For an unknown word the times decide.
    UNDER_WAY.get(status),
    checkedAtMs,
  );
};

/**
 * Instatus: `/summary.json`, `/v3/summary.json`, `/v3/components.json`, and the state in the page's HTML. Empty lists are
 * left out, names may have several languages, and dates may have the form of `Date.toString()`.
 *
 * @see {@link https://instatus.com/help/api/public-data}
 */
export const instatus: SourceFormat = {
  name: 'instatus',

  recognise(document) {
    const listed = isFields(document) ? document['components'] : document;
    const isComponent = (first: Fields): boolean =>
      'name' in first &&
      ('id' in first || 'group' in first) &&
      /^[A-Z]{2,}$/.test(textOf(first['status']));
    if (beginsWith(listed, isComponent)) return true;
    if (!isFields(document)) return false;
    const { page, site } = document;
    if (isFields(site) && 'subdomain' in site) return true;
    return isFields(page) && 'status' in page && !('status' in document);
  },

  read(value, { checkedAtMs }) {
    const document: Fields = Array.isArray(value)
      ? { components: value as unknown }
      : readFields(value, 'the document');
    const site = readFields(document['site'], 'site');
    const page = { ...readFields(document['page'], 'page'), ...site };
    const planned = sortMaintenances(
      readList(document['activeMaintenances'], 'activeMaintenances').map((fields) =>
        readPlanned(fields, checkedAtMs),
      ),
    );
    const past = Object.values(readFields(document['notices'], 'notices'));
    const statuses = [page['mainStatus'], page['status']].flatMap(
      (word) => readOptionalWord(WORDS, word) ?? [],
    );
    const listed = document['components'] ?? site['components'];
    return {
      name: readName(page['name'], 120),
      url: page['url'] ?? `https://${textOf(page['customDomain'])}`,
      indicator: statuses.length === 0 ? undefined : weighStatuses(statuses),
      hasComponentList: Array.isArray(listed),
      components: readComponents(listed, 'components'),
      incidents: [
        ...readList(document['activeIncidents'], 'activeIncidents').map((fields, index) =>
          readIncident(fields, `activeIncidents[${index}]`, checkedAtMs),
        ),
        // Only resolved notices: open ones are in `activeIncidents`.
        ...readList(past, 'notices')
          .filter(({ status }) => status === 'RESOLVED')
          .map((fields, index) => readIncident(fields, `notices[${index}]`, checkedAtMs)),
        ...planned.incidents,
      ],
      maintenances: planned.maintenances,
    };
  },
};
