import { html, type TemplateResult } from 'lit';
import type { Status } from '../../feed/index.js';
import { renderIcon } from '../icon.js';

/** Shape, word and tone of a status, in one line. */
export const renderMark = (status: Status, word: string): TemplateResult =>
  html`<span class="mark" data-status=${status}>${renderIcon(status)}<span>${word}</span></span>`;
