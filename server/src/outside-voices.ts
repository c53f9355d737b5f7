import type { CatalogService } from './catalog/load-catalog.js';
import type { Core } from './core.js';
import type { Clock } from './lib/clock.js';
import type { Log } from './lib/log.js';
import { findContact } from './notify/contact.js';
import { openPoller } from './official/open-poller.js';
import { openProber } from './probe/open-prober.js';
import type { Settings } from './settings/read-settings.js';
import type { Store } from './store/store-of.js';

/** What the server asks on the network by itself: vendors' pages, and the services. */
export interface OutsideVoices {
  /** Aborts the current requests. Call it once. */
  close(): Promise<void>;
}

/** The parts of {@link startOutsideVoices}. */
export interface OutsideParts {
  readonly settings: Settings;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly store: Store;
  readonly metrics: Core['metrics'];
  readonly now: Clock;
  readonly log: Log;
  /** Replaces the default `fetch`, which connects only where `OFFICIAL_NETWORKS` allows. */
  readonly fetch: typeof fetch | undefined;
  /** Called after something new about a service was stored. */
  readonly notice: (serviceId: string) => Promise<void>;
}

/** Starts to read vendors' pages and to ask the services' own addresses, as far as the settings allow. */
export function startOutsideVoices(parts: OutsideParts): OutsideVoices {
  const { settings, store, metrics, notice, catalog, now, log, fetch } = parts;
  const shared = { settings, catalog, now, log, fetch };
  const poller = openPoller({
    ...shared,
    store: store.official,
    observe: (outcome) => metrics.officialReads.inc({ outcome }),
    onRead: notice,
  });
  const prober = openProber({
    ...shared,
    contact: findContact(settings),
    store: store.probe,
    observe: (outcome) => metrics.checks.inc({ outcome }),
    onChecked: notice,
  });
  poller?.start();
  prober?.start();
  return {
    async close() {
      await Promise.all([poller?.close(), prober?.close()]);
    },
  };
}
