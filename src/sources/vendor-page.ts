import type { Incident, Status } from '../feed/index.js';
import { readText, readUrl } from './read-field.js';
import { readTimestamp, toTimestamp } from './timestamp.js';

/** One part of a vendor's service. */
export interface VendorComponent {
  readonly name: string;
  /** `unknown` for an unknown word; `undefined` when the page has no status for this part yet. */
  readonly status: Status | undefined;
  /**
   * Why it counts towards no share: it is the group of other components, or the page lists it only while it has a
   * problem, so that nothing is known of its working siblings. Its own status matters all the same.
   */
  readonly kind?: 'group' | 'listed_if_broken' | undefined;
}

/** An incident, or maintenance under way, of a vendor's page. */
export interface VendorIncident extends Incident {
  /** Names of the affected components; empty when the page does not name any. */
  readonly components: readonly string[];
  /** True when its impact is that of the worst component it affects, and not the vendor's word for the whole. */
  readonly isOfParts?: boolean;
  /** True when the page gives no id, so that another incident may have the same one. */
  readonly idIsMade?: boolean;
  /** True when it has not begun; its `startedAt` lies ahead. */
  readonly isAhead?: boolean;
}

/** Maintenance, announced or under way, or an incident that is announced. */
export interface VendorMaintenance {
  readonly id: string;
  readonly title: string;
  /** `null` when the page gives no start. */
  readonly startsAt: string | null;
  /** `null` when the page gives no end. */
  readonly endsAt: string | null;
  readonly components: readonly string[];
  readonly url?: string;
}

/** The content of a status page, the same for every format. */
export interface VendorPage {
  readonly name?: string | undefined;
  /** URL of the page for people, not yet checked. */
  readonly url?: unknown;
  /** The page's own status for the whole service; `undefined` when it has none, `unknown` for an unknown word. */
  readonly indicator?: Status | undefined;
  /** True when the indicator is only the worst word among the components, so that one part makes it what it is. */
  readonly indicatorIsOfParts?: boolean;
  /** True for a format that lists only problems: an empty page means operational. */
  readonly listsProblemsOnly?: boolean;
  /** True when a part that the format always has is missing, so problems may be missing too. */
  readonly isIncomplete?: boolean;
  /** True when the document has a list of components, even if it is empty. */
  readonly hasComponentList?: boolean;
  /** True when the incidents are on other pages, of which this one is the parent. */
  readonly leavesToSubPages?: boolean;
  readonly components: readonly VendorComponent[];
  /** Open and resolved incidents in any order, including maintenance under way. */
  readonly incidents: readonly VendorIncident[];
  /** What is announced, and maintenance under way, in any order. */
  readonly maintenances: readonly VendorMaintenance[];
}

/** Input of {@link makeIncident}; fields of type `unknown` come unchecked from the page. */
export interface IncidentParts {
  readonly id?: unknown;
  readonly title: unknown;
  readonly status: Incident['status'];
  readonly impact: Incident['impact'];
  /** Candidates for its start, best first; the first readable one counts. */
  readonly begins: readonly unknown[];
  /** When its updates were written, in any order; the oldest stands in for a start that the page does not give. */
  readonly updates?: readonly unknown[];
  /** Candidates for its end, used only when it is resolved. */
  readonly ends?: readonly unknown[];
  readonly url?: unknown;
  readonly components?: readonly string[];
  /** See {@link VendorIncident}. */
  readonly isOfParts?: boolean;
}

/**
 * An open incident that begins at most this much after the look has begun, and the vendor's clock is ahead of ours. One that
 * begins later is announced.
 */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** Stands for the title of an incident to which the page gives neither title, id nor components. */
const UNNAMED = 'Incident';

const readTimestamps = (values: readonly unknown[] = []): readonly string[] =>
  values.map(readTimestamp).filter((found) => found !== undefined);

const readBegin = ({ begins, updates }: Pick<IncidentParts, 'begins' | 'updates'>): string | null =>
  readTimestamps(begins)[0] ?? readTimestamps(updates).toSorted()[0] ?? null;

/**
 * Whether an incident with this start is only announced.
 *
 * @param checkedAtMs When the page was fetched, epoch milliseconds.
 */
export const liesAhead = (startedAt: string | null, checkedAtMs: number): boolean =>
  startedAt !== null && Date.parse(startedAt) - checkedAtMs > CLOCK_DIFFERENCE_MS;

/**
 * Makes an incident from the fields of a page.
 *
 * @param checkedAtMs When the page was fetched, epoch milliseconds. It decides only what lies ahead; a start that the page
 *   does not give is `null`, and not the time of the look, which would move with every look.
 * @returns Id and title are never empty. Without a title, the affected components name it; without those, `Incident`.
 */
export function makeIncident(parts: IncidentParts, checkedAtMs: number): VendorIncident {
  const { status, impact, components = [], isOfParts = false } = parts;
  const startedAt = readBegin(parts);
  const isAhead = liesAhead(startedAt, checkedAtMs);
  const url = readUrl(parts.url);
  const title = readText(parts.title, 300) ?? readText(components.join(', '), 300);
  // Start and title, but no update, replace a missing id: they identify the incident and do not change while it is listed.
  const ownId = readText(parts.id, 128);
  return {
    id:
      ownId ??
      readText(`${readTimestamps(parts.begins)[0] ?? ''} ${title ?? UNNAMED}`, 128) ??
      UNNAMED,
    title: title ?? ownId ?? UNNAMED,
    status,
    impact,
    startedAt,
    endedAt: status === 'resolved' ? (readTimestamps(parts.ends)[0] ?? startedAt) : null,
    source: 'official',
    ...(url && { url }),
    components,
    ...(isOfParts && { isOfParts }),
    ...(isAhead && { isAhead }),
    ...(ownId === undefined && { idIsMade: true }),
  };
}

const toIncident = (maintenance: VendorMaintenance): VendorIncident => {
  const { id, title, startsAt, components, url } = maintenance;
  return {
    id,
    title,
    status: 'identified',
    impact: 'maintenance',
    startedAt: startsAt,
    endedAt: null,
    source: 'official',
    ...(url && { url }),
    components,
  };
};

/**
 * Reads maintenance, which many pages keep listing after it has ended.
 *
 * @param underWay Whether the page says that it has begun; `undefined` to decide by its times.
 * @returns `undefined` when it has ended, or when its times do not show whether it has.
 */
export function readMaintenance(
  parts: Omit<IncidentParts, 'status' | 'impact'>,
  underWay: boolean | undefined,
  checkedAtMs: number,
): { maintenance: VendorMaintenance; underWay: boolean } | undefined {
  const now = toTimestamp(checkedAtMs);
  const begin = readBegin(underWay ? parts : { begins: parts.begins });
  const endsAt = readTimestamps(parts.ends)[0] ?? null;
  const begun = begin !== null && begin <= now;
  const over = endsAt !== null && endsAt <= now;
  const unclear = begin === null || (begun && endsAt === null);
  if (underWay !== true && (over || (underWay === undefined && unclear))) return undefined;
  const incident = makeIncident(
    { ...parts, status: 'identified', impact: 'maintenance' },
    checkedAtMs,
  );
  const { id, title, url, components } = incident;
  return {
    maintenance: { id, title, startsAt: begin, endsAt, components, ...(url && { url }) },
    underWay: underWay ?? begun,
  };
}

/** Converts results of {@link readMaintenance} to the fields of a page: those under way are incidents too. */
export const sortMaintenances = (
  found: readonly ReturnType<typeof readMaintenance>[],
): Pick<VendorPage, 'incidents' | 'maintenances'> => {
  const known = found.filter((item) => item !== undefined);
  return {
    incidents: known.filter(({ underWay }) => underWay).map((item) => toIncident(item.maintenance)),
    maintenances: known.map(({ maintenance }) => maintenance),
  };
};

/**
 * Settles what a page says of the past and of the time to come: an open incident that has not begun is only announced, and
 * a resolved one without any time, or that never began, is no history.
 */
export function settleTimes(page: VendorPage): VendorPage {
  const announced = page.incidents.filter(
    ({ status, isAhead }) => isAhead === true && status !== 'resolved',
  );
  return {
    ...page,
    incidents: page.incidents.filter(
      ({ status, endedAt, isAhead }) => !isAhead && (status !== 'resolved' || endedAt !== null),
    ),
    maintenances: [
      ...page.maintenances,
      ...announced.map(({ id, title, startedAt, components, url }) => ({
        id,
        title,
        startsAt: startedAt,
        endsAt: null,
        components,
        ...(url && { url }),
      })),
    ],
  };
}
