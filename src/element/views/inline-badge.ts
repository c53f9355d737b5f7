import { html, nothing, type TemplateResult } from 'lit';
import { STATUSES, type Status } from '../../feed/index.js';
import type { PaintMessages } from '../../i18n/messages.js';
import { renderIcon } from '../icon.js';

/** What the one-line variant shows. */
export interface InlineBadgeView {
  /** `undefined` before the first feed: then the page's own fallback content is in the same space. */
  readonly status: Status | undefined;
  readonly title: string;
  readonly messages: PaintMessages;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly opened: boolean;
  readonly setOpened: (opened: boolean) => void;
  /** The card, rendered while it is open. */
  readonly card: unknown;
}

/**
 * A button as wide as the widest status, so that the sentence around it never moves, and what it opens.
 * The popover is placed by CSS anchor positioning; browsers without it centre the popover on the screen.
 */
export function renderInlineBadge(view: InlineBadgeView): TemplateResult {
  const { status, messages } = view;
  // Every word lies in the same grid cell; only one is visible.
  const words = html`<span class="words"
    >${status ? html`<span>${messages.statusShort[status]}</span>` : html`<span><slot></slot></span>`}${STATUSES.map(
      (other) => html`<span aria-hidden="true" class="ghost">${messages.statusShort[other]}</span>`,
    )}</span
  >`;
  if (!status) {
    return html`<span class="badge waiting" lang=${view.locale} dir=${view.direction}
      >${renderIcon('unknown')}${words}</span
    >`;
  }
  return html`<button
      part="badge"
      class="badge"
      data-status=${status}
      lang=${view.locale}
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
      @toggle=${(event: ToggleEvent) => {
        const popover = event.currentTarget as HTMLElement;
        const root = popover.getRootNode() as ShadowRoot;
        view.setOpened(event.newState === 'open');
        // Chromium loses the focus of a popover in a shadow root to the page's body.
        if (
          event.newState === 'closed' &&
          [document.body, null].includes(document.activeElement as HTMLElement)
        ) {
          root.querySelector('button')?.focus();
        }
      }}
    >
      ${view.opened ? view.card : nothing}
    </div>`;
}
