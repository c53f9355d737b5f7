import type { Status } from '../feed/index.js';
import { worseStatus } from '../model/index.js';
import { STATUS_OF_IMPACT } from './impact.js';
import type { VendorComponent, VendorPage } from './vendor-page.js';

const isDefined = (status: Status | undefined): status is Status => status !== undefined;

/** What several parts amount to: the worst of them, but monitors that are out among others that work are a part of it. */
const weighComponents = (
  components: readonly VendorComponent[],
  areMonitors: boolean,
): readonly Status[] => {
  const statuses = components.map(({ status }) => status).filter(isDefined);
  const isPart = areMonitors && statuses.some((status) => status !== 'major_outage');
  return statuses.map((status) =>
    isPart && status === 'major_outage' ? 'partial_outage' : status,
  );
};

/**
 * Weighs what a page says: the worst of its indicator, its open incidents and its components, as pages contradict
 * themselves. In a quarter of the captures of a large vendor's page that listed an open incident, the indicator still
 * said "none". Maintenance never outranks an incident, and a page is only called operational when everything it says
 * was understood.
 */
export function weighPage(page: VendorPage): Status {
  const voices: readonly Status[] = [
    page.indicator,
    page.listsProblemsOnly ? ('operational' as const) : undefined,
    ...page.incidents
      .filter(({ status }) => status !== 'resolved')
      .map(({ impact }) => STATUS_OF_IMPACT[impact]),
    ...weighComponents(page.components, page.componentsAreMonitors ?? false),
  ].filter(isDefined);
  const worst = voices.reduce<Status>(worseStatus, 'unknown');
  return worst === 'operational' && voices.includes('unknown') ? 'unknown' : worst;
}
