import type { Status } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';
import { DAY_MS, HOUR_MS, toTimestamp } from '../lib/clock.js';
import { countNoun } from '../lib/count-noun.js';
import type { ViewStore } from '../views/view-store.js';
import type { DecisionStore } from './decision-store.js';
import type { Detector } from './detector/detector.js';
import type { Rise, StreamEvidence } from './detector/onset.js';
import type { Steps } from './steps.js';
import type { DetectorLoader } from './detector-loader.js';

const HOURS_PER_WEEK = 168;

const round = (value: number): number => Number(value.toPrecision(3));

/** A rise of reports, of one category or of all together. */
export interface ExplainedRise {
  readonly reports: number;
  /** How many are usual in that time. */
  readonly usual: number;
  readonly minutes: number;
}

/** One stream of reports on its way to opening a problem. Rates are reports an hour. */
export interface ExplainedStream {
  /** Nats, and at how many a problem opens; `null` where visitors use this category only, so that all reports stand for it. */
  readonly evidence: number;
  readonly needed: number | null;
  /** The reports since the evidence was last 0. */
  readonly rise: ExplainedRise;
  readonly usualPerHour: number;
  /** A rate up to this is no sign of a problem. */
  readonly ceilingPerHour: number;
  /** Further reports that would open a problem now if they came at once. `null` as for `needed`. */
  readonly reportsToOpen: number | null;
}

/** What a decision rests on, for an operator. */
export interface Explanation {
  readonly service: string;
  readonly status: Status;
  /** Every step before this moment has been weighed. */
  readonly decidedUntil: string;
  readonly stepSeconds: number;
  readonly baseline: {
    /** Full hours learned. */
    readonly hoursLearned: number;
    /** Usual reports an hour, now, with half an hour's tolerance and the talk after an outage. */
    readonly usualPerHour: number;
    /** Usual reports in each hour of the week, from Monday 00:00 UTC. */
    readonly perHourOfWeek: number[];
    /** Times the usual rate that the service reaches without a fault. */
    readonly ceiling: number;
    /** Variance over mean of a category's quarter hours; 1 is pure chance. */
    readonly clumpiness: number;
  };
  readonly all: ExplainedStream;
  readonly categories: (ExplainedStream & { readonly id: string })[];
  /** `null` while no problem is open. */
  readonly recovery: {
    /** The category that opened the problem, `null` for all reports together. */
    readonly category: string | null;
    /** The rise that opened it, and the same in words: "All reports, slowly: 92 in 2 h, 40 usual". */
    readonly rise: ExplainedRise;
    readonly openedBy: string;
    readonly evidence: number;
    readonly needed: number;
    /** Reports an hour that would mean "still going on". */
    readonly stillPerHour: number;
    /** Minutes until it is over without further reports. */
    readonly quietMinutesToClose: number;
  } | null;
  /** Views of the feed that this server saw; the detector does not use them. See `ViewCounter`. */
  readonly views: { readonly lastHour: number; readonly lastDay: number };
  /** What would change the status, in a sentence. */
  readonly wouldChange: string;
}

/** Explains the current decisions. */
export class Explainer {
  readonly #store: Pick<DecisionStore, 'readDecision'>;
  readonly #views: Pick<ViewStore, 'countViews'>;
  readonly #loader: DetectorLoader;
  readonly #steps: Steps;

  constructor(parts: {
    store: Pick<DecisionStore, 'readDecision'>;
    views: Pick<ViewStore, 'countViews'>;
    loader: DetectorLoader;
    steps: Steps;
  }) {
    this.#store = parts.store;
    this.#views = parts.views;
    this.#loader = parts.loader;
    this.#steps = parts.steps;
  }

  /** @throws {StoreError} When the store does not answer. */
  async explain(service: CatalogService, nowMs: number): Promise<Explanation> {
    const decision = await this.#store.readDecision(service.id);
    const restored = this.#loader.restore(service, decision?.memory ?? '');
    const detector = restored ?? (await this.#loader.begin(service, nowMs));
    const [lastHour, lastDay] = await Promise.all(
      [HOUR_MS, DAY_MS].map((spanMs) => this.#views.countViews(service.id, nowMs - spanMs, nowMs)),
    );
    return {
      ...this.#describe(service, detector, decision?.status ?? 'operational'),
      views: { lastHour: lastHour ?? 0, lastDay: lastDay ?? 0 },
    };
  }

  #describe(
    service: CatalogService,
    detector: Detector,
    status: Status,
  ): Omit<Explanation, 'views'> {
    const { usual, ceiling, clumpiness, all, categories, open } = detector.explain();
    const { perHour, stepSeconds } = this.#steps;
    const describeRise = ({ steps, reports, usual: expected }: Rise): ExplainedRise => ({
      reports: round(reports),
      usual: round(expected),
      minutes: round((steps * stepSeconds) / 60),
    });
    const describeStream = (stream: StreamEvidence): ExplainedStream => {
      const canOpen = Number.isFinite(stream.needed);
      return {
        evidence: round(stream.evidence),
        needed: canOpen ? round(stream.needed) : null,
        rise: describeRise(stream),
        usualPerHour: round(stream.expected * perHour),
        ceilingPerHour: round(stream.ceiling * perHour),
        reportsToOpen: canOpen ? stream.reportsToOpen : null,
      };
    };
    const streams = categories.map((stream, index) => ({
      id: service.categories[index]?.id ?? '',
      ...describeStream(stream),
    }));
    const opener = open && service.categories[open.opening.stream];
    const recovery = open && {
      category: opener?.id ?? null,
      rise: describeRise(open.opening),
      openedBy: tellRise(opener?.label ?? 'All reports', describeRise(open.opening)),
      evidence: round(open.evidence),
      needed: round(open.needed),
      stillPerHour: round(open.still * perHour),
      quietMinutesToClose: Math.ceil((open.quietSteps * stepSeconds) / 60),
    };
    const fewest = Math.min(...[all, ...categories].map(({ reportsToOpen }) => reportsToOpen));
    return {
      service: service.id,
      status,
      decidedUntil: toTimestamp(this.#steps.startMs(detector.state.nextStep)),
      stepSeconds,
      baseline: {
        hoursLearned: detector.state.season.hours,
        usualPerHour: round(usual * perHour),
        perHourOfWeek: Array.from({ length: HOURS_PER_WEEK }, (_, hour) =>
          round(detector.season.ratePerHour(hour + 0.5)),
        ),
        ceiling: round(ceiling),
        clumpiness: round(clumpiness),
      },
      all: describeStream(all),
      categories: streams,
      recovery: recovery ?? null,
      wouldChange: recovery
        ? `Over in about ${recovery.quietMinutesToClose} min without further reports; continues at ${countNoun(recovery.stillPerHour, 'report')} an hour.`
        : `A problem opens when ${countNoun(fewest, 'more person reports', 'more people report')} at once.`,
    };
  }
}

/** Minutes after which a rise counts as slow: talk and abrupt outages have reached their peak by then. */
const SLOW_MINUTES = 30;

/** Describes a rise in a few words: "All reports, slowly: 92 in 2 h, 40 usual". */
export function tellRise(name: string, { reports, usual, minutes }: ExplainedRise): string {
  const hours = Math.round(minutes / 30) / 2;
  const time = minutes < 100 ? `${Math.ceil(minutes)} min` : `${hours} h`;
  const slowly = minutes > SLOW_MINUTES ? ', slowly' : '';
  const expected = usual < 10 ? Number(usual.toFixed(1)) : Math.round(usual);
  return `${name}${slowly}: ${Math.round(reports)} in ${time}, ${expected} usual`;
}
