import { html, nothing, type TemplateResult } from 'lit';
import type { ElementView } from '../element-view.js';
import { renderTop } from './top.js';

/**
 * The card below its header before its data has come: the sentence, and grey shapes as high as what will replace them.
 *
 * @param counted Whether reports are expected.
 */
export const renderBones = (
  {
    withTrend,
    withBreakdown,
    withOfficial,
  }: Pick<ElementView, 'withTrend' | 'withBreakdown' | 'withOfficial'>,
  headline: unknown,
  counted: boolean,
): TemplateResult =>
  html`${renderTop(
      headline,
      counted ? html`<div class="activity bone ${withTrend ? '' : 'plain'}"></div>` : nothing,
      counted && withBreakdown ? html`<div class="breakdown bone"></div>` : nothing,
    )}
    <div class=${withOfficial ? 'live' : 'live alone'}></div>
    <div class="footer"></div>`;
