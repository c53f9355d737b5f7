import type { CatalogService } from '../catalog/load-catalog.js';

/** The service whose vendor and servers the demo simulates. */
const DEMO_SERVICE = 'kik';

/**
 * Gives the demo's service an official side, and servers to ask: the stand-ins that {@link mountDemo} serves.
 *
 * @param catalog The loaded catalogue, which stays unchanged.
 * @param publicUrl The server's address on this machine, without a trailing slash, e.g. `http://127.0.0.1:4780`.
 * @returns A copy with this one service changed, if it is in the catalogue.
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
    const check = {
      url: `${page}servers`,
      expect: { status: { from: 200, to: 399 } },
      isTheService: false,
    };
    services.set(DEMO_SERVICE, {
      ...service,
      official: { format: 'statuspage', page, feed },
      checks: [check],
    });
  }
  return services;
}
