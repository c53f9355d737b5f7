import type { Status } from '../feed/index.js';
import { STATUS_OF_IMPACT } from '../model/severity.js';
import { weighStatuses } from './impact.js';
import type { VendorPage } from './vendor-page.js';

const isDefined = (status: Status | undefined): status is Status => status !== undefined;

/** Whether the page consists of monitors and at least one is not down; the others then are a partial outage. */
const somethingWorks = ({ components, componentsAreMonitors }: VendorPage): boolean =>
  componentsAreMonitors === true &&
  components.some(({ status }) => isDefined(status) && status !== 'major_outage');

/**
 * Computes the status of a page: the worst of its indicator, open incidents and components, because pages contradict
 * themselves. In a quarter of the captures of a large vendor's page that listed an open incident, the indicator still
 * said "none". Maintenance never outranks a problem, and a page is operational only if all its words are known.
 */
export function weighPage(page: VendorPage): Status {
  const statuses: readonly (Status | undefined)[] = [
    page.indicator,
    page.listsProblemsOnly ? ('operational' as const) : undefined,
    page.isIncomplete ? ('unknown' as const) : undefined,
    ...page.incidents
      .filter(({ status }) => status !== 'resolved')
      .map(({ impact }) => STATUS_OF_IMPACT[impact]),
    ...page.components.map(({ status }) => status),
  ];
  const worst = weighStatuses(statuses.filter(isDefined));
  return worst === 'major_outage' && somethingWorks(page) ? 'partial_outage' : worst;
}
