import type { Status } from '../feed/index.js';
import { weighPage } from './weigh-page.js';

/**
 * Computes the status of a group from those of its members, by the rule of part and whole.
 *
 * @returns `unknown` for a group without members.
 */
export const weighGroup = (statuses: readonly Status[]): Status =>
  weighPage({
    components: statuses.map((status) => ({ name: '', status })),
    incidents: [],
    maintenances: [],
  }).status;
