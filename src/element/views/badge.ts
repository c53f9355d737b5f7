import { html, type TemplateResult } from 'lit';
import type { Status } from '../../feed/index.js';
import type { PaintMessages } from '../../i18n/messages.js';
import { renderIcon } from '../icon.js';

/** The pill: shape, word and colour of one status. */
export const renderBadge = (status: Status, messages: PaintMessages): TemplateResult =>
  html`<span part="badge" class="badge" data-status=${status}
    >${renderIcon(status)}<span>${messages.status[status]}</span></span
  >`;
