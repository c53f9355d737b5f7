import type { CatalogService } from './catalog-schema.js';
import { describePath, type PathProblem } from './describe-issue.js';

const problem = (path: readonly PropertyKey[], message: string): PathProblem => ({
  path,
  message: `${describePath(path)}: ${message}`,
});

function findRepeated(
  values: readonly string[],
  pathOf: (index: number) => readonly PropertyKey[],
): PathProblem[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return first === index
      ? []
      : [problem(pathOf(index), `${value} is already used by ${describePath(pathOf(first))}`)];
  });
}

function checkIncidents(incidents: CatalogService['incidents']): PathProblem[] {
  return incidents.flatMap(({ startedAt, endedAt }, index) => {
    const previous = incidents[index - 1];
    return [
      ...(Date.parse(endedAt) < Date.parse(startedAt)
        ? [
            problem(
              ['incidents', index, 'ended_at'],
              `expected ${startedAt} or later, got ${endedAt}`,
            ),
          ]
        : []),
      ...(previous && Date.parse(previous.startedAt) < Date.parse(startedAt)
        ? [
            problem(
              ['incidents', index, 'started_at'],
              `expected newest first, got ${startedAt} after ${previous.startedAt}`,
            ),
          ]
        : []),
    ];
  });
}

/** First path segments of the server's own addresses: a service with such an id would have no page. */
export const RESERVED_IDS: readonly string[] = [
  'assets',
  'badge',
  'card',
  'embed',
  'fragment',
  'notify',
  'oembed',
  'services',
  'v1',
  'widget',
];

/**
 * Checks one service file beyond the shape of each field.
 *
 * @param service A service that the schema has accepted.
 * @param expectedId The file's name without its extension.
 * @returns Problems with paths as written in the file; empty if there are none.
 */
export function checkService(service: CatalogService, expectedId: string): PathProblem[] {
  const { id, categories, checks, guide, incidents, related } = service;
  return [
    ...(id === expectedId
      ? []
      : [problem(['id'], `expected the file's name ${expectedId}, got ${id}`)]),
    ...(RESERVED_IDS.includes(id)
      ? [problem(['id'], `${id} is an address of the server itself; choose another id`)]
      : []),
    ...findRepeated(
      checks.map(({ url }) => url),
      (index) => ['checks', index, 'url'],
    ),
    ...findRepeated(
      categories.map((category) => category.id),
      (index) => ['categories', index, 'id'],
    ),
    ...findRepeated(guide?.steps.map((step) => step.id) ?? [], (index) => [
      'guide',
      'steps',
      index,
      'id',
    ]),
    ...findRepeated(
      incidents.map((incident) => incident.id),
      (index) => ['incidents', index, 'id'],
    ),
    ...checkIncidents(incidents),
    ...findRepeated(related, (index) => ['related', index]),
    ...related.flatMap((other, index) =>
      other === id ? [problem(['related', index], 'a service is not related to itself')] : [],
    ),
  ];
}

/** Checks that every related service exists. Runs last, because a later folder may add the missing one. */
export function checkRelated(service: CatalogService, allIds: ReadonlySet<string>): PathProblem[] {
  return service.related.flatMap((other, index) =>
    allIds.has(other)
      ? []
      : [problem(['related', index], `there is no service ${other} in the catalogue`)],
  );
}
