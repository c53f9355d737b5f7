import { html, nothing, type TemplateResult } from 'lit';
import type { PaintMessages } from '../../i18n/messages.js';

/** Why there is no feed on screen. */
export type Waiting =
  | { readonly kind: 'idle'; readonly start: () => void }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void };

/** Which blocks the card will have, as far as that is known before the feed. */
export interface Expected {
  readonly activity: boolean;
  readonly sparkline: boolean;
  readonly breakdown: boolean;
  readonly official: boolean;
}

/** The card without a feed: the page's own fallback content, and grey shapes where the data will be. */
export function renderWaiting(
  waiting: Waiting,
  expected: Expected,
  messages: PaintMessages,
): TemplateResult {
  const action =
    waiting.kind === 'idle'
      ? html`<button class="link" @click=${waiting.start}>${messages.show}</button>`
      : waiting.kind === 'failed'
        ? html`<button class="link" @click=${waiting.retry}>${messages.retry}</button>`
        : nothing;
  return html`<div class="header"><slot></slot></div>
    <div class="headline">
      <p class=${waiting.kind === 'failed' ? 'summary' : 'muted'}>
        ${waiting.kind === 'failed' ? messages.failed : waiting.kind === 'loading' ? messages.loading : nothing}
      </p>
      ${action}
    </div>
    ${
      expected.activity
        ? html`<div class="body">
            <div class="activity bone ${expected.sparkline ? '' : 'plain'}"></div>
            ${expected.breakdown ? html`<div class="breakdown bone"></div>` : nothing}
          </div>`
        : nothing
    }
    <div class=${expected.official ? 'live' : 'live alone'}></div>
    <div class="footer"></div>`;
}
