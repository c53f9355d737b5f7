import type { CatalogService } from '../catalog/load-catalog.js';
import { AddressRule } from '../lib/address-rule.js';
import { SERVER_VERSION } from '../lib/package-paths.js';
import { createGuardedFetch } from '../official/guarded-fetch.js';
import { isLoopback } from '../official/follow-redirects.js';
import type { Settings } from '../settings/read-settings.js';
import { Prober, type ProberParts } from './prober.js';

/** Parameters of {@link openProber}. */
export interface OpenProberParts extends Pick<
  ProberParts,
  'store' | 'now' | 'log' | 'observe' | 'onChecked'
> {
  readonly settings: Settings;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  /** The operator's page or `mailto:` address, for those who wonder who asks. */
  readonly contact: string | undefined;
  /** Replaces the default `fetch`, which connects only where `OFFICIAL_NETWORKS` allows. */
  readonly fetch: typeof fetch | undefined;
}

/** Makes the prober of all checks, not started yet; `undefined` if the settings turn checks off. */
export function openProber(given: OpenProberParts): Prober | undefined {
  const { settings, catalog, contact, fetch, ...parts } = given;
  const { checkSeconds, officialNetworks, demo } = settings;
  if (checkSeconds === 0) return undefined;
  // The demo asks nobody on the internet.
  const services = [...catalog.values()].map((service) => ({
    ...service,
    checks: service.checks.filter(({ url }) => !demo || isLoopback(url)),
  }));
  if (contact === undefined && !demo && services.some(({ checks }) => checks.length > 0)) {
    parts.log.warn(
      {},
      'checks name no contact to the services that they ask; set PUBLIC_URL or MAIL_FROM',
    );
  }
  const rule = new AddressRule(officialNetworks);
  return new Prober(
    {
      ...parts,
      rule,
      fetch: fetch ?? createGuardedFetch(rule),
      userAgent: `outage-status-server/${SERVER_VERSION}${contact === undefined ? '' : ` (+${contact})`}`,
      checkSeconds,
      hasShortWindows: demo,
    },
    services,
  );
}
