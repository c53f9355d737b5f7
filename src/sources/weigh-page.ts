import type { Status } from '../feed/index.js';
import { STATUS_OF_IMPACT } from '../model/severity.js';
import { weighVoices } from './impact.js';
import type { VendorPage } from './vendor-page.js';

const isDefined = (status: Status | undefined): status is Status => status !== undefined;

/** Whether a page is of monitors of which some are not down: then whatever is down is a part of the whole. */
const somethingWorks = ({ components, componentsAreMonitors }: VendorPage): boolean =>
  componentsAreMonitors === true &&
  components.some(({ status }) => isDefined(status) && status !== 'major_outage');

/**
 * Weighs what a page says: the worst of its indicator, its open incidents and its components, as pages contradict
 * themselves. In a quarter of the captures of a large vendor's page that listed an open incident, the indicator still
 * said "none". Maintenance never outranks an incident, and a page is only called operational when everything it says
 * was understood.
 */
export function weighPage(page: VendorPage): Status {
  const voices: readonly (Status | undefined)[] = [
    page.indicator,
    page.listsProblemsOnly ? ('operational' as const) : undefined,
    page.isIncomplete ? ('unknown' as const) : undefined,
    ...page.incidents
      .filter(({ status }) => status !== 'resolved')
      .map(({ impact }) => STATUS_OF_IMPACT[impact]),
    ...page.components.map(({ status }) => status),
  ];
  const worst = weighVoices(voices.filter(isDefined));
  return worst === 'major_outage' && somethingWorks(page) ? 'partial_outage' : worst;
}
