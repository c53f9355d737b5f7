import type { Incident } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';

/** The past outages that a service's catalogue file tells of, as a feed carries them; in the file's order, newest first. */
export const listArchive = ({ incidents }: Pick<CatalogService, 'incidents'>): Incident[] =>
  incidents.map((incident) => ({ ...incident, status: 'resolved', source: 'archive' }));
