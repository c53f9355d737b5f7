import type { Status } from 'outage-status/feed';
import { STATUS_ICONS } from 'outage-status/model';
import { type Markup, markup } from './markup.js';
import type { RenderLanguage } from './render-language.js';

/** Shape and word of a status, in its colour; a pill has the colour as its background. */
export const writeStatus = (status: Status, language: RenderLanguage, look: '' | 'pill'): Markup =>
  markup`<span class="${look === '' ? 'status' : 'status pill'}" data-status="${status}"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="${STATUS_ICONS[status]}"></path></svg>${language.paint.status[status]}</span>`;
