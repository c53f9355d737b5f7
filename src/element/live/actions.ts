import { blocksReports } from '../../client/page-policy.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { panelId, toggleId, type PanelId } from './disclosure.js';
import { listIncidents } from './list-incidents.js';

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

const hasReports = ({ canReport, feed }: LiveView): boolean =>
  canReport && (feed.community?.categories.length ?? 0) > 0;

/** Whether a visitor can report here: there must be something to choose, and a page that lets it through. */
export const isReportable = (view: LiveView): boolean =>
  hasReports(view) && !blocksReports(view.feedUrl);

/** The service's own page on a feed server, e.g. `https://status.example/kik`. */
const servicePage = ({ feed, feedUrl }: LiveView): string =>
  new URL(`../../../${encodeURIComponent(feed.service.id)}`, feedUrl).href;

/**
 * The button for reporting. Where the page's policy refuses reports it is a link to the service's page on the server; where
 * nothing can be reported, its place holds the way to the official page.
 */
function renderPrimary(
  view: LiveView,
  messages: SectionMessages,
  open: PanelId | undefined,
  toggle: (panel: PanelId) => void,
): TemplateResult {
  const { official } = view.feed;
  if (isReportable(view)) {
    return html`<button
      part="report-button"
      class="primary"
      id=${toggleId('report')}
      aria-expanded=${open === 'report'}
      aria-controls=${open === 'report' ? panelId('report') : nothing}
      @click=${() => toggle('report')}
    >
      ${messages.actions.report}
    </button>`;
  }
  const newTab = html`<span class="hidden"> (${messages.opensNewTab})</span>`;
  if (hasReports(view)) {
    return html`<a
      part="report-button"
      class="primary"
      href=${servicePage(view)}
      target="_blank"
      rel="noopener"
      >${messages.actions.report}${newTab}</a
    >`;
  }
  if (!view.withOfficial || !official?.url) return html`<span class="no-primary"></span>`;
  return html`<a
    part="official-link"
    class="primary secondary"
    href=${official.url}
    target="_blank"
    rel="noopener"
    >${messages.actions.officialPage}${newTab}</a
  >`;
}

/** The row of buttons. Each opens one panel right below the row. */
export function renderActions(
  view: LiveView,
  messages: SectionMessages,
  open: PanelId | undefined,
  toggle: (panel: PanelId) => void,
): TemplateResult {
  return html`<div part="actions" class="actions" role="group" aria-label=${messages.actions.label}>
    ${renderPrimary(view, messages, open, toggle)}
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
