import { html, type TemplateResult } from './tags.js';
import type { Status } from '../feed/index.js';
import { STATUS_ICONS } from '../model/status-icon.js';

/** The shape of a status, 1 em square, in the current colour. The word beside it carries the meaning for readers. */
export const renderIcon = (status: Status): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path fill-rule="evenodd" d=${STATUS_ICONS[status]}></path>
  </svg>`;
