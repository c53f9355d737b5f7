import { createIdempotencyKey } from '../../client/idempotency-key.js';
import type { ReportOutcome } from '../../client/report-outcome.js';
import type { ReportKind, ReportSubject } from '../../client/report-subject.js';

/** Outcome of a report for the visitor: the server's answer, or `prevented` if the page kept it from being sent. */
export type ReportAnswer = ReportOutcome | { readonly outcome: 'prevented' };

/** Whether a subject is a problem or a "works again" vote. */
export const kindOf = (subject: ReportSubject): ReportKind =>
  typeof subject === 'string' ? 'problem' : subject.kind;

const isSame = (left: ReportSubject | undefined, right: ReportSubject): boolean =>
  left !== undefined &&
  kindOf(left) === kindOf(right) &&
  (typeof left !== 'string' || left === right);

/** The visitor's step. `selected` is the chosen category; `subject` may also be the "works again" vote. */
export type ReportStep =
  | { readonly step: 'closed' }
  | {
      readonly step: 'choosing';
      readonly selected: string | undefined;
      /** The visitor pressed Send without a choice. */
      readonly choiceMissing: boolean;
    }
  | {
      readonly step: 'sending';
      readonly subject: ReportSubject;
      readonly selected: string | undefined;
    }
  | {
      readonly step: 'done';
      readonly subject: ReportSubject;
      readonly answer: ReportAnswer;
      /** Visitor's clock at the answer, epoch milliseconds. */
      readonly answeredAtMs: number;
    };

/** Delivers one report or "works again" vote. Resolves to `undefined` when it was aborted; never rejects. */
export type DeliverReport = (
  subject: ReportSubject,
  options: { readonly idempotencyKey: string; readonly signal: AbortSignal },
) => Promise<ReportAnswer | undefined>;

/**
 * Guides the visitor through one report. It keeps its idempotency key until the visitor sends another subject or the
 * server has counted it, so that a retry never counts twice, not even after a lost answer.
 */
export class ReportFlow {
  #state: ReportStep = { step: 'closed' };
  #key: { readonly subject: ReportSubject; readonly value: string } | undefined;
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

  /** Ends the flow and aborts a report under way. */
  close(): void {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    if (this.#state.step !== 'closed') this.#move({ step: 'closed' });
  }

  /** Sends the chosen category, or the same subject again after an answer. Does nothing while sending. */
  async send(): Promise<void> {
    const state = this.#state;
    if (state.step === 'closed' || state.step === 'sending') return;
    const subject = state.step === 'done' ? state.subject : state.selected;
    if (subject === undefined) {
      this.#move({ step: 'choosing', selected: undefined, choiceMissing: true });
      return;
    }
    await this.#sendAndShow(subject);
  }

  /** Sends the "works again" vote, which needs no choice. */
  async sendRecovered(): Promise<void> {
    if (this.#state.step === 'choosing') await this.#sendAndShow({ kind: 'recovered' });
  }

  /**
   * Sends a report for code. An open panel shows it; a closed one stays closed.
   *
   * @returns The answer; that of a report already under way, if there is one; `undefined` when aborted.
   */
  async report(subject: ReportSubject): Promise<ReportAnswer | undefined> {
    if (this.#sending) return this.#sending.answer;
    if (this.#state.step === 'closed') return this.#deliver(subject);
    return this.#sendAndShow(subject);
  }

  /** Aborts a report under way, as when the element leaves the page; the choice stays. */
  interrupt(): void {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    if (this.#state.step === 'sending') {
      this.#move({ step: 'choosing', selected: this.#state.selected, choiceMissing: false });
    }
  }

  async #sendAndShow(subject: ReportSubject): Promise<ReportAnswer | undefined> {
    const chosen = this.#state.step === 'choosing' ? this.#state.selected : undefined;
    const selected = typeof subject === 'string' ? subject : chosen;
    const answering = this.#deliver(subject);
    this.#move({ step: 'sending', subject, selected });
    const answer = await answering;
    if (answer && this.#state.step === 'sending') {
      this.#move({ step: 'done', subject, answer, answeredAtMs: Date.now() });
    }
    return answer;
  }

  #deliver(subject: ReportSubject): Promise<ReportAnswer | undefined> {
    const key = isSame(this.#key?.subject, subject) ? this.#key : undefined;
    const idempotencyKey = key?.value ?? createIdempotencyKey();
    this.#key = { subject, value: idempotencyKey };
    const abort = new AbortController();
    const answer = this.deliver(subject, {
      idempotencyKey,
      signal: abort.signal,
    }).then((settled) => {
      if (this.#sending?.abort === abort) this.#sending = undefined;
      // After these answers, the same subject is a new report.
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
