import { html, nothing, type TemplateResult } from 'lit';

/**
 * A panel's title: a real heading only where the page asked for headings, so that the widget stays out of its outline.
 *
 * @param id For `aria-labelledby`, unique in the shadow root.
 * @param level 1–6, or `undefined` for no heading.
 */
export const renderHeading = (
  id: string,
  text: string,
  level: number | undefined,
): TemplateResult =>
  html`<p
    class="panel-title"
    id=${id}
    role=${level ? 'heading' : nothing}
    aria-level=${level ?? nothing}
  >
    ${text}
  </p>`;
