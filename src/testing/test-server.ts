import type { ReportSubject } from '../client/report-subject.js';
import { parseFeed, type Feed } from '../feed/index.js';
import { installServer } from './install-server.js';
import { sampleFeed, type SampleState } from './sample-feed.js';

/** A report that a {@link TestServer} has counted. */
export interface SentReport {
  /** Id of the service. */
  readonly service: string;
  /** Id of a category, or `{ kind: 'recovered' }`, as in the element's `report()`. */
  readonly subject: ReportSubject;
}

/** What a {@link TestServer} shows: a sample, a feed as it is, or the status of an error, 400 to 599. */
export type Shown = SampleState | Feed | number;

/** A stand-in for a feed server, without a network. */
export interface TestServer {
  /** The counted reports, in their order. */
  readonly reports: readonly SentReport[];
  /**
   * Changes the answers from now on. Nothing is pushed: call the element's `refreshNow()`.
   *
   * @param service Id of the only service that changes. Left out: all do; a feed is of its own service in any case.
   * @throws {FeedError} `invalid` for a feed that is none.
   * @throws {RangeError} For a number that is no status of an error.
   */
  show(what: Shown, service?: string): void;
  /**
   * Answers one request as a feed server does: `/v1/services/{id}/` with `status.json`, `challenge` (no proof of work is
   * asked for), `reports` and `events` (204, so that clients poll). Any id that a feed may have is a service. Everything
   * else is 404. Never rejects. It needs no `this`.
   */
  readonly answer: (request: Request) => Promise<Response>;
  /**
   * Answers the page's own requests to feed servers, by `fetch` and `EventSource`; all others go on as before.
   *
   * @returns A function that takes it back. Remove the elements first, and await it: a feed without readers is forgotten a
   *   task later, and until then the next test's element would show it.
   */
  install(): () => Promise<void>;
}

/** Options of {@link createTestServer}. */
export interface TestServerOptions {
  /** The server's clock, epoch milliseconds. `Date.now()` when left out, also if a test replaces that later. */
  readonly now?: (() => number) | undefined;
}

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Expose-Headers': 'Date, ETag, Retry-After, Age',
  'Cache-Control': 'no-store',
};
/** How long a report keeps another one from counting. */
const ALREADY_SECONDS = 1800;

const PATH = /\/v1\/services\/([a-z0-9][a-z0-9-]{0,63})\/(status\.json|challenge|reports|events)$/;

/** Whether a feed server answers this address. */
const isOfFeedServer = (url: string): boolean => PATH.test(url.replace(/[?#].*/s, ''));

const errorOf = (status: number, code: string, message: string) =>
  [status, { error: { code, message } }] as const;

const readSubject = (body: unknown, feed: Feed): ReportSubject | undefined => {
  const { category, kind } = (body ?? {}) as Record<string, unknown>;
  if (kind === 'recovered') return { kind };
  return feed.community?.categories.find(({ id }) => id === category)?.id;
};

/**
 * Makes a stand-in for a feed server. It knows one visitor: a second report about a service is `already_reported`, as in
 * the window of a real server.
 *
 * @param shown What every service shows at first.
 * @throws As {@link TestServer.show}.
 */
export function createTestServer(
  shown: Shown = 'operational',
  { now = () => Date.now() }: TestServerOptions = {},
): TestServer {
  const reports: SentReport[] = [];
  const countedKeys = new Set<string>();
  let ofAll: Shown = 'operational';
  const ofOne = new Map<string, Shown>();

  const show = (what: Shown, service?: string): void => {
    if (typeof what === 'number' && !(Number.isInteger(what) && what >= 400 && what <= 599))
      throw new RangeError(`what: ${what} is no status of an error, 400 to 599`);
    if (typeof what === 'string') sampleFeed(what);
    const id = typeof what === 'object' ? parseFeed(what).service.id : service;
    if (id !== undefined) return void ofOne.set(id, what);
    ofOne.clear();
    ofAll = what;
  };
  show(shown);

  /** The service's feed with the counted reports in it. */
  const makeFeed = (service: string, what: SampleState | Feed): Feed => {
    const feed =
      typeof what === 'string'
        ? sampleFeed(what, { service, nowMs: now() })
        : structuredClone(what);
    for (const { subject } of reports.filter((report) => report.service === service)) {
      const category = feed.community?.categories.find(({ id }) => id === subject);
      if (!feed.community || !category) continue;
      category.reportCount += 1;
      feed.community.reportCount += 1;
    }
    return feed;
  };

  const takeReport = async (request: Request, service: string, feed: Feed) => {
    const body: unknown = await request.json().catch(() => undefined);
    const subject = readSubject(body, feed);
    const { idempotencyKey } = (body ?? {}) as Record<string, unknown>;
    if (subject === undefined || typeof idempotencyKey !== 'string')
      return errorOf(400, 'invalid', 'expected a category of the feed, or a kind, and a key');
    const sameKind = (report: SentReport) =>
      report.service === service && typeof report.subject === typeof subject;
    const reportCount = feed.community?.reportCount ?? 0;
    if (countedKeys.has(idempotencyKey)) return [202, { outcome: 'counted', reportCount }] as const;
    if (reports.some(sameKind)) {
      const outcome = 'already_reported';
      return [202, { outcome, reportCount, retryAfterSeconds: ALREADY_SECONDS }] as const;
    }
    countedKeys.add(idempotencyKey);
    reports.push({ service, subject });
    const added = typeof subject === 'string' ? 1 : 0;
    return [202, { outcome: 'counted', reportCount: reportCount + added }] as const;
  };

  const choose = async (request: Request): Promise<readonly [status: number, body?: unknown]> => {
    if (request.method === 'OPTIONS') return [204];
    const [, service = '', what] = PATH.exec(new URL(request.url).pathname) ?? [];
    if (!what) return errorOf(404, 'not_found', 'a test server has /v1/services/{id}/… alone');
    const shownNow = ofOne.get(service) ?? ofAll;
    if (typeof shownNow === 'number') return errorOf(shownNow, 'unavailable', 'as the test says');
    const feed = makeFeed(service, shownNow);
    if (what === 'status.json') return [200, feed];
    if (what === 'events') return [204];
    if (!feed.community) return errorOf(404, 'not_found', 'reports are not counted');
    if (feed.community.reports === 'paused') return errorOf(403, 'paused', 'reports are paused');
    return what === 'challenge' ? [204] : takeReport(request, service, feed);
  };

  const answer = async (request: Request): Promise<Response> => {
    const [status, body] = await choose(request);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: {
        ...HEADERS,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        Date: new Date(now()).toUTCString(),
      },
    });
  };

  return { reports, show, answer, install: () => installServer(answer, isOfFeedServer) };
}
