import type { Official, Status } from '../feed/index.js';
import { STATUS_OF_IMPACT } from '../model/severity.js';
import { weighStatuses } from './impact.js';
import type { VendorPage } from './vendor-page.js';

const isDefined = (status: Status | undefined): status is Status => status !== undefined;

/** What {@link weighPage} makes of a page. */
export interface Weighing {
  readonly status: Status;
  /** The page's own indicator, by the same rule. */
  readonly indicator: Status | undefined;
  /** Why the status is unknown, if the page itself says nothing of the service. */
  readonly unknownReason: Official['unknownReason'];
}

/** Why nothing follows from a page that reports no problem; `undefined` for a page that says something. */
const readSilence = (page: VendorPage): Official['unknownReason'] => {
  if (page.leavesToSubPages) return 'sub_pages';
  const isEmpty = [page.components, page.incidents, page.maintenances].every(
    ({ length }) => length === 0,
  );
  return page.hasComponentList && isEmpty ? 'lists_nothing' : undefined;
};

/** The major outage of a part is a partial outage of the whole. */
const ofPart = (status: Status): Status => (status === 'major_outage' ? 'partial_outage' : status);

/**
 * Computes the status of a page by the rule of part and whole, which `docs/vendor-pages.md` has as a table. The page's own
 * indicator and the impacts that the vendor gave its open incidents say how bad the whole is. Components, and whatever
 * follows from components alone, add the major outage of a part as a partial outage, unless more than half are out.
 *
 * The worst of these counts, because pages contradict themselves. Maintenance never outranks a problem. A page is
 * operational only if it says so and all its words are known: an incident without impact and a list without entries are no
 * evidence.
 */
export function weighPage(page: VendorPage): Weighing {
  const silence = readSilence(page);
  const listed = page.components.map(({ status }) => status).filter(isDefined);
  const counted = page.components.filter(
    ({ status, kind }) => isDefined(status) && kind === undefined,
  );
  const outCount = counted.filter(({ status }) => status === 'major_outage').length;
  const mostAreOut = 2 * outCount > counted.length;
  // Without a part that counts, nothing is known of other parts, and a word about some stands for the whole.
  const readWord = (word: Status, isOfParts = false): Status =>
    isOfParts && counted.length > 0 && !mostAreOut ? ofPart(word) : word;
  const indicator = page.indicator && readWord(page.indicator, page.indicatorIsOfParts);
  const statuses: readonly (Status | undefined)[] = [
    indicator,
    page.listsProblemsOnly ? 'operational' : undefined,
    page.isIncomplete || silence ? 'unknown' : undefined,
    ...page.incidents
      .filter(({ status, impact }) => status !== 'resolved' && impact !== 'none')
      .map(({ impact, isOfParts }) => readWord(STATUS_OF_IMPACT[impact], isOfParts)),
    ...(mostAreOut ? listed : listed.map(ofPart)),
  ];
  const status = weighStatuses(statuses.filter(isDefined));
  return { status, indicator, unknownReason: status === 'unknown' ? silence : undefined };
}
