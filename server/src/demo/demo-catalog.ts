import type { CatalogService } from '../catalog/load-catalog.js';

/** The service whose vendor the demo plays. */
const DEMO_SERVICE = 'kik';

/**
 * Gives the demo's service an official side: the stand-in page that {@link mountDemo} serves. Kik itself has none.
 *
 * @param catalog The catalogue as loaded; it is not changed.
 * @param publicUrl How the server reaches itself, without a slash at the end, e.g. `http://127.0.0.1:4780`.
 * @returns A catalogue that differs in this one service; the same services when it has none of that id.
 */
export function applyDemoCatalog(
  catalog: ReadonlyMap<string, CatalogService>,
  publicUrl: string,
): Map<string, CatalogService> {
  const services = new Map(catalog);
  const service = services.get(DEMO_SERVICE);
  if (service) {
    const page = `${publicUrl}/demo/vendor/`;
    const feed = `${page}api/v2/summary.json`;
    services.set(DEMO_SERVICE, { ...service, official: { format: 'statuspage', page, feed } });
  }
  return services;
}
