import { html, nothing, type TemplateResult } from '../tags.js';
import type { ReportKind } from '../../client/report-subject.js';
import type { Community } from '../../feed/index.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { panelId } from './disclosure.js';
import { renderIcon } from '../icon.js';
import { renderHeading } from './panel-tools.js';
import { isRetryable } from './report-answer.js';
import { kindOf, type ReportFlow, type ReportStep } from './report-flow.js';

const TITLE_ID = 'report-title';
const DESCRIPTION_ID = 'report-description';

type OpenStep = Exclude<ReportStep, { step: 'closed' }>;
type ChoiceStep = Exclude<OpenStep, { step: 'done' }>;

/** One choice. A real radio button, so that arrow keys, labels and forced colours are the browser's own. */
const renderChoice = (
  { id, label }: Community['categories'][number],
  selected: string | undefined,
  choose: (categoryId: string) => void,
): TemplateResult =>
  html`<label part="choice" class="choice">
    <input
      type="radio"
      name="category"
      .value=${id}
      .checked=${selected === id}
      aria-describedby=${selected === id ? DESCRIPTION_ID : nothing}
      @change=${() => choose(id)}
    />
    <span>${label}</span>
  </label>`;

const isSending = (state: OpenStep, kind: ReportKind): boolean =>
  state.step === 'sending' && kindOf(state.subject) === kind;

/** The "works again" button, which sends at once. */
function renderRecovered(
  { report: texts }: SectionMessages,
  flow: ReportFlow,
  state: ChoiceStep,
): TemplateResult {
  const sending = isSending(state, 'recovered');
  return html`<button
    part="recovered-button"
    class="primary secondary recovered"
    id="report-recovered"
    aria-disabled=${state.step === 'sending' ? 'true' : nothing}
    aria-busy=${sending ? 'true' : nothing}
    @click=${() => void flow.sendRecovered()}
  >
    ${renderIcon('operational')}${sending ? texts.sending : texts.recovered.send}
  </button>`;
}

function renderChoices(
  view: LiveView,
  messages: SectionMessages,
  flow: ReportFlow,
  state: ChoiceStep,
  takesRecovered: boolean,
): TemplateResult {
  const categories = view.feed.community?.categories ?? [];
  const sending = state.step === 'sending';
  // Radio buttons stay enabled while sending: disabling the one in focus would lose the visitor's place.
  const holdStill = (event: Event): void => {
    if (sending) event.preventDefault();
  };
  const sendOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { target } = event;
    if (state.selected === undefined && target instanceof HTMLInputElement)
      flow.choose(target.value);
    else void flow.send();
  };
  const description = categories.find(({ id }) => id === state.selected)?.description;
  return html`${renderHeading(TITLE_ID, messages.report.question, view.headingLevel)}
    <div
      class="choices"
      role="radiogroup"
      aria-labelledby=${TITLE_ID}
      aria-disabled=${sending}
      @click=${holdStill}
      @keydown=${sendOnEnter}
    >
      ${categories.map((category) =>
        renderChoice(category, state.selected, (id) => flow.choose(id)),
      )}
    </div>
    ${takesRecovered ? renderRecovered(messages, flow, state) : nothing}
    <p class="choice-description" id=${DESCRIPTION_ID}>${description ?? ''}</p>
    <p class="privacy">${messages.report.privacy}</p>`;
}

/** Send, retry or done: one button through all steps, so that focus stays where the visitor has put it. */
function renderConfirm(
  state: OpenStep,
  messages: SectionMessages,
  flow: ReportFlow,
  close: () => void,
): TemplateResult {
  const { report: texts, retry } = messages;
  const disabled = state.step === 'sending';
  const sending = isSending(state, 'problem');
  const retryable = state.step === 'done' && isRetryable(state.answer);
  const finished = state.step === 'done' && !retryable;
  return html`<button
    part="send-button"
    class="primary"
    id="report-send"
    aria-disabled=${disabled ? 'true' : nothing}
    aria-busy=${sending ? 'true' : nothing}
    @click=${finished ? close : () => void flow.send()}
  >
    ${sending ? texts.sending : finished ? texts.done : retryable ? retry : texts.send}
  </button>`;
}

/**
 * The choices and the buttons. The section's live region, above the panel, shows the answer.
 *
 * @param takesRecovered Whether to offer "works again".
 */
export function renderReportPanel(
  view: LiveView,
  messages: SectionMessages,
  flow: ReportFlow,
  close: () => void,
  takesRecovered: boolean,
): TemplateResult | typeof nothing {
  const { state } = flow;
  if (state.step === 'closed') return nothing;
  const finished = state.step === 'done' && !isRetryable(state.answer);
  return html`<div
    part="panel report"
    class="panel ${state.step === 'done' ? 'bare' : ''}"
    id=${panelId('report')}
    role="group"
    aria-label=${messages.actions.report}
  >
    ${state.step === 'done' ? nothing : renderChoices(view, messages, flow, state, takesRecovered)}
    <div class="confirm">
      ${renderConfirm(state, messages, flow, close)}
      ${
        finished
          ? nothing
          : html`<button part="cancel-button" class="quiet" @click=${close}>
              ${messages.report.cancel}
            </button>`
      }
    </div>
  </div>`;
}
