import { html, LitElement, type TemplateResult } from 'lit';
import { drawTrend } from '../../src/chart/index.js';
import type { LiveHost, LiveSection, LiveView } from '../../src/element/live-host.js';
import { createLiveSection, type LiveOptions } from '../../src/element/live/live-section.js';
import { liveStyles } from '../../src/element/live/live-styles.js';
import * as panels from '../../src/element/live/panels.js';
import { liveReserve } from '../../src/element/live/reserve.js';
import { cardStyles } from '../../src/element/card-styles.js';
import { headStyles } from '../../src/element/head-styles.js';
import { styleSheetOf } from '../../src/element/style-sheet.js';
import { ar } from '../../src/i18n/ar.js';
import { enLive } from '../../src/i18n/en-live.js';
import { formatsFor } from '../../src/i18n/formats.js';
import { FEED_AT_MS, liveFeed } from './live-feed.js';

/** A stand-in for the element: nothing but what the live section needs, and the settings of one test. */
export class LiveTestHost extends LitElement implements LiveHost {
  static override styles = [headStyles, liveReserve, cardStyles, liveStyles].map(styleSheetOf);

  language: 'en' | 'ar' = 'en';
  view: Partial<LiveView> = {};
  refreshCount = 0;
  options: Partial<LiveOptions> = {};
  section: LiveSection | undefined;

  async refreshNow(): Promise<void> {
    this.refreshCount++;
  }

  /** Shows another view, and waits until it is on screen. */
  async show(view: Partial<LiveView>): Promise<void> {
    this.view = { ...this.view, ...view };
    this.requestUpdate();
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.section?.disconnect();
  }

  protected override willUpdate(): void {
    this.section ??= createLiveSection(this, {
      sendReport: async () => ({ outcome: 'counted', reportCount: 185 }),
      loadPanels: async () => panels,
      loadTrend: async () => ({ drawTrend }),
      messages: () => (this.language === 'ar' ? ar.live : enLive),
      ...this.options,
    });
  }

  protected override render(): TemplateResult {
    const view: LiveView = {
      feed: liveFeed(),
      feedUrl: 'https://status.example/v1/services/kik/status.json',
      nowMs: FEED_AT_MS,
      stale: false,
      formats: formatsFor(this.language),
      headingLevel: undefined,
      canReport: true,
      withOfficial: true,
      withGuide: true,
      withTrend: true,
      opened: false,
      change: () => undefined,
      ...this.view,
    };
    return html`<div class="frame">
      <div
        class="card"
        role="group"
        aria-label="Kik status"
        lang=${this.language}
        dir=${this.language === 'ar' ? 'rtl' : 'ltr'}
      >
        <div class="live ${view.withOfficial ? '' : 'alone'}">${this.section!.render(view)}</div>
      </div>
    </div>`;
  }

  /** First element in the shadow root for a selector; throws when there is none. */
  find(selector: string): HTMLElement {
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  input(selector: string): HTMLInputElement {
    return this.find(selector) as HTMLInputElement;
  }

  link(selector: string): HTMLAnchorElement {
    return this.find(selector) as HTMLAnchorElement;
  }

  get canvas(): HTMLCanvasElement {
    return this.find('canvas') as HTMLCanvasElement;
  }

  /** The text of the first match, white space collapsed. */
  textOf(selector: string): string {
    return this.find(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  /** Presses what matches, and waits until the answer of that is on screen. */
  async press(selector: string): Promise<void> {
    this.find(selector).click();
    // One update for the press, one for panels that were loaded by it.
    await this.updateComplete;
    await this.updateComplete;
  }

  /** What has focus inside. */
  get focused(): Element | null {
    return this.shadowRoot!.activeElement;
  }
}
customElements.define('live-test-host', LiveTestHost);

declare global {
  interface HTMLElementTagNameMap {
    'live-test-host': LiveTestHost;
  }
}
