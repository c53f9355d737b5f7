import { html, type TemplateResult } from 'lit';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { panelId } from './disclosure.js';
import { renderHeading } from './heading.js';
import { renderMark } from './mark.js';

const TITLE_ID = 'related-title';

/** How services of the same kind are doing; of a stale feed nothing is known about them. */
export function renderRelatedPanel(view: LiveView, messages: LiveMessages): TemplateResult {
  return html`<div
    part="panel related"
    class="panel"
    id=${panelId('related')}
    role="group"
    aria-labelledby=${TITLE_ID}
  >
    ${renderHeading(TITLE_ID, messages.related.title, view.headingLevel)}
    <ul class="related-services" aria-labelledby=${TITLE_ID}>
      ${view.feed.related.map(({ name, status }) => {
        const shown = view.stale ? 'unknown' : status;
        return html`<li part="related-service">
          <bdi>${name}</bdi> ${renderMark(shown, messages.status[shown])}
        </li>`;
      })}
    </ul>
  </div>`;
}
