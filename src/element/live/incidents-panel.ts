import { formatDate } from '../../i18n/format-date.js';
import { html, nothing, type TemplateResult } from '../tags.js';
import type { Incident, Status } from '../../feed/index.js';
import { detectionLeadSeconds } from '../../model/detection-lead.js';
import { STATUS_OF_IMPACT } from '../../model/severity.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import type { PanelTools } from './panel-tools.js';
import type { PanelContent } from './panels.js';

const TITLE_ID = 'incidents-title';

/** The mark of an incident. The tick of `operational` would say that all is well, so an incident without impact gets the neutral one. */
const markOf = (impact: Incident['impact']): Status =>
  impact === 'none' ? 'unknown' : STATUS_OF_IMPACT[impact];

/** How long an incident lasted, or its current state. */
function describeCourse(incident: Incident, view: LiveView, messages: LiveMessages): string {
  const { formats, nowMs, stale } = view;
  const texts = messages.incidents;
  const startedAtMs = incident.startedAt === null ? null : Date.parse(incident.startedAt);
  if (incident.endedAt && startedAtMs !== null) {
    const seconds = (Date.parse(incident.endedAt) - startedAtMs) / 1000;
    return texts.lasted(formats.duration(Math.max(0, Math.round(seconds))));
  }
  if (incident.status === 'resolved') return texts.status.resolved;
  if (startedAtMs !== null && startedAtMs > nowMs)
    return texts.starts(formats.relative(startedAtMs, nowMs));
  if (stale) return texts.openWhenLastChecked;
  // Planned work has no cause to find, so the words of an investigation do not fit it.
  return incident.impact === 'maintenance'
    ? texts.ongoing
    : `${texts.ongoing} · ${texts.status[incident.status]}`;
}

const RECENT_MS = 30 * 86_400_000;

/** A shorter lead does not count as noticing first. */
const LEAST_LEAD_SECONDS = 60;

/** When an incident began; nothing if that is unknown. */
function renderStart(startedAt: string | null, { formats, nowMs }: LiveView): unknown {
  if (startedAt === null) return nothing;
  const startedAtMs = Date.parse(startedAt);
  const recent = Math.abs(nowMs - startedAtMs) < RECENT_MS;
  return html`<time datetime=${startedAt}
    >${recent ? formats.dateTime(startedAtMs) : formatDate(startedAtMs, formats.locale)}${
      recent ? ` (${formats.relative(startedAtMs, nowMs)})` : nothing
    }</time
  >`;
}

function renderIncident(
  incident: Incident,
  incidents: readonly Incident[],
  view: LiveView,
  messages: LiveMessages,
  { renderMark, renderOutsideLink }: PanelTools,
): TemplateResult {
  const { formats } = view;
  const texts = messages.incidents;
  const leadSeconds = detectionLeadSeconds(incident, incidents) ?? 0;
  return html`<li part="incident">
    <p class="incident-title"><bdi>${incident.title}</bdi></p>
    ${renderMark(markOf(incident.impact), texts.impact[incident.impact])}
    <p class="facts">
      ${renderStart(incident.startedAt, view)}
      <span>${describeCourse(incident, view, messages)}</span>
      <span
        >${
          leadSeconds >= LEAST_LEAD_SECONDS
            ? texts.noticedFirst(formats.duration(leadSeconds))
            : texts.source[incident.source]
        }</span
      >
      ${incident.url ? renderOutsideLink(incident.url, messages) : nothing}
    </p>
  </li>`;
}

/** The incidents, newest first. */
export function renderIncidents(
  view: LiveView,
  messages: LiveMessages,
  tools: PanelTools,
): PanelContent {
  const incidents = tools.listIncidents(view);
  return {
    title: messages.incidents.title,
    content:
      incidents.length > 0
        ? html`<ul class="incidents" aria-labelledby=${TITLE_ID}>
            ${incidents.map((incident) => renderIncident(incident, incidents, view, messages, tools))}
          </ul>`
        : html`<p class="facts">${messages.incidents.empty}</p>`,
  };
}
