import type { CatalogService } from '../catalog/load-catalog.js';
import { HttpError } from './http-error.js';

/**
 * The service of a path.
 *
 * @throws {HttpError} `not_found`.
 */
export function findService(
  catalog: ReadonlyMap<string, CatalogService>,
  id: string,
): CatalogService {
  const service = catalog.get(id);
  if (!service) throw new HttpError('not_found', 'There is no service of this id.', { path: 'id' });
  return service;
}
