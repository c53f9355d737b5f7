import { html, nothing, type TemplateResult } from 'lit';
import type { Status } from '../../feed/index.js';

/** The card's outside: one group with a name, in one language and direction. */
export interface FrameView {
  readonly title: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** `undefined` before the first feed. */
  readonly status: Status | undefined;
  /** Only the head is shown where there is little space. */
  readonly compact: boolean;
  /** What is to be spoken; the region is there from the start and empty, as assistive technology wants it. */
  readonly announcement: string;
}

/** The card around its content. */
export const renderFrame = (view: FrameView, content: unknown): TemplateResult =>
  html`<div
    part="card"
    class=${view.compact ? 'card compact' : 'card'}
    role="group"
    lang=${view.locale}
    dir=${view.direction}
    aria-label=${view.title}
    aria-busy=${!view.status}
    data-status=${view.status ?? nothing}
  >
    ${content}
    <div class="hidden" role="status" aria-atomic="true">${view.announcement}</div>
  </div>`;
