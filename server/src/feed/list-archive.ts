import type { Incident } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';

/** The past outages in a service's catalogue file, in the feed's form and the file's order, newest first. */
export const listArchive = ({ incidents }: Pick<CatalogService, 'incidents'>): Incident[] =>
  incidents.map((incident) => ({ ...incident, status: 'resolved', source: 'archive' }));
