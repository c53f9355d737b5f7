import type { CatalogService } from '../catalog/load-catalog.js';
import type { DatedIncident } from './history-store.js';

/** The past outages in a service's catalogue file, in the feed's form and the file's order, newest first. */
export const listArchive = ({ incidents }: Pick<CatalogService, 'incidents'>): DatedIncident[] =>
  incidents.map((incident) => ({ ...incident, status: 'resolved', source: 'archive' }));
