import { type Clock, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import { Throttle } from '../lib/throttle.js';
import type { Channel, NotificationStore, OutboxItem } from './notification-store.js';
import type { Deliverer } from './deliver.js';
import { fanOut } from './fan-out.js';
import { deliverItem, type ItemOutcome } from './deliver-item.js';

/** How often the dispatcher looks for due messages. */
const ROUND_MS = 5 * SECOND_MS;
/** How long a claimed message belongs to one process; longer than any try takes. */
const LEASE_MS = 5 * MINUTE_MS;
/** Messages claimed at once. Even if every try takes its maximum, they fit into the lease. */
const BATCH = 10;
/** Least time between two rounds, however often the dispatcher is woken. */
const WAKE_MS = 200;

const CHANNELS: readonly Channel[] = ['email', 'push'];

/** The parts of a {@link Dispatcher}. */
export interface DispatcherParts {
  readonly store: NotificationStore;
  readonly deliverer: Deliverer;
  readonly now: Clock;
  readonly log: Log;
  /** Called with the outcome of each message. */
  readonly observe: (channel: Channel, outcome: ItemOutcome) => void;
}

/**
 * Delivers changes to subscribers: into the outbox, and from there to mail server and push services. Each channel has its
 * own rounds, so a hanging one does not delay the other. Any number of processes may share one outbox.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #rounds: Throttle;
  readonly #underWay = new Set<Promise<void>>();
  readonly #failing = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#rounds = new Throttle(WAKE_MS, (key) => this.#track(key));
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), ROUND_MS);
    this.#timer.unref();
    this.wake();
  }

  /** Starts a round soon. */
  wake(): void {
    this.#rounds.request('changes');
    for (const channel of CHANNELS) this.#rounds.request(channel);
  }

  /** Stops, and waits for the current messages. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#rounds.close();
    await Promise.all(this.#underWay);
  }

  async #track(key: string): Promise<void> {
    const running = this.#guard(key);
    this.#underWay.add(running);
    await running;
    this.#underWay.delete(running);
  }

  async #guard(key: string): Promise<void> {
    try {
      if (key === 'changes') await this.#spread();
      else await this.#send(key as Channel);
      this.#failing.delete(key);
    } catch (error) {
      if (!this.#failing.has(key)) this.#parts.log.error({ err: error, key }, 'notifying failed');
      this.#failing.add(key);
    }
  }

  async #spread(): Promise<void> {
    const { store, now } = this.#parts;
    await fanOut(store, now());
    for (const channel of CHANNELS) this.#rounds.request(channel);
  }

  async #send(channel: Channel): Promise<void> {
    const { store, deliverer, now, log, observe } = this.#parts;
    const onTrouble = ({ serviceId, tries }: OutboxItem, reason: string): void =>
      log.warn({ channel, service: serviceId, tries, reason }, 'a message was not sent');
    for (;;) {
      const nowMs = now();
      const items = await store.claim(channel, nowMs, nowMs + LEASE_MS, BATCH);
      const results = await Promise.allSettled(
        items.map(async (item) =>
          observe(channel, await deliverItem({ store, deliverer, onTrouble }, item, now())),
        ),
      );
      const failure = results.find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
      if (items.length < BATCH || this.#closed) return;
    }
  }
}
