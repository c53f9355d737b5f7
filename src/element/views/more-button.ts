import type { ElementMessages } from '../../i18n/messages.js';
import type { ElementView } from '../element-view.js';
import { html, type TemplateResult } from '../tags.js';

/**
 * The button that opens the compact form into the card and back. It is the same node in both, so that it keeps the focus.
 * Only the element has it: nobody can press it before.
 */
export const renderMoreButton = (
  { form, opened, change }: ElementView,
  messages: ElementMessages,
): TemplateResult =>
  html`<button
    part="more-button"
    class="link more-${form} ${opened ? '' : 'primary secondary'}"
    aria-expanded=${opened}
    @click=${() => change({ opened: !opened })}
  >
    ${opened ? messages.less : messages.details}
  </button>`;
