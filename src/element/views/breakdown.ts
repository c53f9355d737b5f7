import { html, nothing, type TemplateResult } from '../tags.js';
import type { Community } from '../../feed/index.js';
import type { CardView } from '../element-view.js';

/** Number of categories shown at first; the page reserves their space before the feed arrives. */
const SHOWN_CATEGORIES = 4;

/** The categories as bars in the colour of the users' status, most reported first, then in the service's own order. */
export function renderBreakdown(
  { bodyMessages: messages, formats, expanded, stale, change }: CardView,
  { categories, status }: Community,
): TemplateResult {
  const sorted = categories.toSorted((left, right) => right.reportCount - left.reportCount);
  const shown = expanded ? sorted : sorted.slice(0, SHOWN_CATEGORIES);
  return html`<div part="breakdown" class="breakdown" data-status=${stale ? 'unknown' : status}>
    <p class="label" id="breakdown">
      ${messages.breakdown}
      ${
        categories.length > SHOWN_CATEGORIES
          ? html`<button
              class="link"
              aria-expanded=${expanded}
              @click=${() => change({ expanded: !expanded })}
            >
              ${expanded ? messages.showFewer : messages.showAll(formats.number(categories.length))}
            </button>`
          : nothing
      }
    </p>
    <ul aria-labelledby="breakdown">
      ${shown.map(
        ({ label, reportCount, share }) =>
          html`<li part="row">
            <span class="name">${label}</span>
            <span class="figures"
              >${formats.number(reportCount)}
              <span class="muted">${formats.percent(share)}</span></span
            >
            <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="1"></rect>
              <rect class="share" width=${share * 100} height="1"></rect>
            </svg>
          </li>`,
      )}
    </ul>
  </div>`;
}
