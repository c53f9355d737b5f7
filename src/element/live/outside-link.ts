import { html, type TemplateResult } from 'lit';
import type { SectionMessages } from '../../i18n/live-messages.js';

/** Name of the machine a link leads to, without `www.`. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/**
 * A link to another site, in a new tab. The site's name is shown as text: in a sandboxed frame nothing opens, and then
 * the visitor can still type it.
 *
 * @param url Absolute; the feed's schema has let only safe ones through.
 */
export const renderOutsideLink = (url: string, messages: SectionMessages): TemplateResult =>
  html`<a class="outside" href=${url} target="_blank" rel="noopener"
    ><bdi>${hostOf(url)}</bdi><span aria-hidden="true"> ↗</span
    ><span class="hidden"> (${messages.opensNewTab})</span></a
  >`;
