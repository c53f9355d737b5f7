import { StoreError } from '../lib/store-error.js';
import { assertStorable, type NewReport, type StoredAnswer } from './new-report.js';
import { MAX_BATCH, type ReportStore } from './report-store.js';

/** Bounds of a {@link GroupCommitter}. */
export interface GroupCommitOptions {
  /** How long the first report of a batch waits for others, milliseconds. */
  readonly windowMs?: number;
  /** Reports that end the wait at once, at most {@link MAX_BATCH}; half of that unless given. */
  readonly maxBatch?: number;
  /** Reports that may wait at the same time; `add` refuses further ones. */
  readonly maxWaiting?: number;
}

/** Half of the store's maximum: an embedded database accepts no other write during a batch, and larger batches save nothing. */
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
   * @returns The answer, once the report is durable.
   * @throws {StoreError} `busy` if too many reports wait already, `invalid` for this report alone, `unavailable` if the
   * batch failed or the committer is draining.
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
      // While a batch is being written, new reports join the next batch without a window of their own.
      else if (!this.#committing) {
        this.#timer ??= setTimeout(() => this.#startCommitting(), this.#windowMs);
      }
    });
  }

  /** Seconds since the last batch failed; infinite if it succeeded. */
  get failureAgeSeconds(): number {
    return (performance.now() - this.#failedAt) / 1000;
  }

  /** Writes all waiting reports and refuses new ones. Resolves when every report is settled. */
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
      // Start the next batch before answering this one: the database need not wait for the answers.
      next = this.#begin();
      this.#settle(reports, result);
    }
    this.#committing = undefined;
  }

  /** Hands a batch to the store; `undefined` if no report waits. */
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
