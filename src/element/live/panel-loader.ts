import type { LiveHost } from '../live-host.js';
import { styleSheetOf } from '../style-sheet.js';
import { panelTools } from './panel-tools.js';
import type { Panels } from './panels.js';
import { addStyles } from './styles-in-documents.js';
import type { LoadTrend } from './trend-controller.js';

/** The panels' module. */
export type LoadPanels = () => Promise<
  Pick<typeof import('./panels.js'), 'createPanels' | 'panelsStyles'>
>;

/** Where the panels and their chart come from. */
export interface PanelSources {
  readonly loadPanels: LoadPanels;
  readonly loadTrend: LoadTrend;
}

/** Brings in the panels once a visitor reaches for them. */
export class PanelLoader {
  /** The panels, once they are there. */
  panels: Panels | undefined;
  /** The newest try has failed. */
  failed = false;
  #loading = false;

  /** @param changed Called after the panels have come, or could not be had, or are tried again. */
  constructor(
    readonly host: LiveHost,
    readonly sources: PanelSources,
    readonly changed: () => void,
  ) {}

  /** Loads the panels, or tries again; nothing when they are there or on their way. Never rejects. */
  async load(): Promise<void> {
    if (this.panels || this.#loading) return;
    this.#loading = true;
    if (this.failed) {
      this.failed = false;
      this.changed();
    }
    try {
      const { createPanels, panelsStyles } = await this.sources.loadPanels();
      addStyles(this.host.shadowRoot!, styleSheetOf(panelsStyles));
      this.panels = createPanels(this.host, panelTools, this.sources.loadTrend);
    } catch {
      this.failed = true;
    }
    this.#loading = false;
    this.changed();
  }
}
