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

/** One page, and all services that it covers. */
export interface OfficialPage {
  readonly place: PagePlace;
  readonly services: readonly OfficialService[];
}

const hasOfficial = (service: CatalogService): service is OfficialService =>
  service.official !== undefined;

/** The pages of a catalogue, each once, even if several services share it and only some name its format. */
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
 * Extracts the status of one service from a page.
 *
 * @throws {FeedError} If the document is in no known format, breaks its own, or lacks the service's components.
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
  // The catalogue's address was chosen by a person, so it wins over the document's.
  return { ...read, url: page };
}

/** The status of a service whose page has never been read. */
export const unreadableOfficial = (
  { official }: OfficialService,
  checkedAtMs: number,
): Official => ({
  status: 'unknown',
  url: official.page,
  checkedAt: toTimestamp(checkedAtMs),
  incidents: [],
});
