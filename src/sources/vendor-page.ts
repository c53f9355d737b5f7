import type { Incident, Status } from '../feed/index.js';
import { readText, readUrl } from './read-field.js';
import { readTimestamp, toTimestamp } from './timestamp.js';

/** One part of a vendor's service. */
export interface VendorComponent {
  readonly name: string;
  /** `unknown` for a word that we do not know; `undefined` when the page says nothing of this part yet. */
  readonly status: Status | undefined;
}

/** An incident, or maintenance under way, as the page tells it. */
export interface VendorIncident extends Incident {
  /** Names of the components it touches; empty when the page does not say. */
  readonly components: readonly string[];
}

/** Maintenance that is announced or under way. */
export interface VendorMaintenance {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  /** `null` when the page does not say. */
  readonly endsAt: string | null;
  readonly components: readonly string[];
  readonly url?: string;
}

/** What every format is read into. */
export interface VendorPage {
  readonly name?: string | undefined;
  /** The page for people. */
  readonly url?: unknown;
  /** The page's own word for everything; `undefined` when it has none, `unknown` for a word that we do not know. */
  readonly indicator?: Status | undefined;
  /** True for a format that lists nothing but problems: where none is listed, all is well. */
  readonly listsProblemsOnly?: boolean;
  /** True for up-or-down monitors: one of them down, among others that work, is a partial outage of the whole. */
  readonly componentsAreMonitors?: boolean;
  /** True when something that the format always writes is not there: what it would have said is not known. */
  readonly isIncomplete?: boolean;
  readonly components: readonly VendorComponent[];
  /** Open and resolved ones in any order, maintenance under way included. */
  readonly incidents: readonly VendorIncident[];
  /** Announced and under way. */
  readonly maintenances: readonly VendorMaintenance[];
}

/** What an incident is made of; anything `unknown` comes from the page as it is. */
export interface IncidentParts {
  readonly id?: unknown;
  readonly title: unknown;
  readonly status: Incident['status'];
  readonly impact: Incident['impact'];
  /** Times it may have begun at, best first; the first readable one counts. */
  readonly begins: readonly unknown[];
  /** The same for its end; only looked at once it is resolved. */
  readonly ends?: readonly unknown[];
  readonly url?: unknown;
  readonly components?: readonly string[];
}

const firstTimestamp = (values: readonly unknown[]): string | undefined =>
  values.map(readTimestamp).find((found) => found !== undefined);

/**
 * Makes an incident of what a page says about it.
 *
 * @param checkedAtMs An open incident without a readable time is at least as old as this look at it.
 */
export function makeIncident(parts: IncidentParts, checkedAtMs: number): VendorIncident {
  const { status, impact, components = [] } = parts;
  const begin = firstTimestamp(parts.begins);
  const startedAt = begin ?? toTimestamp(checkedAtMs);
  const url = readUrl(parts.url);
  const title = readText(parts.title, 300);
  // Without an id the beginning and the title tell incidents apart, and stay as long as it does.
  const id = readText(parts.id, 128) ?? readText(`${begin ?? ''} ${title ?? ''}`, 128) ?? '';
  return {
    id,
    title: title ?? id,
    status,
    impact,
    startedAt,
    endedAt: status === 'resolved' ? (firstTimestamp(parts.ends ?? []) ?? startedAt) : null,
    source: 'official',
    ...(url && { url }),
    components,
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
 * Reads maintenance, which many pages keep listing after it is over.
 *
 * @param underWay Whether the page itself says that it has begun; `undefined` when only the times tell.
 * @returns `undefined` when it is over, or when nothing readable says whether it is.
 */
export function readMaintenance(
  parts: Omit<IncidentParts, 'status' | 'impact'>,
  underWay: boolean | undefined,
  checkedAtMs: number,
): { maintenance: VendorMaintenance; underWay: boolean } | undefined {
  const now = toTimestamp(checkedAtMs);
  const begin = firstTimestamp(parts.begins);
  const endsAt = firstTimestamp(parts.ends ?? []) ?? null;
  const begun = begin !== undefined && begin <= now;
  const over = endsAt !== null && endsAt <= now;
  const unclear = begin === undefined || (begun && endsAt === null);
  if (underWay !== true && (over || (underWay === undefined && unclear))) return undefined;
  const incident = makeIncident(
    { ...parts, status: 'identified', impact: 'maintenance' },
    checkedAtMs,
  );
  const { id, title, url, startedAt, components } = incident;
  return {
    maintenance: { id, title, startsAt: startedAt, endsAt, components, ...(url && { url }) },
    underWay: underWay ?? begun,
  };
}

/** Lays what {@link readMaintenance} found out as a page has it. */
export const sortMaintenances = (
  found: readonly ReturnType<typeof readMaintenance>[],
): Pick<VendorPage, 'incidents' | 'maintenances'> => {
  const known = found.filter((item) => item !== undefined);
  return {
    incidents: known.filter(({ underWay }) => underWay).map((item) => toIncident(item.maintenance)),
    maintenances: known.map(({ maintenance }) => maintenance),
  };
};
