import type { CatalogService } from '../catalog/load-catalog.js';
import { SECOND_MS } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import type { ReportStore } from './report-store.js';

/** An embedded database does not tell of what another process, the command line, has written: it is asked so often. */
const READ_INTERVAL_MS = 5 * SECOND_MS;

/** What {@link PausedServices} works with. */
export interface PausedServicesParts {
  readonly store: Pick<ReportStore, 'readPaused'>;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly log: Log;
  /** Told of each service that was paused or goes on. */
  readonly onChange: (serviceId: string) => void;
}

/** Knows which services take no reports: by their catalogue file, or because an operator said so while running. */
export class PausedServices {
  readonly #parts: PausedServicesParts;
  #paused: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PausedServicesParts) {
    this.#parts = parts;
  }

  /** Whether a service takes no reports, as last read. */
  has(serviceId: string): boolean {
    return this.#paused.has(serviceId) || this.#parts.catalog.get(serviceId)?.reports === 'off';
  }

  /** Reads now, and then every few seconds. Rejects with {@link StoreError} when the first reading fails. */
  async start(): Promise<void> {
    await this.read();
    this.#timer = setInterval(() => {
      // Whatever is wrong with the store is told by those who need it more; what was read last stands.
      this.read().catch((error: unknown) =>
        this.#parts.log.debug({ err: error }, 'paused services could not be read'),
      );
    }, READ_INTERVAL_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Reads now, e.g. when a change was announced. Rejects with {@link StoreError}; what was read last stands. */
  async read(): Promise<void> {
    const before = this.#paused;
    this.#paused = await this.#parts.store.readPaused();
    for (const id of new Set([...before, ...this.#paused])) {
      if (before.has(id) !== this.#paused.has(id)) this.#parts.onChange(id);
    }
  }
}
