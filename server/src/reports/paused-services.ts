import type { CatalogService } from '../catalog/load-catalog.js';
import { SECOND_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import type { ReportStore } from './report-store.js';

/** An embedded database does not announce what the command line writes from another process, so the server reads at this interval. */
const READ_INTERVAL_MS = 5 * SECOND_MS;

/** The parts of {@link PausedServices}. */
export interface PausedServicesParts {
  readonly store: Pick<ReportStore, 'readPaused'>;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly log: Log;
  /** Called with each service that an operator paused or resumed. */
  readonly onChange: (serviceId: string) => void;
}

/** Knows which services take no reports, because of their catalogue file or because an operator paused them. */
export class PausedServices {
  readonly #parts: PausedServicesParts;
  #paused: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PausedServicesParts) {
    this.#parts = parts;
  }

  /** Whether a service takes no reports, as of the last read. */
  has(serviceId: string): boolean {
    return this.#paused.has(serviceId) || this.#parts.catalog.get(serviceId)?.reports === 'off';
  }

  /** Reads now, then every few seconds. Rejects with {@link StoreError} if the first read fails. */
  async start(): Promise<void> {
    await this.read();
    this.#timer = setInterval(() => {
      // Only a debug line: other parts report a broken store. The last read stays in effect.
      this.read().catch((error: unknown) =>
        this.#parts.log.debug({ err: error }, 'paused services could not be read'),
      );
    }, READ_INTERVAL_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Reads now, e.g. after an announced change. Rejects with {@link StoreError}; the last read then stays in effect. */
  async read(): Promise<void> {
    const before = this.#paused;
    this.#paused = await this.#parts.store.readPaused();
    for (const id of new Set([...before, ...this.#paused])) {
      if (before.has(id) !== this.#paused.has(id)) this.#parts.onChange(id);
    }
  }
}
