import type { Incident, Status } from '../../feed/index.js';
import { readWord, type Words } from '../impact.js';
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
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorComponent,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['degraded', 'degraded_performance'],
  ['partially-degraded', 'degraded_performance'],
  // Of a page's own address alone.
  ['under-maintenance', 'under_maintenance'],
]);

const PROGRESS = new Map<unknown, Incident['status']>([
  ['investigating', 'investigating'],
  ['identified', 'identified'],
  ['recovering', 'monitoring'],
  ['resolved', 'resolved'],
  ['false_alarm', 'resolved'],
]);

/** Whether planned work has begun, by its state, else by its place on the page's timeline; work that is over has neither. */
const UNDER_WAY = new Map<unknown, boolean>([
  ['scheduled', false],
  ['underway', true],
  ['future', false],
  ['present', true],
]);
const OVER: readonly unknown[] = ['complete', 'cancelled'];

const isPast = ({ timeline_state: place }: Fields): boolean => textOf(place).startsWith('past');

const isPlanned = ({ type }: Fields): boolean => type === 'planned';

const partsOf = (fields: Fields) => ({
  id: fields['id'],
  title: fields['subject'],
  begins: [fields['began_at'], fields['begins_at']],
  updates: [
    ...readLooseList(fields['updates']).map((update) => update['created_at']),
    fields['created_at'],
  ],
  ends: [fields['ended_at'], fields['ends_at']],
  url: fields['link'] ?? fields['url'],
});

const readWork = (fields: Fields, checkedAtMs: number) => {
  const { state, timeline_state: place } = fields;
  const byState = UNDER_WAY.get(state);
  if (OVER.includes(state) || (byState === undefined && isPast(fields))) return undefined;
  return readMaintenance(partsOf(fields), byState ?? UNDER_WAY.get(place), checkedAtMs);
};

const progressOf = (fields: Fields): Incident['status'] =>
  PROGRESS.get(fields['state']) ?? (isPast(fields) ? 'resolved' : 'investigating');

/**
 * Reads the components.
 *
 * @param underWork Whether all that is open is planned work. A component of a current notice is "degraded" whether that is
 *   an incident or work.
 */
const readComponents = (
  list: readonly Fields[],
  underWork: boolean,
): readonly VendorComponent[] => {
  const parents = new Set(list.map((component) => textOf(component['parent_id'])));
  return list.map((component) => {
    const id = textOf(component['id']);
    const status = readWord(WORDS, component['state']);
    return {
      name: readText(component['name'], 120) ?? '',
      status: underWork && status === 'degraded_performance' ? 'under_maintenance' : status,
      ...(id && parents.has(id) && { kind: 'group' as const }),
    };
  });
};

/** The fields of a page at its own address, which are spread over up to three documents. */
const ownPage = (document: unknown): Fields | undefined => {
  const page = isFields(document) ? document['page'] : undefined;
  return isFields(page) && 'state' in page && ('state_text' in page || isFields(page['links']))
    ? page
    : undefined;
};

/** What the vendor's central address answers: a page with the lists that were asked for. */
const centralPage = (document: unknown): Fields | undefined => {
  const response = isFields(document) ? document['response'] : undefined;
  return isFields(response) && ('notices' in response || 'components' in response)
    ? response
    : undefined;
};

/**
 * Sorry: `<page>/api/v1/status`, the page's word for the whole, with `/api/v1/components` and `/api/v1/notices` merged into
 * it as far as they were read; each page documents them at `<page>/api`. Also the vendor's central address,
 * `https://ro-api.sorryapp.com/v1/pages/<page id>?include=components,notices`, which its own widgets read without a token
 * and which has no word for the whole. A notice has no severity.
 *
 * @see {@link https://status.studio44.agency/api}
 * @see {@link https://docs.sorryapp.com/v1/notices}
 * @see {@link https://docs.sorryapp.com/v1/components}
 * @see {@link https://github.com/sorry-app/status-page-link/blob/master/src/javascripts/status-page-link.js}
 */
export const sorry: SourceFormat = {
  name: 'sorry',

  recognise: (document) => ownPage(document) !== undefined || centralPage(document) !== undefined,

  read(value, { checkedAtMs }) {
    const own = ownPage(value);
    const lists = readFields(own ? value : centralPage(value), 'the document');
    const place = own ? '' : 'response.';
    const notices = readList(lists['notices'], `${place}notices`);
    const planned = sortMaintenances(
      notices.filter(isPlanned).map((fields) => readWork(fields, checkedAtMs)),
    );
    // The documentation names two types, and mentions "general" notices without one: whatever is not planned counts.
    const incidents = notices
      .filter((fields) => !isPlanned(fields))
      .map((fields) =>
        makeIncident(
          { ...partsOf(fields), status: progressOf(fields), impact: 'minor' },
          checkedAtMs,
        ),
      );
    // A page's own address has a word for work, so that "degraded" is a problem there.
    const underWork =
      !own &&
      planned.incidents.length > 0 &&
      incidents.every(({ status }) => status === 'resolved');
    return {
      name: readText((own ?? lists)['name'], 120),
      url: own?.['url'],
      indicator: own && readWord(WORDS, own['state']),
      isIncomplete: !own && !['components', 'notices'].every((list) => Array.isArray(lists[list])),
      hasComponentList: 'components' in lists,
      components: readComponents(readList(lists['components'], `${place}components`), underWork),
      incidents: [...incidents, ...planned.incidents],
      maintenances: planned.maintenances,
    };
  },
};
