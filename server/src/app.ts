import { join } from 'node:path';
import type { Hono } from 'hono';
import { findBlockedIds } from './catalog/blocked-ids.js';
import { type CatalogService, loadCatalog } from './catalog/load-catalog.js';
import { createCore, type Core } from './core.js';
import { startDemo } from './demo/start-demo.js';
import { createApi, type Api } from './http/create-api.js';
import { Listener } from './http/listener.js';
import type { Clock } from './lib/clock.js';
import { type Log, openLog } from './lib/log.js';
import {
  ASSETS_FOLDER,
  CATALOG_FOLDER,
  SERVER_VERSION,
  WIDGET_FOLDER,
  WIDGET_VERSION,
} from './lib/package-paths.js';
import { findContact } from './notify/contact.js';
import type { Notifier, NotifierOptions } from './notify/notifier.js';
import { startOutsideVoices, type OutsideVoices } from './outside-voices.js';
import type { Settings } from './settings/read-settings.js';
import { openStore } from './store/open-store.js';
import type { Store } from './store/store-of.js';
import { WidgetReleases } from './widget/widget-releases.js';

/** Options of {@link createApp}. Only the settings are required; the others are for tests and unusual hosts. */
export interface AppOptions {
  /** From {@link readSettings}. */
  readonly settings: Settings;
  /** By default opened as the settings say. A store given here stays open when the server closes. */
  readonly store?: Store;
  /** By default loaded from the settings' folders. */
  readonly catalog?: ReadonlyMap<string, CatalogService>;
  readonly now?: Clock;
  /** Fetches vendors' status pages and checked addresses. The default connects only where `OFFICIAL_NETWORKS` allows. */
  readonly fetch?: typeof fetch;
  readonly log?: Log;
}

/** The server, ready to start. */
export interface App {
  /** The routes. Usable without {@link start}, through `app.fetch`; reports and event streams require Node's own server. */
  readonly app: Hono;
  /**
   * Starts decisions and polls without listening, for hosts that serve {@link app} themselves.
   *
   * @throws {StoreError} When the store does not answer.
   */
  startWork(): Promise<void>;
  /**
   * Listens, and starts the work. In demo mode it also adds the demo.
   *
   * @returns The server's address on this machine, without a trailing slash.
   * @throws {StartError} If it cannot listen on the settings' host and port.
   */
  start(): Promise<{ url: string }>;
  /** Stops listening, finishes current requests, ends event streams, closes the store. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Makes a feed server.
 *
 * @throws {CatalogError} With every problem of every service file.
 * @throws {StoreError} If the store cannot be opened.
 * @throws {StartError} If the settings of notifications are incomplete.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings } = options;
  const folders = [CATALOG_FOLDER, ...settings.catalogDirs];
  const catalog = new Map(options.catalog ?? (await loadCatalog(folders)));
  const store = options.store ?? (await openStore(settings));
  const now = options.now ?? Date.now;
  const log = options.log ?? openLog(settings.logLevel);
  const blockedIds = findBlockedIds(catalog.keys());
  if (blockedIds.length > 0) {
    log.warn(
      { services: blockedIds },
      'content blockers stop addresses with these ids; rename them',
    );
  }
  const core = createCore({ settings, store, catalog, now, log });
  const address = { publicUrl: settings.publicUrl };
  try {
    const notifier = await openNotifier({
      settings,
      store: store.notifications,
      catalog,
      now,
      log,
      publicUrl: () => address.publicUrl,
      observe: (channel, outcome) => core.metrics.notifications.inc({ channel, outcome }),
    });
    return new Server({ options, catalog, store, now, log, core, address, notifier });
  } catch (error) {
    if (!options.store) await store.close();
    throw error;
  }
}

/** Loads the notifier only if it is configured, because the libraries for mail and push take a quarter of a second. */
const openNotifier = async (options: NotifierOptions): Promise<Notifier | undefined> => {
  if (findContact(options.settings) === undefined) return undefined;
  const { createNotifier } = await import('./notify/notifier.js');
  return createNotifier(options);
};

interface ServerParts {
  readonly options: AppOptions;
  readonly catalog: Map<string, CatalogService>;
  readonly store: Store;
  readonly now: Clock;
  readonly log: Log;
  readonly core: Core;
  /** The server's address for visitors, once it is known. */
  readonly address: { publicUrl: string | undefined };
  readonly notifier: Notifier | undefined;
}

/** Starts and stops the parts in the right order. */
class Server implements App {
  readonly app: Hono;
  readonly #api: Api;
  readonly #parts: ServerParts;
  readonly #listener = new Listener();
  readonly #releases: WidgetReleases;
  #outside: OutsideVoices | undefined;
  #unsubscribe: () => void = () => undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    const { settings } = parts.options;
    this.#releases = new WidgetReleases(
      WIDGET_FOLDER,
      WIDGET_VERSION,
      join(settings.dataDir, 'widget'),
    );
    const { catalog, store, log, now, core, notifier, address } = parts;
    this.#api = createApi({
      catalog,
      history: store.history,
      checkStore: () => store.check(),
      states: core.states,
      feeds: core.feeds,
      hub: core.hub,
      views: core.views,
      desk: core.desk,
      committer: core.committer,
      explainer: core.explainer,
      metrics: core.metrics,
      notifier,
      log,
      now,
      version: SERVER_VERSION,
      widgetFolder: WIDGET_FOLDER,
      releases: this.#releases,
      assetsFolder: ASSETS_FOLDER,
      listAtRoot: !settings.demo,
      maxWatchers: settings.maxWatchers,
      trustedProxies: settings.trustedProxies,
      trustHost: !settings.publicUrl,
      pathPrefix: this.#pathPrefix,
      publicUrl: () => address.publicUrl,
      tickAgeSeconds: core.tickAgeSeconds,
      maxTickAgeSeconds: Math.max(60, 5 * settings.tickSeconds),
    });
    this.app = this.#api.app;
  }

  async start(): Promise<{ url: string }> {
    const { settings } = this.#parts.options;
    const url = await this.#listener.listen(settings.host, settings.port);
    const { address } = this.#parts;
    address.publicUrl ??= url;
    if (settings.demo) {
      const { catalog, store, now, log } = this.#parts;
      await startDemo(this.app, {
        catalog,
        history: store.history,
        now,
        log,
        localUrl: url,
        publicUrl: address.publicUrl,
        pathPrefix: this.#pathPrefix,
      });
    }
    await this.#keepRelease();
    await this.startWork();
    this.#listener.serve(this.#api);
    return { url };
  }

  async startWork(): Promise<void> {
    const { options, catalog, store, now, log, core, notifier } = this.#parts;
    await core.states.refreshAll();
    await core.paused.start();
    this.#unsubscribe = store.onChange((serviceId) => {
      void this.#notice(serviceId);
      notifier?.dispatcher.wake();
    });
    await core.ticker.tick();
    core.ticker.start();
    core.views.start();
    notifier?.start();
    this.#outside = startOutsideVoices({
      settings: options.settings,
      catalog,
      store,
      metrics: core.metrics,
      now,
      log,
      fetch: options.fetch,
      notice: (serviceId) => this.#notice(serviceId),
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    const { core, options, store, notifier } = this.#parts;
    this.#unsubscribe();
    // Streams first: the listener waits for its connections, and streams never end on their own.
    core.hub.close();
    core.paused.close();
    await Promise.all([
      core.ticker.close(),
      this.#outside?.close(),
      this.#listener.close(),
      notifier?.close(),
    ]);
    await Promise.all([core.committer.drain(), core.desk.drain(), core.views.close()]);
    if (!options.store) await store.close();
  }

  get #pathPrefix(): string {
    const { publicUrl } = this.#parts.options.settings;
    return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  }

  // Only later versions need the copy, so the server starts even if the folder is not writable.
  async #keepRelease(): Promise<void> {
    try {
      await this.#releases.keep();
    } catch (error) {
      this.#parts.log.warn(
        { err: error },
        'the widget could not be kept: pages that pin this release lose it with the next update',
      );
    }
  }

  async #notice(serviceId: string): Promise<void> {
    const { core, log } = this.#parts;
    try {
      await core.paused.read();
      if (await core.states.refresh(serviceId)) core.hub.announce(serviceId);
    } catch (error) {
      log.warn({ err: error, service: serviceId }, 'a change could not be read');
    }
  }
}
