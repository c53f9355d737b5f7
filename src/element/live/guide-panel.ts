import { html, nothing, type TemplateResult } from '../tags.js';
import type { Guide } from '../../feed/index.js';
import { isProblem } from '../../model/severity.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { renderCheck } from './check-view.js';
import type { DeviceCheck } from './device-check.js';
import type { PanelTools } from './panel-tools.js';
import type { PanelContent } from './panels.js';

const TITLE_ID = 'guide-title';
const QUESTIONS_ID = 'questions-title';
const ABOUT_ID = 'about-title';

const renderSteps = (steps: Guide['steps']): TemplateResult =>
  html`<ol class="steps" aria-labelledby=${TITLE_ID}>
    ${steps.map(
      ({ title, text }) =>
        html`<li part="step">
          <details>
            <summary>${title}</summary>
            <p>${text}</p>
          </details>
        </li>`,
    )}
  </ol>`;

const renderQuestions = (
  faq: Guide['faq'],
  title: string,
  headingLevel: number | undefined,
  { renderHeading }: PanelTools,
): TemplateResult =>
  html`<div class="questions" role="group" aria-labelledby=${QUESTIONS_ID}>
    ${renderHeading(QUESTIONS_ID, title, headingLevel)}
    ${faq.map(
      ({ question, answer }) =>
        html`<details part="question">
          <summary>${question}</summary>
          <p>${answer}</p>
        </details>`,
    )}
  </div>`;

/** The answer that the feed already gives, before the visitor checks anything. */
function answerFirst(
  { feed, stale, formats, nowMs }: LiveView,
  { guide: { answer } }: LiveMessages,
): string {
  const { name } = feed.service;
  if (!navigator.onLine) return answer.offline;
  if (stale || feed.status === 'unknown') return answer.unknown;
  if (!isProblem(feed.status)) return answer.few(name);
  const sinceMs = feed.since === null ? nowMs : Date.parse(feed.since);
  return answer.many(name, sinceMs < nowMs ? formats.relative(sinceMs, nowMs) : '');
}

/** Makes the panel that gives the known answer, the check from this device, steps, questions, and what the service is. */
export const createGuidePanel =
  (check: DeviceCheck) =>
  (view: LiveView, messages: LiveMessages, tools: PanelTools): PanelContent => {
    const { feed, headingLevel } = view;
    const { name } = feed.service;
    const { steps = [], faq = [], about } = feed.guide ?? {};
    return {
      title: messages.guide.title(name),
      content: html`<p part="guide-answer" class="first-answer">${answerFirst(view, messages)}</p>
        ${renderCheck(view, messages, tools, check)}
        ${steps.length > 0 ? renderSteps(steps) : nothing}
        ${faq.length > 0 ? renderQuestions(faq, messages.guide.questions, headingLevel, tools) : nothing}
        ${
          about
            ? html`<div role="group" aria-labelledby=${ABOUT_ID}>
                ${tools.renderHeading(ABOUT_ID, messages.guide.about(name), headingLevel)}
                <p class="about">${about}</p>
              </div>`
            : nothing
        }`,
    };
  };
