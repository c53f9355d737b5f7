import { StoreError } from '../lib/store-error.js';
import { assertStorable, type NewReport, type StoredAnswer } from './new-report.js';
import { MAX_BATCH, type ReportStore } from './report-store.js';

/** Bounds of a {@link GroupCommitter}. */
export interface GroupCommitOptions {
  /** How long the first report of a batch waits for others, milliseconds. */
  readonly windowMs?: number;
  /** Reports that end the wait at once, at most {@link MAX_BATCH}; half of that unless given. */
  readonly maxBatch?: number;
  /** Reports that may wait at the same time; further ones are refused. */
  readonly maxWaiting?: number;
}

/** Half of what the store takes: a batch of an embedded database holds up everybody, and a larger one saves nothing more. */
const BATCH = MAX_BATCH / 2;

interface Waiting {
  readonly report: NewReport;
  readonly resolve: (answer: StoredAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface Batch {
  readonly reports: readonly Waiting[];
  readonly written: Promise<StoredAnswer[]>;
}

/**
 * Gathers reports for a few milliseconds and commits them together: a disk that syncs some hundred times a second then
 * takes tens of thousands of reports. While one batch is being written the next one gathers.
 */
export class GroupCommitter {
  readonly #store: Pick<ReportStore, 'addReports'>;
  readonly #countWindowMs: number;
  readonly #windowMs: number;
  readonly #maxBatch: number;
  readonly #maxWaiting: number;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #committing: Promise<void> | undefined;
  #draining = false;
  #failedAt = Number.NEGATIVE_INFINITY;

  /** @param countWindowMs See {@link ReportStore.addReports}. */
  constructor(
    store: Pick<ReportStore, 'addReports'>,
    countWindowMs: number,
    { windowMs = 5, maxBatch = BATCH, maxWaiting = 10_000 }: GroupCommitOptions = {},
  ) {
    this.#store = store;
    this.#countWindowMs = countWindowMs;
    this.#windowMs = windowMs;
    this.#maxBatch = maxBatch;
    this.#maxWaiting = maxWaiting;
  }

  /**
   * Counts one report.
   *
   * @returns What became of it, once that is durable.
   * @throws {StoreError} `busy` when too many wait already, `invalid` for this report alone, `unavailable` when the
   * batch failed or the committer has been drained.
   */
  add(report: NewReport): Promise<StoredAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#draining) throw new StoreError('the server is shutting down');
      if (this.#waiting.length >= this.#maxWaiting) {
        throw new StoreError(`${this.#maxWaiting} reports are waiting to be written already`, {
          code: 'busy',
        });
      }
      assertStorable(report);
      this.#waiting.push({ report, resolve, reject });
      if (this.#waiting.length >= this.#maxBatch) this.#startCommitting();
      // While a batch is being written, what arrives is taken next, without a window of its own.
      else if (!this.#committing) {
        this.#timer ??= setTimeout(() => this.#startCommitting(), this.#windowMs);
      }
    });
  }

  /** Seconds since a batch could not be written; infinite when the last one could. */
  get failureAgeSeconds(): number {
    return (performance.now() - this.#failedAt) / 1000;
  }

  /** Writes what waits and takes nothing more. Resolves when all of it is settled. */
  async drain(): Promise<void> {
    this.#draining = true;
    this.#startCommitting();
    await this.#committing;
  }

  #startCommitting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length > 0) this.#committing ??= this.#commitAll();
  }

  async #commitAll(): Promise<void> {
    let next = this.#begin();
    while (next) {
      const { reports, written } = next;
      const [result] = await Promise.allSettled([written]);
      // The next batch before the answers of this one: the database need not wait for them.
      next = this.#begin();
      this.#settle(reports, result);
    }
    this.#committing = undefined;
  }

  /** Hands a batch to the store; `undefined` when nothing waits. */
  #begin(): Batch | undefined {
    if (this.#waiting.length === 0) return undefined;
    const reports = this.#waiting.splice(0, this.#maxBatch);
    const written = this.#store.addReports(
      reports.map(({ report }) => report),
      this.#countWindowMs,
    );
    return { reports, written };
  }

  #settle(reports: readonly Waiting[], result: PromiseSettledResult<StoredAnswer[]>): void {
    const isWritten = result.status === 'fulfilled';
    this.#failedAt = isWritten ? Number.NEGATIVE_INFINITY : performance.now();
    for (const [index, { resolve, reject }] of reports.entries()) {
      const answer = isWritten && result.value[index];
      if (answer) resolve(answer);
      else if (isWritten) reject(new StoreError('the store returned fewer answers than reports'));
      else reject(result.reason);
    }
  }
}
