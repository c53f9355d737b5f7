import { setTimeout as sleep } from 'node:timers/promises';
import type { Feed } from 'outage-status/feed';
import type { CatalogService } from '../catalog/load-catalog.js';
import { type Clock, SECOND_MS } from '../lib/clock.js';
import { Entity } from '../lib/entity.js';
import { RequestError } from '../lib/request-error.js';
import { StoreError } from '../lib/store-error.js';
import { MAX_AGE_SECONDS } from './build-feed.js';

/** An unchanged feed is rebuilt after this long, because clients judge its age by `generatedAt`. */
const MAX_UNCHANGED_MS = 15 * SECOND_MS;
/** Least time between two builds of one feed because of changes, by the monotonic clock. */
const CHANGE_INTERVAL_MS = 1000;
const RETRY_AFTER_SECONDS = 10;

/** One built feed in its served forms. */
export interface FeedSnapshot {
  readonly feed: Feed;
  readonly builtAtMs: number;
  /** The whole document. */
  readonly entity: Entity;
  /** The document with an empty guide, where it has one: the widget asks for the guide when a visitor wants it. */
  readonly firstEntity: Entity;
  /** The document without the guide, framed as a server-sent event. */
  readonly event: Buffer;
}

interface Slot {
  snapshot: FeedSnapshot | undefined;
  changed: boolean;
  /** Start of the last build after a change, from `performance.now()`. */
  changeBuiltAt: number;
  building: Promise<FeedSnapshot> | undefined;
}

const toEntity = (feed: Feed): Entity =>
  new Entity(Buffer.from(JSON.stringify(feed)), 'application/json; charset=utf-8');

const takeSnapshot = (feed: Feed, builtAtMs: number): FeedSnapshot => {
  const entity = toEntity(feed);
  const { guide, ...pushed } = feed;
  const firstEntity = guide ? toEntity({ ...feed, guide: { steps: [], faq: [] } }) : entity;
  const event = Buffer.from(
    `id: ${entity.etag().slice(1, -1)}\nevent: feed\ndata: ${JSON.stringify(pushed)}\n\n`,
  );
  return { feed, builtAtMs, entity, firstEntity, event };
};

/** Holds the newest feed of every service in memory. Builds on demand, at most once a second per service, and only if it is changed or old. */
export class FeedCache {
  readonly #read: (service: CatalogService) => Promise<Feed>;
  readonly #now: Clock;
  readonly #observeBuild: (durationSeconds: number) => void;
  readonly #slots = new Map<string, Slot>();

  /**
   * @param options.read Builds a feed; rejects with {@link StoreError} if the store does not answer.
   * @param options.observeBuild Called with the duration of each build.
   */
  constructor(options: {
    read: (service: CatalogService) => Promise<Feed>;
    now: Clock;
    observeBuild: (durationSeconds: number) => void;
  }) {
    this.#read = options.read;
    this.#now = options.now;
    this.#observeBuild = options.observeBuild;
  }

  /** Marks a service's feed as changed. */
  markChanged(serviceId: string): void {
    const slot = this.#slots.get(serviceId);
    if (slot) slot.changed = true;
  }

  /** The result of {@link get} if no build is needed; otherwise `undefined`. */
  peek(serviceId: string): FeedSnapshot | undefined {
    const slot = this.#slots.get(serviceId);
    if (!slot?.snapshot) return undefined;
    const old = Math.abs(this.#now() - slot.snapshot.builtAtMs) >= MAX_UNCHANGED_MS;
    const due = slot.changed && performance.now() - slot.changeBuiltAt >= CHANGE_INTERVAL_MS;
    return old || due ? undefined : slot.snapshot;
  }

  /**
   * The feed to serve now, at most a second behind the store.
   *
   * @throws {RequestError} `unavailable` if the store does not answer and the last good feed is stale.
   */
  async get(service: CatalogService): Promise<FeedSnapshot> {
    return this.peek(service.id) ?? this.#buildOrFallBack(service, this.#slot(service));
  }

  /**
   * The feed with all changes marked so far. Waits for up to a second where {@link get} would return the last one.
   *
   * @throws {RequestError} As {@link get}.
   */
  async getChanged(service: CatalogService): Promise<FeedSnapshot> {
    const slot = this.#slot(service);
    if (slot.building) await slot.building.catch(() => undefined);
    if (!slot.changed) return this.get(service);
    const restMs = CHANGE_INTERVAL_MS - (performance.now() - slot.changeBuiltAt);
    if (restMs > 0) await sleep(restMs);
    // A build that began during the sleep includes the change. Not through get(), because timers can fire a little early.
    return slot.changed || slot.building ? this.#buildOrFallBack(service, slot) : this.get(service);
  }

  #slot(service: CatalogService): Slot {
    const known = this.#slots.get(service.id);
    if (known) return known;
    const slot: Slot = {
      snapshot: undefined,
      changed: false,
      changeBuiltAt: Number.NEGATIVE_INFINITY,
      building: undefined,
    };
    this.#slots.set(service.id, slot);
    return slot;
  }

  async #buildOrFallBack(service: CatalogService, slot: Slot): Promise<FeedSnapshot> {
    const { snapshot } = slot;
    try {
      return await this.#build(service, slot);
    } catch (cause) {
      return this.#fallBack(snapshot, cause);
    }
  }

  #build(service: CatalogService, slot: Slot): Promise<FeedSnapshot> {
    slot.building ??= this.#buildOnce(service, slot).finally(() => {
      slot.building = undefined;
    });
    return slot.building;
  }

  async #buildOnce(service: CatalogService, slot: Slot): Promise<FeedSnapshot> {
    const startedAt = performance.now();
    // A first build, or one because of age, must not delay a change right after it.
    if (slot.changed) slot.changeBuiltAt = startedAt;
    // Before reading: a change during the build belongs to the next build.
    slot.changed = false;
    try {
      const snapshot = takeSnapshot(await this.#read(service), this.#now());
      slot.snapshot = snapshot;
      return snapshot;
    } catch (cause) {
      slot.changed = true;
      throw cause;
    } finally {
      this.#observeBuild((performance.now() - startedAt) / 1000);
    }
  }

  /** The last good feed carries its own age, so it may be served until it is stale. */
  #fallBack(snapshot: FeedSnapshot | undefined, cause: unknown): FeedSnapshot {
    if (!(cause instanceof StoreError)) throw cause;
    if (snapshot && this.#now() - snapshot.builtAtMs < MAX_AGE_SECONDS * SECOND_MS) return snapshot;
    throw new RequestError('unavailable', 'The database does not answer; try again shortly.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause,
    });
  }
}
