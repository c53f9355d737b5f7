import type { CatalogService } from './catalog/load-catalog.js';
import { Baselines } from './decide/baseline.js';
import { Explainer } from './decide/explain.js';
import { Judge } from './decide/judge.js';
import { RecentReports } from './decide/recent-reports.js';
import { homeTest, InstantStepCounts, StoredStepCounts } from './decide/step-counts.js';
import { Steps } from './decide/steps.js';
import { Ticker } from './decide/ticker.js';
import { DetectorLoader } from './decide/detector-loader.js';
import { FeedCache } from './feed/feed-cache.js';
import { FeedSource } from './feed/feed-source.js';
import { type Clock, SECOND_MS } from './lib/clock.js';
import type { Log } from './lib/log.js';
import { Metrics } from './metrics/metrics.js';
import { Hub } from './push/hub.js';
import { GroupCommitter } from './reports/group-commit.js';
import { isVote } from './reports/new-report.js';
import { PausedServices } from './reports/paused-services.js';
import { ProofOfWork } from './reports/proof-of-work.js';
import { RecentlyCounted } from './reports/recently-counted.js';
import { ReportDesk } from './reports/report-desk.js';
import type { ReportStore } from './reports/report-store.js';
import { SiteBudget } from './reports/site-budget.js';
import { VisitorHasher } from './reports/visitor-hasher.js';
import { WindowCounter } from './reports/window-counter.js';
import { WorkFactor } from './reports/work-factor.js';
import type { Settings } from './settings/read-settings.js';
import { ServiceStates } from './states/service-states.js';
import type { Store } from './store/store-of.js';
import { ViewCounter } from './views/view-counter.js';

/** The server's parts, without HTTP. */
export interface Core {
  readonly states: ServiceStates;
  readonly feeds: FeedCache;
  readonly hub: Hub;
  readonly ticker: Ticker;
  readonly committer: GroupCommitter;
  readonly desk: ReportDesk;
  readonly paused: PausedServices;
  readonly explainer: Explainer;
  readonly views: ViewCounter;
  readonly metrics: Metrics;
  /** Time since the last complete round of decisions; before the first, since the core was created. */
  readonly tickAgeSeconds: () => number;
}

/** Creates the parts, from reports to feeds. Starts nothing. */
export function createCore(options: {
  readonly settings: Settings;
  readonly store: Store;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly now: Clock;
  readonly log: Log;
}): Core {
  const { settings, store, catalog, now, log } = options;
  const madeAtMs = now();
  const tickAgeSeconds = (): number => (now() - (ticker.lastTickAtMs ?? madeAtMs)) / SECOND_MS;
  const metrics = new Metrics({
    watchers: () => hub.watcherCount,
    tickAgeSeconds,
    outbox: async () => {
      const { waitingCount, oldestAtMs = now() } = await store.notifications.readBacklog();
      return { waitingCount, oldestAgeSeconds: (now() - oldestAtMs) / SECOND_MS };
    },
  });

  const states = new ServiceStates(
    {
      decisions: store.decisions,
      official: store.official,
      probe: settings.checkSeconds === 0 ? undefined : store.probe,
    },
    catalog.keys(),
  );
  const steps = new Steps(settings.decisionStepSeconds);
  const loader = new DetectorLoader(store.decisions, steps);
  const baselines = new Baselines(loader, (id) => states.get(id).decision?.memory);
  const hasher = new VisitorHasher(store.reports, settings.voiceWindowSeconds * SECOND_MS);
  const proofs = new ProofOfWork(settings.proofOfWork, hasher, now);
  const paused = new PausedServices({
    store: store.reports,
    catalog,
    log,
    onChange: (id) => hub.announce(id),
  });
  const takesReports = (id: string) =>
    paused.has(id) ? 'paused' : proofs.isRequired ? 'proven' : 'open';
  const source = new FeedSource({
    history: store.history,
    catalog,
    states,
    baselines,
    takesReports,
    now,
  });
  const feeds = new FeedCache({
    read: (service) => source.read(service),
    now,
    observeBuild: (seconds) => metrics.feedBuildSeconds.observe(seconds),
  });
  const hub = new Hub(catalog, feeds);

  // Only short steps need them; twenty thousand reports per service are too many to keep otherwise.
  const recentReports = settings.decisionStepSeconds === 60 ? undefined : new RecentReports(now);
  const isHome = homeTest(settings.homeOrigins);
  const stepCounts =
    recentReports === undefined
      ? new StoredStepCounts(store.decisions, steps, isHome)
      : new InstantStepCounts(recentReports, steps, isHome);
  const ticker = new Ticker({
    store: store.decisions,
    purge: (nowMs, historyDays) => store.purge(nowMs, historyDays),
    catalog,
    states,
    judge: new Judge({ store: store.decisions, loader, steps, stepCounts }),
    now,
    tickSeconds: settings.tickSeconds,
    historyDays: settings.historyDays,
    log,
    onRound: () => metrics.rounds.inc(),
    announce: (serviceId) => hub.announce(serviceId),
  });

  const observedStore: Pick<ReportStore, 'addReports'> = {
    addReports: (reports, countWindowMs) => {
      metrics.commitSize.observe(reports.length);
      return store.reports.addReports(reports, countWindowMs);
    },
  };
  const committer = new GroupCommitter(observedStore, settings.voiceWindowSeconds * SECOND_MS);
  const desk = new ReportDesk({
    store: store.reports,
    committer,
    hasher,
    proofs,
    siteBudget: new SiteBudget(store.reports, isHome, now),
    workFactor: new WorkFactor(now),
    paused,
    recentlyCounted: new RecentlyCounted(settings.voiceWindowSeconds),
    windowCounter: new WindowCounter(store.reports, now),
    reportsPerMinute: settings.reportsPerMinute,
    now,
    onCounted: (report) => {
      const { serviceId, idempotencyKey, category, origin } = report;
      if (isVote(report)) metrics.votes.inc();
      recentReports?.add(serviceId, idempotencyKey, category, origin);
      hub.announce(serviceId);
      ticker.nudge(serviceId);
    },
  });
  const explainer = new Explainer({ store: store.decisions, views: store.views, loader, steps });
  const viewTally = metrics.tally(metrics.views);
  const views = new ViewCounter({ store: store.views, now, log, observe: () => viewTally.add() });
  return {
    states,
    feeds,
    hub,
    ticker,
    committer,
    desk,
    paused,
    explainer,
    views,
    metrics,
    tickAgeSeconds,
  };
}
