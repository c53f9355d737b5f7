import type { ReactiveController } from 'lit';
import type { TrendChart, TrendStyle, TrendPoint, TrendTexts } from '../../chart/index.js';
import type { LiveHost } from '../live-host.js';
import { isSameStyle, readTrendStyle } from './read-trend-style.js';

/** The chart's module, loaded when the visitor opens the trend. */
export type TrendModule = Pick<typeof import('../../chart/index.js'), 'drawTrend'>;
export type LoadTrend = () => Promise<TrendModule>;

/** Loading state of the chart. */
export type TrendState =
  | { readonly step: 'closed' }
  | { readonly step: 'loading' }
  | { readonly step: 'failed' }
  | { readonly step: 'ready'; readonly module: TrendModule };

/** What the chart shows. */
export interface TrendContent {
  readonly points: readonly TrendPoint[];
  readonly texts: TrendTexts;
}

/** Loads the chart, keeps it in step with data and theme, and moves through its points. It never outlives its canvas. */
export class TrendController implements ReactiveController {
  #state: TrendState = { step: 'closed' };
  #canvas: HTMLCanvasElement | undefined;
  #chart: TrendChart | undefined;
  #content: TrendContent | undefined;
  #drawn: { readonly content: TrendContent; readonly style: TrendStyle } | undefined;
  #selectedAtMs: number | undefined;

  constructor(
    readonly host: LiveHost,
    readonly load: LoadTrend,
  ) {
    host.addController(this);
  }

  get state(): TrendState {
    return this.#state;
  }

  /** The point selected by keyboard. */
  get selected(): TrendPoint | undefined {
    return this.#content?.points.find(({ atMs }) => atMs === this.#selectedAtMs);
  }

  /** Loads the chart, or tries again. */
  async open(): Promise<void> {
    if (this.#state.step === 'loading' || this.#state.step === 'ready') return;
    this.#move({ step: 'loading' });
    let next: TrendState;
    try {
      next = { step: 'ready', module: await this.load() };
    } catch {
      next = { step: 'failed' };
    }
    // If the trend was closed meanwhile, show nothing; the browser keeps the module.
    if ((this.#state as TrendState).step === 'loading') this.#move(next);
  }

  close(): void {
    this.#selectedAtMs = undefined;
    this.#destroy();
    if (this.#state.step !== 'closed') this.#move({ step: 'closed' });
  }

  /** Sets what the next update draws. */
  show(content: TrendContent): void {
    this.#content = content;
  }

  /** Redraws when the theme's colours differ from those on the canvas. */
  readonly followTheme = (): void => {
    this.#draw();
  };

  /**
   * Moves through the points by keyboard.
   *
   * @param key The event's `key`; in a right-to-left chart the left arrow leads to later points.
   * @returns Whether this method handled the key.
   */
  press(key: string): boolean {
    const points = this.#content?.points ?? [];
    if (!this.#drawn || points.length === 0) return false;
    const last = points.length - 1;
    const current = points.findIndex(({ atMs }) => atMs === this.#selectedAtMs);
    const forward = this.#drawn.style.rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    let next: number;
    if (key === 'Home') next = 0;
    else if (key === 'End') next = last;
    else if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
    else if (current < 0) next = last;
    else next = Math.min(last, Math.max(0, current + (key === forward ? 1 : -1)));
    this.#selectedAtMs = points[next]!.atMs;
    this.#chart?.select(next);
    this.host.requestUpdate();
    return true;
  }

  /** Clears the selection, as when focus leaves the chart. */
  readonly deselect = (): void => {
    if (this.#selectedAtMs === undefined) return;
    this.#selectedAtMs = undefined;
    this.#chart?.select(undefined);
    this.host.requestUpdate();
  };

  hostConnected(): void {
    // The chart was destroyed when the element left the document; the canvas may still be there.
    if (this.#state.step === 'ready') this.host.requestUpdate();
  }

  hostUpdated(): void {
    const canvas = this.host.shadowRoot?.querySelector('canvas') ?? undefined;
    if (canvas !== this.#canvas) this.#destroy();
    this.#canvas = canvas;
    this.#draw();
  }

  hostDisconnected(): void {
    this.#destroy();
  }

  #draw(): void {
    const content = this.#content;
    const plot = this.#canvas?.parentElement;
    if (
      this.#state.step !== 'ready' ||
      !this.#canvas ||
      !plot ||
      !content ||
      !this.host.isConnected
    )
      return;
    const style = readTrendStyle(plot);
    const drawn = this.#drawn;
    if (drawn && drawn.content === content && isSameStyle(drawn.style, style)) return;
    this.#drawn = { content, style };
    const view = { ...content, style };
    if (this.#chart) this.#chart.update(view);
    else this.#chart = this.#state.module.drawTrend(this.#canvas, view);
    const index = content.points.findIndex(({ atMs }) => atMs === this.#selectedAtMs);
    if (index >= 0) this.#chart.select(index);
  }

  #destroy(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#drawn = undefined;
  }

  #move(state: TrendState): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
