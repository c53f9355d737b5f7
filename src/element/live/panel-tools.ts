import { html, nothing, type TemplateResult } from '../tags.js';
import type { Incident, Status } from '../../feed/index.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import { compareStarts } from '../../model/incident-start.js';
import { renderIcon } from '../icon.js';
import type { LiveView } from '../live-host.js';

/** Incidents of the feed and of the vendor's page, each once, newest first. */
export function listIncidents({
  feed,
  withOfficial,
}: Pick<LiveView, 'feed' | 'withOfficial'>): Incident[] {
  const official = withOfficial ? (feed.official?.incidents ?? []) : [];
  const byId = new Map([...official, ...feed.incidents].map((incident) => [incident.id, incident]));
  return [...byId.values()].toSorted((left, right) => compareStarts(right, left));
}

/**
 * A panel's title: a real heading only where the page asked for headings, so that the widget stays out of its outline.
 *
 * @param id For `aria-labelledby`, unique in the shadow root.
 * @param level 1–6, or `undefined` for no heading.
 */
export const renderHeading = (
  id: string,
  text: string,
  level: number | undefined,
): TemplateResult =>
  html`<p
    class="panel-title"
    id=${id}
    role=${level ? 'heading' : nothing}
    aria-level=${level ?? nothing}
  >
    ${text}
  </p>`;

/** Shape, word and tone of a status, in one line. */
export const renderMark = (status: Status, word: string): TemplateResult =>
  html`<span class="mark" data-status=${status}>${renderIcon(status)}<span>${word}</span></span>`;

/** Host name of a link, without `www.`. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/**
 * A link to another site, in a new tab. The site's name is shown as text: in a sandboxed frame the link may not open,
 * but the visitor can type the name.
 *
 * @param url Absolute; the feed's schema accepts only safe ones.
 */
export const renderOutsideLink = (url: string, messages: SectionMessages): TemplateResult =>
  html`<a class="outside" href=${url} target="_blank" rel="noopener"
    ><bdi>${hostOf(url)}</bdi><span aria-hidden="true"> ↗</span
    ><span class="hidden"> (${messages.opensNewTab})</span></a
  >`;

/**
 * Functions that the panels share with the section. The section passes them, because after a failure its file may have
 * loaded from another URL; if the panels imported it, it would load again, unchecked, from its usual one.
 */
export const panelTools = { hostOf, listIncidents, renderHeading, renderMark, renderOutsideLink };

/** See {@link panelTools}. */
export type PanelTools = typeof panelTools;
