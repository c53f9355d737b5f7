import { FeedError, type Incident, type Official } from '../feed/index.js';
import { cutText, readUrl } from './read-field.js';
import type { ReadOptions } from './source-format.js';
import { toTimestamp } from './timestamp.js';
import type { VendorPage } from './vendor-page.js';
import { weighPage } from './weigh-page.js';

const MOST_INCIDENTS = 20;

const openThenNewest = (left: Incident, right: Incident): number =>
  Number(right.endedAt === null) - Number(left.endedAt === null) ||
  right.startedAt.localeCompare(left.startedAt);

const sameName = (left: string, right: string): boolean =>
  left.trim().toLowerCase() === right.trim().toLowerCase();

/** Texts as people read them, for the parts of the page that are shown or looked for. */
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

/** Leaves of a page what concerns some of its components; its indicator speaks of all of them, so it goes. */
const selectComponents = (page: VendorPage, names: readonly string[]): VendorPage => {
  const isMeant = (name: string): boolean => names.some((wanted) => sameName(wanted, name));
  const components = page.components.filter(({ name }) => isMeant(name));
  // Where a page lists its components, one that is missing has been renamed, and nothing is known of it.
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
 * Says in the feed's words what a page says.
 *
 * @returns Open incidents first, then the newest, at most 20. `indicator` is the page's own indicator where the
 *   incidents or components it lists say something else.
 * @throws {FeedError} `invalid` when none of the components asked for is on the page.
 */
export function toOfficial(read: VendorPage, options: ReadOptions): Official {
  const { url, checkedAtMs, components, toText } = options;
  const named = toText ? withTexts(read, toText) : read;
  const page = components ? selectComponents(named, components) : named;
  const status = weighPage(page);
  const pageUrl = readUrl(page.url) ?? readUrl(new URL(url).origin);
  return {
    status,
    ...(page.name && { name: cutText(page.name, 120) }),
    ...(pageUrl && { url: pageUrl }),
    checkedAt: toTimestamp(checkedAtMs),
    ...(page.indicator && page.indicator !== status && { indicator: page.indicator }),
    incidents: page.incidents
      .toSorted(openThenNewest)
      .slice(0, MOST_INCIDENTS)
      .map(({ components: _components, ...incident }) => ({
        ...incident,
        title: cutText(incident.title, 300),
      })),
  };
}
