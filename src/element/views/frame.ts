import { html, nothing, type TemplateResult } from 'lit';
import type { ElementView } from '../element-view.js';

/**
 * The card around its content: one group with a name, in one language and direction. The live region exists from
 * the start and is empty, because assistive technology announces only later changes.
 */
export const renderFrame = (view: ElementView, content: unknown): TemplateResult =>
  html`<div
    part="card"
    class=${view.compact ? 'card compact' : 'card'}
    role="group"
    lang=${view.formats.locale}
    dir=${view.direction}
    aria-label=${view.title}
    aria-busy=${!view.status}
    data-status=${view.status ?? nothing}
  >
    ${content}
    <div class="hidden" role="status" aria-atomic="true" .textContent=${view.announcement}></div>
  </div>`;
