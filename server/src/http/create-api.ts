import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { BlankEnv } from 'hono/types';
import { getPath } from 'hono/utils/url';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { Explainer } from '../decide/explain.js';
import type { FeedCache } from '../feed/feed-cache.js';
import type { HistoryStore } from '../feed/history-store.js';
import type { Clock } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import { RequestError } from '../lib/request-error.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Notifier } from '../notify/notifier.js';
import type { Hub } from '../push/hub.js';
import type { GroupCommitter } from '../reports/group-commit.js';
import type { ReportDesk } from '../reports/report-desk.js';
import { Rasterizer } from '../render/rasterizer.js';
import type { ServiceStates } from '../states/service-states.js';
import type { ViewCounter } from '../views/view-counter.js';
import type { WidgetReleases } from '../widget/widget-releases.js';
import { answerError, toPlainError } from './answer-error.js';
import { addAtomRoute } from './atom-routes.js';
import { addBuilderRoute } from './builder-routes.js';
import { addDecisionRoute } from './decision-route.js';
import { addEmbedRoutes } from './embed-routes.js';
import { addEventRoutes } from './event-routes.js';
import { addExplainRoute } from './explain-route.js';
import { fastFeeds } from './fast-feeds.js';
import { answerFast, fastReports } from './fast-routes.js';
import { addFeedRoutes } from './feed-routes.js';
import { addFiles } from './file-routes.js';
import { addFragmentRoutes } from './fragment-routes.js';
import { addHistoryPageRoute } from './history-page-route.js';
import { addHistoryRoutes } from './history-routes.js';
import type { Answers } from './listener.js';
import { addManifestRoutes } from './manifest-routes.js';
import { findMeantAddress } from './meant-address.js';
import { addNotifyEmailRoutes } from './notify-email-routes.js';
import { addNotifyPushRoutes } from './notify-push-routes.js';
import { addOembedRoute } from './oembed-routes.js';
import { addOpenApiRoute } from './openapi-route.js';
import { addOperatorRoutes } from './operator-routes.js';
import { addPageRoutes, answerNotFoundPage, serverUrlOf, wantsPage } from './page-routes.js';
import { addPictureRoutes } from './picture-routes.js';
import { addPrivacyRoute } from './privacy-route.js';
import { ProxyWatch } from './proxy-watch.js';
import { RawAnswerWriter, toRawAnswer } from './raw-answer.js';
import { addReportRoutes } from './report-routes.js';
import { addServiceRoutes } from './service-routes.js';
import { shareWithEveryPage } from './shared-headers.js';
import { reportTaker, type TakeReport } from './take-report.js';
import { addWidgetRoutes } from './widget-routes.js';

/** Everything the routes need. */
export interface ApiParts {
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly history: HistoryStore;
  /** Rejects when the database does not answer. */
  readonly checkStore: () => Promise<void>;
  readonly states: ServiceStates;
  readonly feeds: FeedCache;
  readonly hub: Hub;
  readonly views: Pick<ViewCounter, 'countRequest'>;
  readonly desk: ReportDesk;
  readonly committer: GroupCommitter;
  readonly explainer: Explainer;
  readonly metrics: Metrics;
  /** `undefined` if notifications are not set up. */
  readonly notifier: Notifier | undefined;
  readonly log: Log;
  readonly now: Clock;
  readonly version: string;
  readonly widgetFolder: string;
  readonly releases: WidgetReleases;
  readonly assetsFolder: string;
  /** Whether `/` lists the services; in demo mode it leads to the demo. */
  readonly listAtRoot: boolean;
  readonly maxWatchers: number;
  readonly trustedProxies: readonly string[];
  /** See `SenderParts`. */
  readonly trustHost: boolean;
  /** Path under which a proxy exposes the server, without a trailing slash; empty for none. */
  readonly pathPrefix: string;
  readonly publicUrl: () => string | undefined;
  readonly tickAgeSeconds: () => number;
  readonly maxTickAgeSeconds: number;
}

/** Stands for the route, in metrics and log, of a request that matches none. */
const NO_ROUTE = 'none';

// A proxy may strip its prefix from the path or leave it; both work.
const stripPrefix = (path: string, prefix: string): string =>
  prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;

/** The router, and the shortcuts around it. */
export interface Api extends Answers {
  /** Every route: API, pages, pictures and files. */
  readonly app: OpenAPIHono<BlankEnv>;
}

export function createApi(parts: ApiParts): Api {
  const app = createRouter(parts);
  const takeReport = addRoutes(app, parts);
  const { catalog, feeds, views, metrics, log, pathPrefix } = parts;
  const writer = new RawAnswerWriter({ metrics, log });
  const fastRoutes = [...fastFeeds({ feeds, views }), fastReports({ catalog, takeReport })];
  return {
    app,
    answerFast: answerFast(fastRoutes, writer, pathPrefix),
    refuse: () => {
      const error = new RequestError('invalid', 'The request cannot be read.');
      return writer.toResponse(NO_ROUTE, toRawAnswer(toPlainError(error, log)));
    },
  };
}

/** Creates the router with what all routes share: metric, log entry, shared headers, one shape of errors. */
function createRouter(parts: ApiParts): OpenAPIHono<BlankEnv> {
  const { catalog, metrics, log, pathPrefix, publicUrl } = parts;
  const app = new OpenAPIHono<BlankEnv>({
    getPath: (request) => stripPrefix(getPath(request), pathPrefix),
    defaultHook: (result) => {
      if (result.success) return;
      const path = result.error.issues[0]?.path.map(String).join('.');
      const message = result.error.issues[0]?.message ?? 'Not accepted.';
      throw new RequestError('invalid', message, path ? { path } : {});
    },
  });

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    const matched = routePath(context, -1);
    const route = matched === '/*' || matched === '*' ? NO_ROUTE : matched;
    const { status } = context.res;
    metrics.requests.inc({ route, status: String(status) });
    log.debug({ route, status, ms: Math.round(performance.now() - startedAt) }, 'answered');
  });
  app.use(shareWithEveryPage);
  app.onError((error, context) => {
    const known =
      error instanceof HTTPException ? new RequestError('invalid', error.message) : error;
    return answerError(context, known, log);
  });
  app.notFound((context) => {
    const meant = findMeantAddress(context, catalog);
    if (meant) {
      context.header('Cache-Control', 'public, max-age=300');
      return context.redirect(serverUrlOf(context, publicUrl) + meant, 301);
    }
    return wantsPage(context)
      ? answerNotFoundPage(context, publicUrl)
      : answerError(
          context,
          new RequestError('not_found', 'There is nothing at this address.'),
          log,
        );
  });
  return app;
}

/** Adds every route and passes it the parts it declares. Returns the function that takes reports. */
function addRoutes(app: OpenAPIHono<BlankEnv>, parts: ApiParts): TakeReport {
  const { catalog, history, checkStore, states, feeds, hub, views, desk, committer, explainer } =
    parts;
  const { metrics, notifier, log, now, version, releases, maxWatchers, listAtRoot } = parts;
  const { trustedProxies, trustHost, publicUrl, tickAgeSeconds, maxTickAgeSeconds } = parts;
  const proxyWatch = new ProxyWatch({ log, observe: () => metrics.untrustedForwards.inc() });
  const senders = { trustedProxies, trustHost, publicUrl, proxyWatch };
  const tallyOf = metrics.tallies(metrics.reports);
  const observe = (outcome: string): void => tallyOf(outcome).add();
  const takeReport = reportTaker({ catalog, desk, log, observe, ...senders });

  addServiceRoutes(app, { catalog, states, now });
  addFeedRoutes(app, { catalog, feeds, views });
  addEventRoutes(app, { catalog, feeds, hub, maxWatchers });
  addReportRoutes(app, { catalog, desk, takeReport, ...senders });
  addHistoryRoutes(app, { catalog, history, now });
  addExplainRoute(app, { catalog, explainer, now });
  addOperatorRoutes(app, {
    checkStore,
    committer,
    proxyWatch,
    metrics,
    tickAgeSeconds,
    maxTickAgeSeconds,
  });
  addOpenApiRoute(app, { version, publicUrl });
  addPrivacyRoute(app);
  addWidgetRoutes(app, { widgetFolder: parts.widgetFolder, releases });
  const rasterizer = new Rasterizer(() => metrics.pictures.inc());
  addPictureRoutes(app, { catalog, feeds, now, log, rasterizer, publicUrl });
  addBuilderRoute(app, { catalog, releases, publicUrl });
  addEmbedRoutes(app, { catalog, feeds, now, publicUrl });
  addFragmentRoutes(app, { catalog, feeds, now, publicUrl });
  addOembedRoute(app, { catalog, publicUrl });
  addAtomRoute(app, { catalog, feeds, now, history, publicUrl });
  addManifestRoutes(app, { catalog, rasterizer });
  if (notifier) {
    addNotifyEmailRoutes(app, { catalog, now, log, trustedProxies, publicUrl }, notifier);
    addNotifyPushRoutes(app, { catalog, now, log, trustedProxies, publicUrl }, notifier);
  }
  addPageRoutes(app, { catalog, feeds, now, states, publicUrl, listAtRoot, notifier });
  addDecisionRoute(app, { catalog, explainer, history, now });
  addHistoryPageRoute(app, { catalog, history, now });
  // Must follow the page routes: `/assets/page.css` is generated, not a file.
  addFiles(app, '/assets', parts.assetsFolder);
  return takeReport;
}
