import type { Status } from '../../feed/index.js';
import { worseStatus } from '../../model/verdict.js';
import { impactOfStatuses, PROGRESS_WORDS, readWord, type Words } from '../impact.js';
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
  ['degraded performance', 'degraded_performance'],
  ['partial outage', 'partial_outage'],
  ['major', 'partial_outage'],
  ['outage', 'major_outage'],
  ['major outage', 'major_outage'],
  ['maintenance', 'under_maintenance'],
]);

const UNDER_WAY = new Map<unknown, boolean>([
  ['scheduled', false],
  ['in progress', true],
]);

/** A page's lists of posts; one post may be in several. */
const LISTS = ['posts', 'open_incidents', 'resolved_incidents'] as const;

interface Post {
  readonly fields: Fields;
  readonly progress: string | undefined;
  /** Statuses of the post and its services in the newest update. */
  readonly statuses: readonly Status[];
  /** Whether those are only the services', as the update has no severity of its own. */
  readonly isOfParts: boolean;
  readonly services: readonly { readonly name: string; readonly status: Status }[];
  /** When its updates were written, oldest first. */
  readonly updatedAt: readonly unknown[];
}

// Some lists write "_" where others have a space.
const lower = (value: unknown): string | undefined =>
  readText(value, 60)?.toLowerCase().replaceAll('_', ' ');

/** Makes a lookup for the words of posts, which hold them or refer to `post_enums` by id. */
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

const readPost = (
  fields: Fields,
  path: string,
  lookUp: ReturnType<typeof makeLookup>,
  services: ReadonlyMap<unknown, string>,
): Post => {
  const reportedAt = (update: Fields): string => textOf(update['reported_at']);
  const updates = readList(fields['updates'], `${path}.updates`).toSorted((a, b) =>
    reportedAt(a).localeCompare(reportedAt(b)),
  );
  const update = isFields(fields['latest_update'])
    ? fields['latest_update']
    : (updates.at(-1) ?? {});
  const severity = lookUp(update, 'severity');
  const touched = [
    ...readList(update['impacts'], `${path}.impacts`),
    ...readList(update['impacted_business_services'], `${path}.impacted_business_services`),
  ].map((impact) => {
    const service = readFields(impact['service'], `${path}.impacts.service`);
    const name = readText(service['display_name'] ?? service['name'] ?? impact['name'], 120);
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
    isOfParts: severity === undefined,
    services: touched,
    updatedAt: [...updates, update].map((one) => one['reported_at']),
  };
};

const readPosts = (document: Fields, services: ReadonlyMap<unknown, string>): readonly Post[] => {
  const lookUp = makeLookup(document);
  const posts = LISTS.flatMap((field) =>
    readList(document[field], field).map((fields, index) =>
      readPost(fields, `${field}[${index}]`, lookUp, services),
    ),
  );
  const byId = new Map<unknown, Post>();
  for (const post of posts.toReversed()) byId.set(post.fields['id'] ?? post, post);
  return [...byId.values()];
};

const readPage = (document: Fields, checkedAtMs: number): VendorPage => {
  const listed = readList(
    document['services'] ?? document['post_status_page_services'],
    'services',
  ).filter((service) => service['is_active'] !== false);
  const names = new Map(
    listed.map((service) => [
      service['id'],
      readText(service['display_name'] ?? service['name'], 120) ?? '',
    ]),
  );
  const posts = readPosts(document, names);
  const isPlanned = ({ fields }: Post): boolean => fields['post_type'] === 'maintenance';
  const incidents = posts.filter((post) => !isPlanned(post));
  const partsOf = ({ fields, services, updatedAt }: Post) => ({
    id: fields['id'],
    title: fields['title'],
    begins: [fields['starts_at'], fields['first_update_at'], ...updatedAt, fields['reported_at']],
    updates: [fields['last_update_at']],
    ends: [
      fields['ends_at'],
      fields['last_update_at'],
      ...updatedAt.toReversed(),
      fields['reported_at'],
    ],
    components: services.map(({ name }) => name),
  });
  const statusOf = ({ progress }: Post) => PROGRESS_WORDS.get(progress) ?? 'investigating';
  const planned = sortMaintenances(
    posts
      .filter((post) => isPlanned(post) && statusOf(post) !== 'resolved')
      // For an unknown word the times decide.
      .map((post) => readMaintenance(partsOf(post), UNDER_WAY.get(post.progress), checkedAtMs)),
  );
  const read = incidents.map((post) => ({
    post,
    incident: makeIncident(
      {
        ...partsOf(post),
        status: statusOf(post),
        impact: impactOfStatuses(post.statuses),
        isOfParts: post.isOfParts,
      },
      checkedAtMs,
    ),
  }));
  const impacts = read
    .filter(({ incident }) => incident.status !== 'resolved' && !incident.isAhead)
    .flatMap(({ post }) => post.services);
  return {
    listsProblemsOnly: true,
    // The state of a page always has a list of open incidents.
    isIncomplete:
      'post_status_page_services' in document && !Array.isArray(document['open_incidents']),
    // Services have no status: each has the worst status among its open posts.
    components: [...names.values()].map((name) => ({
      name,
      status: impacts
        .filter((impact) => impact.name === name)
        .map(({ status }) => status)
        .reduce<Status>(worseStatus, 'operational'),
    })),
    incidents: [...read.map(({ incident }) => incident), ...planned.incidents],
    maintenances: planned.maintenances,
  };
};

const unwrap = (document: unknown): unknown =>
  isFields(document) && isFields(document['summary']) ? document['summary'] : document;

/**
 * PagerDuty status pages: `https://<page>/api/posts` merged with `/api/services`, or the state in the page's HTML.
 * Services have no status of their own; it follows from the open posts.
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
