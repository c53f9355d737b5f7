import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from '../tags.js';
import type { ReportOutcome } from '../../client/report-outcome.js';
import type { ReportSubject } from '../../client/report-subject.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import { isProblem } from '../../model/severity.js';
import type { LiveHost, LiveSection, LiveView } from '../live-host.js';
import { listPanels, renderActions } from './actions.js';
import { Disclosure, toggleId, type PanelId } from './disclosure.js';
import { renderLatePanel } from './late-panel.js';
import { PanelLoader, type PanelSources } from './panel-loader.js';
import { describeAnswer } from './report-answer.js';
import { createDelivery, type SendReport } from './report-delivery.js';
import { kindOf, ReportFlow } from './report-flow.js';
import { renderReportPanel } from './report-panel.js';
import { findReportWay, type ReportWay } from './report-way.js';
import { renderVoices } from './voices.js';

/** What the section needs besides its host. */
export interface LiveOptions extends PanelSources {
  readonly sendReport: SendReport;
  /** Gets the proof of work for a report; called when the visitor begins to report. */
  readonly prepareReport?: (feedUrl: string) => void;
  /** Whether this page can solve a proof of work; detected when left out. */
  readonly canWork?: boolean;
  /** The texts in use; read on each render, so that a language that loads late appears. */
  readonly messages: () => SectionMessages;
}

/** Makes the part below the sparkline for one element. */
export const createLiveSection = (host: LiveHost, options: LiveOptions): LiveSection =>
  new Section(host, options);

class Section implements LiveSection, ReactiveController {
  readonly #flow: ReportFlow;
  readonly #late: PanelLoader;
  readonly #disclosure = new Disclosure((previous) => this.#followDisclosure(previous));
  #view: LiveView | undefined;
  /** Whether the report panel offers "works for me again". Stays true while the panel is open, so the button stays. */
  #takesRecovered = false;
  /** Selector of the element to focus after the next update. */
  #focusNext: string | undefined;

  constructor(
    readonly host: LiveHost,
    readonly options: LiveOptions,
  ) {
    const delivery = createDelivery(host, options.sendReport, () => this.#requireView());
    this.#flow = new ReportFlow(delivery, () => this.#followFlow());
    this.#late = new PanelLoader(host, options, () => this.#followLoader());
    host.addController(this);
  }

  hostUpdated(): void {
    const selector = this.#focusNext;
    this.#focusNext = undefined;
    if (!selector) return;
    const find = (part: string) => this.host.shadowRoot?.querySelector<HTMLElement>(part);
    // If the panel has gone with its answer, only its button remains.
    (find(selector) ?? find('[part=report-button]'))?.focus();
  }

  #requireView(): LiveView {
    if (!this.#view) throw new Error('live section: a report needs a feed on screen');
    return this.#view;
  }

  #followDisclosure(previous: PanelId | undefined): void {
    const { open } = this.#disclosure;
    if (previous === 'report') this.#flow.close();
    if (open === 'report') {
      this.#takesRecovered = false;
      this.#prepareReport();
      this.#flow.open();
      this.#focusNext = '.choices input';
    } else if (open) this.#prepare();
    const { guide } = this.#requireView().feed;
    // The first answer may have left it out, see `askedUrl` of the feed's stream.
    if (open === 'guide' && !guide?.steps.length && !guide?.faq.length) void this.host.refreshNow();
    this.#followLoader();
  }

  #followLoader(): void {
    this.#late.panels?.follow(this.#disclosure.open);
    this.host.requestUpdate();
  }

  #followFlow(): void {
    const { state } = this.#flow;
    const focused = this.host.shadowRoot?.activeElement;
    const inPanel = !!focused?.closest('#panel-report');
    // The answer removes the choices, so focus moves to the button below them.
    if (state.step === 'done' && inPanel) this.#focusNext = '#report-send';
    if (state.step === 'choosing' && state.choiceMissing) this.#focusNext = '.choices input';
    this.host.requestUpdate();
  }

  #findWay(view: LiveView): ReportWay {
    return findReportWay(view, this.options.canWork);
  }

  /** Gets and solves the challenge while the visitor chooses; runs only once they reach for the report button. */
  readonly #prepareReport = (): void => this.options.prepareReport?.(this.#requireView().feedUrl);

  /** Loads the other panels when the pointer or focus enters the section, before the visitor presses a button. */
  readonly #prepare = (): void => void this.#late.load();

  readonly #toggle = (panel: PanelId): void => {
    // The compact form has the report button and no room for its panel.
    this.#requireView().change({ opened: true });
    this.#disclosure.toggle(panel);
  };

  /** Closes the open panel and focuses the button that opened it. */
  readonly #close = (): void => {
    const { open } = this.#disclosure;
    this.#disclosure.close();
    if (open) this.host.shadowRoot?.getElementById(toggleId(open))?.focus();
  };

  readonly #closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#disclosure.open) return;
    // One press closes one thing: a popover around the widget stays open.
    event.stopPropagation();
    event.preventDefault();
    this.#close();
  };

  #renderPanel(view: LiveView, messages: SectionMessages): TemplateResult | typeof nothing {
    const { open } = this.#disclosure;
    if (open === 'report') {
      if (this.#findWay(view).way !== 'panel') return nothing;
      const { community } = view.feed;
      this.#takesRecovered ||= !view.stale && !!community && isProblem(community.status);
      return renderReportPanel(view, messages, this.#flow, this.#close, this.#takesRecovered);
    }
    if (!open || !listPanels(view, messages).some(({ id }) => id === open)) return nothing;
    return renderLatePanel(open, view, messages, this.#late);
  }

  /** Text of the section's only live region; empty until the visitor acts. */
  #tellAnswer({ feed, formats }: LiveView, { report: texts }: SectionMessages): string {
    const { state } = this.#flow;
    if (state.step === 'choosing' && state.choiceMissing) return texts.chooseFirst;
    if (state.step === 'sending') return texts.sending;
    if (state.step !== 'done') return '';
    const windowSeconds = feed.community?.windowSeconds ?? 3600;
    const { subject, answer, answeredAtMs } = state;
    return describeAnswer(kindOf(subject), answer, answeredAtMs, windowSeconds, texts, formats);
  }

  async report(subject: ReportSubject): Promise<ReportOutcome | undefined> {
    const answer = await this.#flow.report(subject);
    return answer?.outcome === 'prevented' ? undefined : answer;
  }

  disconnect(): void {
    // Wait a macrotask, as the feed's stream does, so that an element that only moves keeps its report.
    setTimeout(() => {
      if (!this.host.isConnected) this.#flow.interrupt();
    });
  }

  render(view: LiveView): TemplateResult {
    // Back in the compact form, no button may say that its panel is open.
    if (this.#view?.opened && !view.opened) this.#disclosure.close();
    this.#view = view;
    const messages = this.options.messages();
    const { state } = this.#flow;
    return html`<div
      class="section"
      @keydown=${this.#closeOnEscape}
      @pointerenter=${this.#prepare}
      @focusin=${this.#prepare}
    >
      ${renderVoices(view, messages)}
      ${renderActions(view, messages, this.#disclosure.open, this.#toggle, {
        way: this.#findWay(view),
        prepare: this.#prepareReport,
      })}
      <div
        part="report-status"
        class="answer"
        role="status"
        aria-atomic="true"
        data-outcome=${state.step === 'done' ? state.answer.outcome : state.step}
        .textContent=${this.#tellAnswer(view, messages)}
      ></div>
      ${this.#renderPanel(view, messages)}
    </div>`;
  }
}
