import type { CatalogService } from '../catalog/load-catalog.js';
import { RequestError } from '../lib/request-error.js';

/**
 * Finds the service for an id from a path.
 *
 * @throws {RequestError} `not_found`.
 */
export function findService(
  catalog: ReadonlyMap<string, CatalogService>,
  id: string,
): CatalogService {
  const service = catalog.get(id);
  if (!service)
    throw new RequestError('not_found', 'There is no service with this id.', { path: 'id' });
  return service;
}
