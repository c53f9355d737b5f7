import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/index.js';
import { IMPACT_OF_STATUS, PROGRESS_WORDS, readWord, type Words } from '../impact.js';
import { isFields, readFields, readList, readText, textOf, type Fields } from '../read-field.js';
import type { SourceFormat } from '../source-format.js';
import {
  makeIncident,
  readMaintenance,
  sortMaintenances,
  type VendorPage,
} from '../vendor-page.js';

const WORDS: Words = new Map<unknown, Status>([
  ['operational', 'operational'],
  ['all good', 'operational'],
  ['minor', 'degraded_performance'],
  ['partial outage', 'partial_outage'],
  ['major', 'partial_outage'],
  ['outage', 'major_outage'],
  ['maintenance', 'under_maintenance'],
]);

const UNDER_WAY = new Map<unknown, boolean>([
  ['scheduled', false],
  ['in progress', true],
]);

interface Post {
  readonly fields: Fields;
  readonly progress: string | undefined;
  readonly statuses: readonly Status[];
  readonly services: readonly { readonly name: string; readonly status: Status }[];
}

const lower = (value: unknown): string | undefined => readText(value, 60)?.toLowerCase();

/** Posts refer to their words by id, to be looked up in `post_enums`, or hold them. */
const makeLookup = (document: Fields): ((holder: Fields, field: string) => string | undefined) => {
  const enums = new Map(
    readList(document['post_enums'], 'post_enums').map(({ id, name }) => [id, lower(name)]),
  );
  return (holder, field) => {
    const held = holder[field];
    return isFields(held)
      ? (lower(held['name'] ?? held['description']) ?? enums.get(held['id']))
      : (lower(held) ?? enums.get(holder[`${field}_id`]));
  };
};

const latestUpdate = (post: Fields, path: string): Fields => {
  if (isFields(post['latest_update'])) return post['latest_update'];
  const reportedAt = (update: Fields): string => textOf(update['reported_at']);
  const updates = readList(post['updates'], `${path}.updates`);
  return updates.toSorted((a, b) => reportedAt(a).localeCompare(reportedAt(b))).at(-1) ?? {};
};

const readPosts = (document: Fields, services: ReadonlyMap<unknown, string>): readonly Post[] => {
  const lookUp = makeLookup(document);
  const field = 'posts' in document ? 'posts' : 'open_incidents';
  return readList(document[field], field).map((fields, index) => {
    const update = latestUpdate(fields, `${field}[${index}]`);
    const impacts = readList(update['impacts'], `${field}[${index}].impacts`);
    const severity = lookUp(update, 'severity');
    const touched = impacts.map((impact) => {
      const service = readFields(impact['service'], `${field}[${index}].impacts.service`);
      const name = readText(service['display_name'] ?? service['name'], 120);
      const id = service['id'] ?? impact['service_id'];
      return {
        name: name ?? services.get(id) ?? '',
        status: readWord(WORDS, lookUp(impact, 'severity')),
      };
    });
    return {
      fields,
      progress: lookUp(update, 'status'),
      statuses: [
        ...(severity === undefined ? [] : [readWord(WORDS, severity)]),
        ...touched.map(({ status }) => status),
      ],
      services: touched,
    };
  });
};

const readPage = (document: Fields, checkedAtMs: number): VendorPage => {
  const listed = readList(
    document['services'] ?? document['post_status_page_services'],
    'services',
  ).filter((service) => service['is_active'] !== false);
  const names = new Map(listed.map(({ id, name }) => [id, readText(name, 120) ?? '']));
  const posts = readPosts(document, names);
  const isPlanned = ({ fields }: Post): boolean => fields['post_type'] === 'maintenance';
  const incidents = posts.filter((post) => !isPlanned(post));
  const partsOf = ({ fields, services }: Post) => ({
    id: fields['id'],
    title: fields['title'],
    begins: [fields['starts_at'], fields['reported_at']],
    ends: [fields['ends_at'], fields['reported_at']],
    components: services.map(({ name }) => name),
  });
  const planned = sortMaintenances(
    posts.filter(isPlanned).map((post) => {
      const underWay = UNDER_WAY.get(post.progress);
      return underWay === undefined
        ? undefined
        : readMaintenance(partsOf(post), underWay, checkedAtMs);
    }),
  );
  const statusOf = ({ progress }: Post) => PROGRESS_WORDS.get(progress) ?? 'investigating';
  const open = incidents.filter((post) => statusOf(post) !== 'resolved');
  const impacts = open.flatMap(({ services }) => services);
  return {
    listsProblemsOnly: true,
    // A service has no health of its own: it is as bad as what is open against it.
    components: [...names.values()].map((name) => ({
      name,
      status: impacts
        .filter((impact) => impact.name === name)
        .map(({ status }) => status)
        .reduce<Status>(worseStatus, 'operational'),
    })),
    incidents: [
      ...incidents.map((post) =>
        makeIncident(
          {
            ...partsOf(post),
            status: statusOf(post),
            impact: IMPACT_OF_STATUS[post.statuses.reduce<Status>(worseStatus, 'unknown')],
          },
          checkedAtMs,
        ),
      ),
      ...planned.incidents,
    ],
    maintenances: planned.maintenances,
  };
};

const unwrap = (document: unknown): unknown =>
  isFields(document) && isFields(document['summary']) ? document['summary'] : document;

/**
 * PagerDuty status pages: `https://<page>/api/posts`, laid together with `/api/services`, or the state that the page
 * carries in its HTML. Services have no health; it follows from the posts that are open.
 */
export const pagerduty: SourceFormat = {
  name: 'pagerduty',
  recognise(document) {
    const fields = unwrap(document);
    return (
      isFields(fields) &&
      (Array.isArray(fields['posts']) || ('open_incidents' in fields && 'post_enums' in fields))
    );
  },
  read: (document, { checkedAtMs }) =>
    readPage(readFields(unwrap(document), 'the document'), checkedAtMs),
};
