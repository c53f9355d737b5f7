import { html, type TemplateResult } from 'lit';

/**
 * The upper part of the card: sentence and figures, which share their space, so that a short sentence leaves it to the
 * sparkline, and the categories beside or below.
 */
export const renderTop = (
  headline: unknown,
  activity: unknown,
  breakdown: unknown,
): TemplateResult =>
  html`<div class="top">
    <div class="lead">
      <div class="headline">${headline}</div>
      ${activity}
    </div>
    ${breakdown}
  </div>`;
