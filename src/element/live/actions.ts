import { html, nothing, type TemplateResult } from '../tags.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { panelId, toggleId, type PanelId } from './disclosure.js';
import { listIncidents } from './panel-tools.js';
import type { ReportWay } from './report-way.js';

/** The panels that this view offers, in the order of their buttons. Reporting has its own button before them. */
export function listPanels(
  view: LiveView,
  messages: SectionMessages,
): { id: PanelId; label: string }[] {
  const { feed, formats } = view;
  const texts = messages.actions;
  const hasTrend = view.withTrend && (feed.community?.series.counts.length ?? 0) > 1;
  const hasGuide = view.withGuide && !!feed.guide;
  return [
    ...(hasTrend ? [{ id: 'trend', label: texts.trend } as const] : []),
    ...(hasGuide ? [{ id: 'guide', label: texts.guide } as const] : []),
    { id: 'incidents', label: texts.incidents(listIncidents(view).length, formats) },
    ...(feed.related.length > 0 ? [{ id: 'related', label: texts.related } as const] : []),
  ];
}

/** State and handlers of the report button. */
export interface ReportButton {
  readonly way: ReportWay;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Called when the visitor is about to press. */
  readonly prepare: () => void;
}

/** The report button; where this page cannot report, a note, a link or an empty place instead. */
function renderPrimary(
  view: LiveView,
  messages: SectionMessages,
  { way: found, isOpen, toggle, prepare }: ReportButton,
): TemplateResult {
  const { official } = view.feed;
  switch (found.way) {
    case 'panel':
      return html`<button
        part="report-button"
        class="primary"
        id=${toggleId('report')}
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? panelId('report') : nothing}
        @pointerdown=${prepare}
        @focus=${prepare}
        @click=${toggle}
      >
        ${messages.actions.report}
      </button>`;
    case 'paused':
    case 'insecure':
      return html`<p part="report-note" class="no-primary note">${messages.actions[found.way]}</p>`;
    case 'page':
      return renderLink('report-button', 'primary', found.url, messages.actions.report, messages);
    default:
      return view.withOfficial && official?.url
        ? renderLink(
            'official-link',
            'primary secondary',
            official.url,
            messages.actions.officialPage,
            messages,
          )
        : html`<span class="no-primary"></span>`;
  }
}

const renderLink = (
  part: string,
  look: string,
  url: string,
  label: string,
  { opensNewTab }: SectionMessages,
): TemplateResult =>
  html`<a part=${part} class=${look} href=${url} target="_blank" rel="noopener"
    >${label}<span class="hidden"> (${opensNewTab})</span></a
  >`;

/** The row of buttons. Each opens one panel right below the row. */
export function renderActions(
  view: LiveView,
  messages: SectionMessages,
  open: PanelId | undefined,
  toggle: (panel: PanelId) => void,
  report: Pick<ReportButton, 'way' | 'prepare'>,
): TemplateResult {
  const button = { ...report, isOpen: open === 'report', toggle: () => toggle('report') };
  return html`<div part="actions" class="actions" role="group" aria-label=${messages.actions.label}>
    ${renderPrimary(view, messages, button)}
    <div class="toggles">
      ${listPanels(view, messages).map(
        ({ id, label }) =>
          html`<button
            part="toggle"
            class="toggle"
            id=${toggleId(id)}
            title=${label}
            aria-expanded=${open === id}
            aria-controls=${open === id ? panelId(id) : nothing}
            @click=${() => toggle(id)}
          >
            <span>${label}</span>
          </button>`,
      )}
    </div>
  </div>`;
}
