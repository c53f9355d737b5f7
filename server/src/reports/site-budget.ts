import { type Clock, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import { keyText } from '../lib/key-text.js';
import type { ReportStore } from './report-store.js';
import { siteOf } from './site-of.js';

/** So many reports of one site count in an hour whoever else reports. */
const FREE = 30;
/** Beyond them, so many for each report from elsewhere. */
const SHARE = 2;
const READING_MS = SECOND_MS;

/** What pages without a site count as, see `limitLargestOrigin`. */
const OPAQUE = 'null';

interface Shares {
  all: number;
  /** Of foreign sites. */
  readonly bySite: Map<string, number>;
}

interface Reading {
  readonly readAtMs: number;
  readonly shares: Promise<Shares>;
}

/**
 * Keeps one embedding site from filling a service's counts. What it may say about the status is limited again, and more
 * strictly, where the status is decided; this keeps the number on screen and the hours that are learned from it honest.
 */
export class SiteBudget {
  readonly #store: Pick<ReportStore, 'countByOrigin'>;
  readonly #isHome: (origin: string) => boolean;
  readonly #now: Clock;
  readonly #readings = new Map<string, Reading>();
  /** Reports that were granted a place and are being written, by service and site. */
  readonly #underWay = new Map<string, number>();

  constructor(
    store: Pick<ReportStore, 'countByOrigin'>,
    isHome: (origin: string) => boolean,
    now: Clock,
  ) {
    this.#store = store;
    this.#isHome = isHome;
    this.#now = now;
  }

  /**
   * Grants a report of a site its place among those that count, as far as the last hour's, as of a second ago, and those
   * on their way leave room. What is granted has to be settled.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async reserve(serviceId: string, origin: string): Promise<boolean> {
    if (this.#isHome(origin)) return true;
    const { all, bySite } = await this.#read(serviceId);
    const site = siteOf(origin);
    const underWay = this.#underWay.get(keyText(serviceId, site)) ?? 0;
    const own = bySite.get(site) ?? 0;
    const opaque = bySite.get(OPAQUE) ?? 0;
    const named = [...bySite].filter(([name]) => name !== OPAQUE).map(([, count]) => count);
    // A page can send its visitors' reports from frames without a site, so those never speak for it as others do. They are
    // not taken for its own either: thirty of them would then silence every site there is.
    const counterpart = site === OPAQUE ? Math.max(0, ...named) : opaque;
    if (own + underWay >= Math.max(FREE, SHARE * (all - own - counterpart))) return false;
    this.#underWay.set(keyText(serviceId, site), underWay + 1);
    return true;
  }

  /** Says what became of a report that was granted its place; it may be counted before the next reading holds it. */
  settle(serviceId: string, origin: string, isCounted: boolean): void {
    const shares = isCounted ? this.#readings.get(serviceId)?.shares : undefined;
    if (!shares) return this.#leave(serviceId, origin);
    // In this order, so that nobody finds it neither on its way nor counted.
    void shares
      .then((read) => this.#add(read, origin, 1))
      .catch(() => undefined)
      .then(() => this.#leave(serviceId, origin));
  }

  #leave(serviceId: string, origin: string): void {
    if (this.#isHome(origin)) return;
    const key = keyText(serviceId, siteOf(origin));
    const left = (this.#underWay.get(key) ?? 0) - 1;
    if (left > 0) this.#underWay.set(key, left);
    else this.#underWay.delete(key);
  }

  #add(shares: Shares, origin: string, count: number): void {
    shares.all += count;
    if (this.#isHome(origin)) return;
    const site = siteOf(origin);
    shares.bySite.set(site, (shares.bySite.get(site) ?? 0) + count);
  }

  #read(serviceId: string): Promise<Shares> {
    const nowMs = this.#now();
    const known = this.#readings.get(serviceId);
    if (known && Math.abs(nowMs - known.readAtMs) < READING_MS) return known.shares;
    const shares = this.#store
      .countByOrigin(serviceId, nowMs - HOUR_MS, nowMs + MINUTE_MS)
      .then((counts) => {
        const read: Shares = { all: 0, bySite: new Map() };
        for (const [origin, count] of counts) this.#add(read, origin, count);
        return read;
      });
    shares.catch(() => this.#readings.delete(serviceId));
    this.#readings.set(serviceId, { readAtMs: nowMs, shares });
    return shares;
  }
}
