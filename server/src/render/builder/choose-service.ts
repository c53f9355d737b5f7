import type { CatalogService } from '../../catalog/load-catalog.js';
import { searchServices } from '../../catalog/search-services.js';

/** What came of a search for the service to embed. */
export interface ServiceChoice {
  readonly service: CatalogService;
  /** Others that match as well, sorted by name, at most eight. */
  readonly others: readonly CatalogService[];
  /** True when nothing matched and this is the first of all. */
  readonly fallback: boolean;
}

const MAX_OTHERS = 8;

/**
 * Finds the service that is meant: by id or whole name at once, else the first that matches.
 *
 * @param query Id, name, or a part of either; empty for the first of all.
 * @returns `undefined` when there are no services at all.
 */
export function chooseService(
  catalog: ReadonlyMap<string, CatalogService>,
  query: string,
): ServiceChoice | undefined {
  const wanted = query.trim();
  const exact = catalog.get(wanted);
  if (exact) return { service: exact, others: [], fallback: false };
  const matches = searchServices(catalog, wanted);
  const isNamed = ({ name }: CatalogService): boolean =>
    name.toLowerCase() === wanted.toLowerCase();
  const named = matches.find(isNamed);
  if (named) return { service: named, others: [], fallback: false };
  const [service, ...others] = matches;
  if (service) {
    return { service, others: wanted === '' ? [] : others.slice(0, MAX_OTHERS), fallback: false };
  }
  const [first] = searchServices(catalog, '');
  return first && { service: first, others: [], fallback: true };
}
