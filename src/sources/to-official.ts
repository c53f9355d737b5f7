import { FeedError, type Incident, type Official } from '../feed/index.js';
import { cutText, readUrl } from './read-field.js';
import { newestFirst } from './newest-first.js';
import type { ReadOptions } from './source-format.js';
import { toTimestamp } from './timestamp.js';
import { listAffected } from './list-affected.js';
import { settleTimes, type VendorIncident, type VendorPage } from './vendor-page.js';
import { weighPage } from './weigh-page.js';

const MOST_INCIDENTS = 20;

const openThenNewest = (left: Incident, right: Incident): number =>
  Number(right.endedAt === null) - Number(left.endedAt === null) || newestFirst(left, right);

const sameName = (left: string, right: string): boolean =>
  left.trim().toLowerCase() === right.trim().toLowerCase();

/** Converts the texts of a page that are shown or compared. */
const withTexts = (page: VendorPage, toText: (text: string) => string): VendorPage => ({
  ...page,
  name: page.name && toText(page.name),
  components: page.components.map((component) => ({
    ...component,
    name: toText(component.name),
  })),
  incidents: page.incidents.map((incident) => ({
    ...incident,
    title: toText(incident.title) || incident.id,
    components: incident.components.map(toText),
  })),
});

/** An open incident has begun by the time of the look, so a later start is wrong: a clock that is ahead, or a plan. */
const withoutLaterStart = (incident: VendorIncident, checkedAt: string): VendorIncident =>
  incident.endedAt === null && incident.startedAt !== null && incident.startedAt > checkedAt
    ? { ...incident, startedAt: null }
    : incident;

/** Keeps apart incidents to which the page gives no id. */
const withOwnIds = (incidents: readonly VendorIncident[]): readonly VendorIncident[] => {
  const counts = new Map<string, number>();
  return incidents.map((incident) => {
    const count = (counts.get(incident.id) ?? 0) + 1;
    counts.set(incident.id, count);
    return incident.idIsMade && count > 1
      ? { ...incident, id: `${cutText(incident.id, 120)} (${count})` }
      : incident;
  });
};

/**
 * Reduces a page to some of its components, which together are the whole from then on, a group by its own status. Drops
 * the indicator, which describes the whole page.
 */
const selectComponents = (page: VendorPage, names: readonly string[]): VendorPage => {
  const isMeant = (name: string): boolean => names.some((wanted) => sameName(wanted, name));
  const components = page.components
    .filter(({ name }) => isMeant(name))
    .map(({ name, status }) => ({ name, status }));
  // If the page lists components but none of these, they were renamed, and the page says nothing about them.
  const missing = page.components.length > 0 && components.length === 0;
  if (missing && !page.listsProblemsOnly) {
    throw new FeedError('invalid', `components: expected ${names.join(' or ')}, found neither`);
  }
  return {
    ...page,
    indicator: undefined,
    components,
    incidents: page.incidents.filter(
      (incident) => incident.components.length === 0 || incident.components.some(isMeant),
    ),
  };
};

/**
 * Converts a page to the official side of a feed.
 *
 * @returns At most 20 incidents: open ones first, then the newest. `indicator` is set only if the page's own indicator
 *   differs from the status, and `unknownReason` only if the status is unknown for that reason.
 * @throws {FeedError} `invalid` when the page lists components, but none of `options.components`.
 */
export function toOfficial(read: VendorPage, options: ReadOptions): Official {
  const { url, checkedAtMs, components, toText } = options;
  const settled = settleTimes(read);
  const named = toText ? withTexts(settled, toText) : settled;
  const page = components ? selectComponents(named, components) : named;
  const { status, indicator, unknownReason } = weighPage(page);
  const affected = listAffected(page);
  const checkedAt = toTimestamp(checkedAtMs);
  const pageUrl = readUrl(page.url) ?? readUrl(new URL(url).origin);
  return {
    status,
    ...(page.name && { name: cutText(page.name, 120) }),
    ...(pageUrl && { url: pageUrl }),
    checkedAt,
    ...(indicator && indicator !== status && { indicator }),
    ...(affected && { affected }),
    ...(unknownReason && { unknownReason }),
    incidents: withOwnIds(page.incidents)
      .map((incident) => withoutLaterStart(incident, checkedAt))
      .toSorted(openThenNewest)
      .slice(0, MOST_INCIDENTS)
      .map(
        ({ components: _components, isOfParts: _isOfParts, idIsMade: _idIsMade, ...incident }) => ({
          ...incident,
          title: cutText(incident.title, 300),
        }),
      ),
  };
}
