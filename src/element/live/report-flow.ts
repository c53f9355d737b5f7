import type { ReportOutcome } from '../../client/report-outcome.js';
import { createIdempotencyKey } from './idempotency-key.js';

/** What became of a report, as the visitor is told: the server's answer, or that the page kept it from being sent. */
export type ReportAnswer = ReportOutcome | { readonly outcome: 'prevented' };

/** Where the visitor is in reporting. */
export type ReportStep =
  | { readonly step: 'closed' }
  | {
      readonly step: 'choosing';
      readonly selected: string | undefined;
      /** Sending was asked for without a choice. */
      readonly choiceMissing: boolean;
    }
  | { readonly step: 'sending'; readonly selected: string }
  | {
      readonly step: 'done';
      readonly selected: string;
      readonly answer: ReportAnswer;
      /** Visitor's clock at the answer, epoch milliseconds. */
      readonly answeredAtMs: number;
    };

/** Takes one report away. Resolves to `undefined` when it was aborted; never rejects. */
export type DeliverReport = (
  categoryId: string,
  options: { readonly idempotencyKey: string; readonly signal: AbortSignal },
) => Promise<ReportAnswer | undefined>;

/**
 * Leads through one report. A report keeps its idempotency key until the visitor chooses something else or it is
 * answered, so that trying again never counts twice, not even after an answer was lost on its way.
 */
export class ReportFlow {
  #state: ReportStep = { step: 'closed' };
  #key: { readonly categoryId: string; readonly value: string } | undefined;
  #sending:
    | { readonly abort: AbortController; readonly answer: Promise<ReportAnswer | undefined> }
    | undefined;

  /**
   * @param deliver Sends the report.
   * @param changed Called after each step.
   */
  constructor(
    readonly deliver: DeliverReport,
    readonly changed: () => void,
  ) {}

  get state(): ReportStep {
    return this.#state;
  }

  open(): void {
    this.#move({ step: 'choosing', selected: undefined, choiceMissing: false });
  }

  choose(categoryId: string): void {
    if (this.#state.step !== 'choosing') return;
    this.#move({ step: 'choosing', selected: categoryId, choiceMissing: false });
  }

  /** Ends the flow; a report on its way is aborted. */
  close(): void {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    if (this.#state.step !== 'closed') this.#move({ step: 'closed' });
  }

  /** Sends what is chosen, or what an earlier try could not deliver. A second call while sending sends nothing more. */
  async send(): Promise<void> {
    const state = this.#state;
    if (state.step === 'closed' || state.step === 'sending') return;
    if (state.selected === undefined) {
      this.#move({ step: 'choosing', selected: undefined, choiceMissing: true });
      return;
    }
    await this.#sendAndShow(state.selected);
  }

  /**
   * Sends a report that code asks for. An open panel shows it; a closed one stays closed.
   *
   * @returns The answer; that of the report already on its way, if there is one; `undefined` when aborted.
   */
  async report(categoryId: string): Promise<ReportAnswer | undefined> {
    if (this.#sending) return this.#sending.answer;
    if (this.#state.step === 'closed') return this.#deliver(categoryId);
    return this.#sendAndShow(categoryId);
  }

  /** Stops what is on its way, as when the element leaves the page; the choice stays. */
  interrupt(): void {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    if (this.#state.step === 'sending') {
      this.#move({ step: 'choosing', selected: this.#state.selected, choiceMissing: false });
    }
  }

  async #sendAndShow(selected: string): Promise<ReportAnswer | undefined> {
    const answering = this.#deliver(selected);
    this.#move({ step: 'sending', selected });
    const answer = await answering;
    if (answer && this.#state.step === 'sending') {
      this.#move({ step: 'done', selected, answer, answeredAtMs: Date.now() });
    }
    return answer;
  }

  #deliver(categoryId: string): Promise<ReportAnswer | undefined> {
    if (this.#key?.categoryId !== categoryId) {
      this.#key = { categoryId, value: createIdempotencyKey() };
    }
    const abort = new AbortController();
    const answer = this.deliver(categoryId, {
      idempotencyKey: this.#key.value,
      signal: abort.signal,
    }).then((settled) => {
      if (this.#sending?.abort === abort) this.#sending = undefined;
      // Only a report without an answer may be the same report when it is sent again.
      if (settled?.outcome === 'counted' || settled?.outcome === 'already_reported')
        this.#key = undefined;
      return abort.signal.aborted ? undefined : settled;
    });
    this.#sending = { abort, answer };
    return answer;
  }

  #move(state: ReportStep): void {
    this.#state = state;
    this.changed();
  }
}
