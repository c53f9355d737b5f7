import { html } from '../tags.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import type { PanelTools } from './panel-tools.js';
import type { PanelContent } from './panels.js';

const TITLE_ID = 'related-title';

/** Statuses of the related services, all `unknown` when the feed is stale. */
export function renderRelated(
  view: LiveView,
  messages: LiveMessages,
  { renderMark }: PanelTools,
): PanelContent {
  return {
    title: messages.related.title,
    content: html`<ul class="related-services" aria-labelledby=${TITLE_ID}>
      ${view.feed.related.map(({ name, status }) => {
        const shown = view.stale ? 'unknown' : status;
        return html`<li part="related-service">
          <bdi>${name}</bdi> ${renderMark(shown, messages.status[shown])}
        </li>`;
      })}
    </ul>`,
  };
}
