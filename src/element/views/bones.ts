import { html, nothing, type TemplateResult } from 'lit';
import type { ElementView } from '../element-view.js';

/**
 * Grey shapes below the card's head, as high as the content that will replace them.
 *
 * @param counted Whether reports are expected.
 */
export const renderBones = (
  {
    withTrend,
    withBreakdown,
    withOfficial,
  }: Pick<ElementView, 'withTrend' | 'withBreakdown' | 'withOfficial'>,
  counted: boolean,
): TemplateResult =>
  html`${
      counted
        ? html`<div class="body">
            <div class="activity bone ${withTrend ? '' : 'plain'}"></div>
            ${withBreakdown ? html`<div class="breakdown bone"></div>` : nothing}
          </div>`
        : nothing
    }
    <div class=${withOfficial ? 'live' : 'live alone'}></div>
    <div class="footer"></div>`;
