import type { CatalogService } from '../catalog/load-catalog.js';
import { AddressRule } from '../lib/address-rule.js';
import type { Settings } from '../settings/read-settings.js';
import { isLoopback } from './follow-redirects.js';
import { createGuardedFetch } from './guarded-fetch.js';
import { OfficialPoller, type OfficialPollerParts } from './poller.js';

/** Parameters of {@link openPoller}. */
export interface OpenPollerParts extends Pick<
  OfficialPollerParts,
  'store' | 'now' | 'log' | 'observe' | 'onRead'
> {
  readonly settings: Settings;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  /** Replaces the default `fetch`, which connects only where `OFFICIAL_NETWORKS` allows. */
  readonly fetch: typeof fetch | undefined;
}

/** Makes the poller of all vendors' pages, not started yet; `undefined` if the settings disable polling. */
export function openPoller(given: OpenPollerParts): OfficialPoller | undefined {
  const { settings, catalog, fetch, ...parts } = given;
  const { officialPollSeconds: pollSeconds, officialNetworks, demo } = settings;
  if (pollSeconds === 0) return undefined;
  // The demo works offline, and its short interval must not burden real vendors.
  const services = [...catalog.values()].filter(
    ({ official }) => official && (!demo || isLoopback(official.feed)),
  );
  const rule = new AddressRule(officialNetworks);
  return new OfficialPoller(
    { ...parts, rule, fetch: fetch ?? createGuardedFetch(rule), pollSeconds },
    services,
  );
}
