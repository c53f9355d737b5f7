import { html, type TemplateResult } from 'lit';
import type { SectionMessages } from '../../i18n/live-messages.js';

/** Host name of a link, without `www.`. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/**
 * A link to another site, in a new tab. The site's name is shown as text: in a sandboxed frame the link may not open,
 * but the visitor can type the name.
 *
 * @param url Absolute; the feed's schema accepts only safe ones.
 */
export const renderOutsideLink = (url: string, messages: SectionMessages): TemplateResult =>
  html`<a class="outside" href=${url} target="_blank" rel="noopener"
    ><bdi>${hostOf(url)}</bdi><span aria-hidden="true"> ↗</span
    ><span class="hidden"> (${messages.opensNewTab})</span></a
  >`;
