import { html, nothing, type TemplateResult } from '../tags.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import type { LiveView } from '../live-host.js';
import { panelId } from './disclosure.js';
import { renderHeading } from './panel-tools.js';
import type { PanelLoader } from './panel-loader.js';
import type { LatePanelId } from './panels.js';

/** The open panel with its title; a placeholder while its file loads, a retry button after a failure. */
export function renderLatePanel(
  panel: LatePanelId,
  view: LiveView,
  messages: SectionMessages,
  loader: PanelLoader,
): TemplateResult {
  const { panels, failed } = loader;
  if (!panels) {
    return html`<div
      part="panel ${panel}"
      class="panel ${failed ? '' : 'bone'}"
      id=${panelId(panel)}
      aria-busy=${!failed}
    >
      ${
        failed
          ? html`<p>${messages.actions.failed}</p>
              <button part="retry-button" class="quiet" @click=${() => void loader.load()}>
                ${messages.retry}
              </button>`
          : nothing
      }
    </div>`;
  }
  const { title, content } = panels.render(panel, view, messages);
  const titleId = `${panel}-title`;
  return html`<div
    part="panel ${panel}"
    class="panel"
    id=${panelId(panel)}
    role="group"
    aria-labelledby=${titleId}
  >
    ${renderHeading(titleId, title, view.headingLevel)} ${content}
  </div>`;
}
