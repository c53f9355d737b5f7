import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Counts in memory until the counter is read, because the busiest paths have no time for more than a number. */
export class Tally {
  readonly #counter: Pick<Counter.Internal, 'inc'>;
  #count = 0;

  /** @param counter A counter without labels, or with all labels set. */
  constructor(counter: Pick<Counter.Internal, 'inc'>) {
    this.#counter = counter;
  }

  add(): void {
    this.#count += 1;
  }

  /** Adds the count to the counter. */
  flush(): void {
    this.#counter.inc(this.#count);
    this.#count = 0;
  }
}

/** A counter with labels of any names. */
interface Labelled {
  labels(...values: string[]): Pick<Counter.Internal, 'inc'>;
}

/** The server's metrics. No label contains anything about a visitor, and none grows with the catalogue. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #tallies: Tally[] = [];

  /** Requests by route pattern and status. */
  readonly requests = new Counter({
    name: 'outage_status_http_requests_total',
    help: 'Answered requests, by route pattern and HTTP status.',
    labelNames: ['route', 'status'] as const,
    registers: [this.#registry],
  });

  /** Reports and votes by outcome: `counted`, `already_reported`, or the error's code. */
  readonly reports = new Counter({
    name: 'outage_status_reports_total',
    help: 'Reports and votes that it works again, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  /** Reports and challenges whose `X-Forwarded-For` was not believed, see `ProxyWatch`. */
  readonly untrustedForwards = new Counter({
    name: 'outage_status_untrusted_forwards_total',
    help: 'Reports and challenges with an X-Forwarded-For of an address that is not in TRUSTED_PROXIES.',
    registers: [this.#registry],
  });

  /** Votes among the counted reports. */
  readonly votes = new Counter({
    name: 'outage_status_votes_total',
    help: 'Counted votes that it works again; part of outage_status_reports_total.',
    registers: [this.#registry],
  });

  /** Views of feeds, see `ViewCounter`. */
  readonly views = new Counter({
    name: 'outage_status_feed_views_total',
    help: 'Feeds answered to requests without If-None-Match, over all services.',
    registers: [this.#registry],
  });

  readonly commitSize = new Histogram({
    name: 'outage_status_commit_reports',
    help: 'Reports written in one transaction.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers: [this.#registry],
  });

  readonly feedBuildSeconds = new Histogram({
    name: 'outage_status_feed_build_seconds',
    help: 'Time to build one feed.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.#registry],
  });

  readonly rounds = new Counter({
    name: 'outage_status_decision_rounds_total',
    help: 'Complete rounds of decisions over all active services.',
    registers: [this.#registry],
  });

  readonly officialReads = new Counter({
    name: 'outage_status_official_reads_total',
    help: "Polls of vendors' status pages, by outcome: read, unchanged or failed.",
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  readonly checks = new Counter({
    name: 'outage_status_checks_total',
    help: "Checks of services' addresses, by outcome: answered, unclear, offline, or how they failed (dns, connect, timeout, tls, http).",
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  /** Raster pictures drawn; pictures from the cache do not count. */
  readonly pictures = new Counter({
    name: 'outage_status_pictures_drawn_total',
    help: 'Raster pictures drawn.',
    registers: [this.#registry],
  });

  readonly notifications = new Counter({
    name: 'outage_status_notifications_total',
    help: 'Messages handled, by channel and outcome.',
    labelNames: ['channel', 'outcome'] as const,
    registers: [this.#registry],
  });

  readonly #delay = monitorEventLoopDelay();

  /** @param readGauges Called for every scrape; if the outbox cannot be read, its gauges stay as they were. */
  constructor(readGauges: {
    watchers: () => number;
    tickAgeSeconds: () => number;
    outbox: () => Promise<{ waitingCount: number; oldestAgeSeconds: number }>;
  }) {
    const { watchers, tickAgeSeconds, outbox } = readGauges;
    const oldestAge = new Gauge({
      name: 'outage_status_outbox_oldest_age_seconds',
      help: 'Age of the oldest message waiting to be sent; 0 if there is none.',
      registers: [this.#registry],
    });
    new Gauge({
      name: 'outage_status_outbox_waiting',
      help: 'Messages waiting to be sent.',
      registers: [this.#registry],
      async collect() {
        const backlog = await outbox().catch(() => undefined);
        if (!backlog) return;
        this.set(backlog.waitingCount);
        oldestAge.set(backlog.oldestAgeSeconds);
      },
    });
    new Gauge({
      name: 'outage_status_watchers',
      help: 'Open event streams.',
      registers: [this.#registry],
      collect() {
        this.set(watchers());
      },
    });
    new Gauge({
      name: 'outage_status_tick_age_seconds',
      help: 'Time since the last complete round of decisions.',
      registers: [this.#registry],
      collect() {
        this.set(tickAgeSeconds());
      },
    });
    this.#delay.enable();
    const delay = this.#delay;
    new Gauge({
      name: 'outage_status_event_loop_delay_seconds',
      help: 'Longest delay of the event loop since the last scrape.',
      registers: [this.#registry],
      collect() {
        this.set(delay.max / 1e9);
        delay.reset();
      },
    });
    new Gauge({
      name: 'outage_status_resident_memory_bytes',
      help: 'Resident memory of the process.',
      registers: [this.#registry],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
  }

  /** The media type of {@link write}. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Makes a {@link Tally} of a counter. */
  tally(counter: Pick<Counter.Internal, 'inc'>): Tally {
    const tally = new Tally(counter);
    this.#tallies.push(tally);
    return tally;
  }

  /** Returns a counter's tallies by label values, each made when first needed. */
  tallies(counter: Labelled): (...labels: string[]) => Tally {
    const known = new Map<string, Tally>();
    return (...labels) => {
      const key = labels.join('\n');
      const tally = known.get(key) ?? this.tally(counter.labels(...labels));
      known.set(key, tally);
      return tally;
    };
  }

  /** All metrics in the text format of Prometheus. */
  write(): Promise<string> {
    for (const tally of this.#tallies) tally.flush();
    return this.#registry.metrics();
  }
}
