import type { Official } from 'outage-status/feed';
import { readOfficialPageAs } from 'outage-status/sources';
import type { CatalogService } from '../catalog/load-catalog.js';
import { toTimestamp } from '../lib/clock.js';
import { OFFICIAL_FORMATS, toPlainLine } from '../vendor-formats/index.js';
import type { PagePlace } from './page-reader.js';

/** A service with an official page. */
export type OfficialService = CatalogService & {
  readonly official: NonNullable<CatalogService['official']>;
};

/** One page, and every service that it speaks of. */
export interface OfficialPage {
  readonly place: PagePlace;
  readonly services: readonly OfficialService[];
}

const hasOfficial = (service: CatalogService): service is OfficialService =>
  service.official !== undefined;

/** The pages of a catalogue, each once, however many services share it, and whether or not all of them name its format. */
export function listPages(services: Iterable<CatalogService>): readonly OfficialPage[] {
  const pages = new Map<string, { place: PagePlace; services: OfficialService[] }>();
  for (const service of [...services].filter(hasOfficial)) {
    const { format, feed, also = [] } = service.official;
    const key = JSON.stringify([feed, also]);
    const { place, services: known } = pages.get(key) ?? { place: { feed, also }, services: [] };
    pages.set(key, {
      place: { ...place, format: place.format ?? format },
      services: [...known, service],
    });
  }
  return [...pages.values()];
}

/**
 * What a page says of one service.
 *
 * @throws {FeedError} When it is in no known format, breaks its own, or does not have the service's components.
 */
export function readForService(
  { official }: OfficialService,
  document: unknown,
  checkedAtMs: number,
): Official {
  const { feed, format, components, page } = official;
  const read = readOfficialPageAs(OFFICIAL_FORMATS, document, {
    url: feed,
    checkedAtMs,
    format,
    components,
    toText: toPlainLine,
  });
  // The catalogue's address of the page is the one a person has looked at.
  return { ...read, url: page };
}

/** What is known of a service whose page was never readable: that there is one, and that it says nothing. */
export const unreadableOfficial = (
  { official }: OfficialService,
  checkedAtMs: number,
): Official => ({
  status: 'unknown',
  url: official.page,
  checkedAt: toTimestamp(checkedAtMs),
  incidents: [],
});
