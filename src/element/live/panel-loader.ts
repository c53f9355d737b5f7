import type { LiveHost } from '../live-host.js';
import { panelTools } from './panel-tools.js';
import type { Panels } from './panels.js';
import { addStyles } from './styles-in-documents.js';
import type { LoadTrend } from './trend-controller.js';

/** Loads the panels' module. */
export type LoadPanels = () => Promise<
  Pick<typeof import('./panels.js'), 'createPanels' | 'panelsStyles'>
>;

/** Loaders of the panels and their chart. */
export interface PanelSources {
  readonly loadPanels: LoadPanels;
  readonly loadTrend: LoadTrend;
}

/** Loads the panels once a visitor needs them. */
export class PanelLoader {
  /** `undefined` until they have loaded. */
  panels: Panels | undefined;
  /** Whether the latest attempt failed. */
  failed = false;
  #loading = false;

  /** @param changed Called after the panels have loaded, failed to load, or start to load again. */
  constructor(
    readonly host: LiveHost,
    readonly sources: PanelSources,
    readonly changed: () => void,
  ) {}

  /** Loads the panels, or tries again; does nothing when they are loaded or loading. Never rejects. */
  async load(): Promise<void> {
    if (this.panels || this.#loading) return;
    this.#loading = true;
    if (this.failed) {
      this.failed = false;
      this.changed();
    }
    try {
      const { createPanels, panelsStyles } = await this.sources.loadPanels();
      addStyles(this.host.shadowRoot!, panelsStyles);
      this.panels = createPanels(this.host, panelTools, this.sources.loadTrend);
    } catch {
      this.failed = true;
    }
    this.#loading = false;
    this.changed();
  }
}
