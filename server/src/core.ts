import type { CatalogService } from './catalog/load-catalog.js';
import { type Clock, SECOND_MS } from './clock.js';
import { Baselines } from './decide/baseline.js';
import type { Decider } from './decide/decider.js';
import { EvidenceGatherer } from './decide/evidence.js';
import { Judge } from './decide/judge.js';
import { RecentReports } from './decide/recent-reports.js';
import { Ticker } from './decide/ticker.js';
import { FeedCache } from './feed/feed-cache.js';
import { FeedSource } from './feed/feed-source.js';
import { ServiceStates } from './feed/service-states.js';
import type { Log } from './log.js';
import { Metrics } from './metrics/metrics.js';
import { Hub } from './push/hub.js';
import { RecentVoices } from './reports/recent-voices.js';
import { ReportDesk } from './reports/report-desk.js';
import { VisitorHasher } from './reports/visitor-hasher.js';
import { WindowCounter } from './reports/window-counter.js';
import type { Settings } from './settings.js';
import { GroupCommitter } from './store/group-commit.js';
import type { Store } from './store/store.js';

/** What the server is made of, without HTTP. */
export interface Core {
  readonly states: ServiceStates;
  readonly feeds: FeedCache;
  readonly hub: Hub;
  readonly ticker: Ticker;
  readonly committer: GroupCommitter;
  readonly desk: ReportDesk;
  readonly metrics: Metrics;
  /** Time since the last complete round of decisions; since the making of this before the first. */
  readonly tickAgeSeconds: () => number;
}

/** Puts the parts together, from reports to feeds. Starts nothing. */
export function createCore(options: {
  readonly settings: Settings;
  readonly store: Store;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly decider: Decider;
  readonly now: Clock;
  readonly log: Log;
}): Core {
  const { settings, store, catalog, decider, now, log } = options;
  const madeAtMs = now();
  const tickAgeSeconds = (): number => (now() - (ticker.lastTickAtMs ?? madeAtMs)) / SECOND_MS;
  const metrics = new Metrics({ watchers: () => hub.watcherCount, tickAgeSeconds });

  const states = new ServiceStates(store, catalog.keys());
  const baselines = new Baselines(store);
  const source = new FeedSource({ store, catalog, states, baselines, now });
  const feeds = new FeedCache({
    read: (service) => source.read(service),
    now,
    observeBuild: (seconds) => metrics.feedBuildSeconds.observe(seconds),
  });
  const hub = new Hub(catalog, feeds);

  const recentReports = new RecentReports(settings.recentWindowSeconds, now);
  const evidence = new EvidenceGatherer({
    store,
    baselines,
    recentReports,
    windowSeconds: settings.recentWindowSeconds,
    homeOrigins: settings.homeOrigins,
  });
  const ticker = new Ticker({
    store,
    catalog,
    states,
    judge: new Judge(store, evidence, decider),
    now,
    tickSeconds: settings.tickSeconds,
    historyDays: settings.historyDays,
    log,
    onRound: () => metrics.rounds.inc(),
    announce: (serviceId) => hub.announce(serviceId),
  });

  const observedStore: Pick<Store, 'addReports'> = {
    addReports: (reports, voiceWindowMs) => {
      metrics.commitSize.observe(reports.length);
      return store.addReports(reports, voiceWindowMs);
    },
  };
  const committer = new GroupCommitter(observedStore, settings.voiceWindowSeconds * SECOND_MS);
  const desk = new ReportDesk({
    committer,
    hasher: new VisitorHasher(store),
    voices: new RecentVoices(settings.voiceWindowSeconds),
    windowCounter: new WindowCounter(store, now),
    reportsPerMinute: settings.reportsPerMinute,
    now,
    onCounted: ({ serviceId, idempotencyKey, category, origin }) => {
      recentReports.add(serviceId, idempotencyKey, category, origin);
      hub.announce(serviceId);
      ticker.nudge(serviceId);
    },
  });
  return { states, feeds, hub, ticker, committer, desk, metrics, tickAgeSeconds };
}
