import type { CatalogService } from '../catalog/load-catalog.js';
import { AddressRule } from '../lib/address-rule.js';
import type { Settings } from '../settings/read-settings.js';
import { isLoopback } from './fetch-page.js';
import { createGuardedFetch } from './guarded-fetch.js';
import { OfficialPoller, type OfficialPollerParts } from './poller.js';

/** What {@link openPoller} chooses from; the rest goes to the poller as it is. */
export interface OpenPollerParts extends Pick<
  OfficialPollerParts,
  'store' | 'now' | 'log' | 'observe' | 'onRead'
> {
  readonly settings: Settings;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  /** Used in place of one that connects only where `OFFICIAL_NETWORKS` allows. */
  readonly fetch: typeof fetch | undefined;
}

/** The poller of all vendors' pages, not started yet; `undefined` where the settings want none. */
export function openPoller(given: OpenPollerParts): OfficialPoller | undefined {
  const { settings, catalog, fetch, ...parts } = given;
  const { officialPollSeconds: pollSeconds, officialNetworks, demo } = settings;
  if (pollSeconds === 0) return undefined;
  // The demo works offline, and its short interval is nothing to bother real vendors with.
  const services = [...catalog.values()].filter(
    ({ official }) => official && (!demo || isLoopback(official.feed)),
  );
  const rule = new AddressRule(officialNetworks);
  return new OfficialPoller(
    { ...parts, rule, fetch: fetch ?? createGuardedFetch(rule), pollSeconds },
    services,
  );
}
