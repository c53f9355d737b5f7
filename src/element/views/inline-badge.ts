import { html, nothing, type TemplateResult } from '../tags.js';
import type { ElementView } from '../element-view.js';
import { renderIcon } from '../icon.js';

/**
 * A button as wide as the widest status, so that the sentence around it never moves, and its popover.
 * CSS anchor positioning places the popover; browsers without it centre the popover on the screen.
 *
 * @param card The card; shown while it is open.
 */
export function renderInlineBadge(view: ElementView, card: unknown): TemplateResult {
  const { status, messages } = view;
  // Every word lies in the same grid cell; only one is visible.
  const words = html`<span class="words"
    >${status ? html`<span>${messages.statusShort[status]}</span>` : html`<span><slot></slot></span>`}${Object.values(
      messages.statusShort,
    ).map((word) => html`<span aria-hidden="true" class="ghost">${word}</span>`)}</span
  >`;
  if (!status) {
    return html`<span class="badge waiting" lang=${view.formats.locale} dir=${view.direction}
      >${renderIcon('unknown')}${words}</span
    >`;
  }
  return html`<button
      part="badge"
      class="badge"
      data-status=${status}
      lang=${view.formats.locale}
      dir=${view.direction}
      popovertarget="details"
    >
      ${renderIcon(status)}<span class="hidden">${view.title}: </span>${words}
    </button>
    <div
      part="popover"
      popover
      id="details"
      role="dialog"
      aria-label=${view.title}
      @toggle=${view.followPopover}
    >
      ${view.opened ? card : nothing}
    </div>`;
}
