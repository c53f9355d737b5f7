import { type Clock, floorTo, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.js';
import { keyText } from '../lib/key-text.js';
import { PromiseCache } from '../lib/promise-cache.js';
import { OPAQUE_ORIGIN, siteOf } from './report-origin.js';
import type { ReportStore } from './report-store.js';

/** Reports per hour that always count for one site. */
const FREE = 30;
/** Above that, reports allowed per report from any other site. */
const SHARE = 2;
const READING_MS = SECOND_MS;

interface Shares {
  all: number;
  /** Foreign sites only. */
  readonly bySite: Map<string, number>;
}

/**
 * Keeps one embedding site from filling a service's counts, which keeps the number on screen and the learned hours honest.
 * The decision about the status limits each site again, more strictly.
 */
export class SiteBudget {
  readonly #store: Pick<ReportStore, 'countByOrigin'>;
  readonly #isHome: (origin: string) => boolean;
  readonly #now: Clock;
  readonly #readings = new PromiseCache<Shares>();
  /** Reports with a reserved place that are still being written, by service and site. */
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
   * Reserves a place among the counted reports, if the site's budget allows one: its counted reports of the last hour, up to
   * a second old, plus those still being written. The caller must {@link settle} a reserved place.
   *
   * @throws {StoreError} When the store does not answer.
   */
  async reserve(serviceId: string, origin: string): Promise<boolean> {
    if (this.#isHome(origin)) return true;
    const { all, bySite } = await this.#read(serviceId);
    const site = siteOf(origin);
    const underWay = this.#underWay.get(keyText(serviceId, site)) ?? 0;
    const own = bySite.get(site) ?? 0;
    const opaque = bySite.get(OPAQUE_ORIGIN) ?? 0;
    const named = [...bySite].filter(([name]) => name !== OPAQUE_ORIGIN).map(([, count]) => count);
    // A page can send its visitors' reports from frames without a site, so a named site does not profit from opaque reports.
    // The two are not counted together either: thirty opaque reports would then silence every site.
    const counterpart = site === OPAQUE_ORIGIN ? Math.max(0, ...named) : opaque;
    if (own + underWay >= Math.max(FREE, SHARE * (all - own - counterpart))) return false;
    this.#underWay.set(keyText(serviceId, site), underWay + 1);
    return true;
  }

  /** Releases a reserved place. A counted report is added here, because the next read may not include it yet. */
  settle(serviceId: string, origin: string, isCounted: boolean): void {
    const shares = isCounted ? this.#readings.peek(serviceId) : undefined;
    if (!shares) return this.#leave(serviceId, origin);
    // In this order, so that the report is always either under way or counted.
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
    const read = async (): Promise<Shares> => {
      const shares: Shares = { all: 0, bySite: new Map() };
      const counts = await this.#store.countByOrigin(serviceId, nowMs - HOUR_MS, nowMs + MINUTE_MS);
      for (const [origin, count] of counts) this.#add(shares, origin, count);
      return shares;
    };
    return this.#readings.get(serviceId, read, floorTo(nowMs, READING_MS));
  }
}
