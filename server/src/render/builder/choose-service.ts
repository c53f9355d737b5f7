import type { CatalogService } from '../../catalog/load-catalog.js';
import { searchServices } from '../../catalog/search-services.js';

/** The result of a search for the service to embed. */
export interface ServiceChoice {
  readonly service: CatalogService;
  /** Other matching services, sorted by name, at most eight. */
  readonly others: readonly CatalogService[];
  /** True if nothing matched and this is the first service of all. */
  readonly fallback: boolean;
}

const MAX_OTHERS = 8;

/**
 * Finds the service that a query means: by id or whole name first, otherwise the first match.
 *
 * @param query Id, name, or a part of either; empty for the first service of all.
 * @returns `undefined` if there are no services.
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
