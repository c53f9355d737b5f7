/** The panels below the row of buttons. */
export type PanelId = 'report' | 'trend' | 'guide' | 'incidents' | 'related';

/** Ids of a panel's button and of the panel itself, in the element's shadow root. */
export const toggleId = (panel: PanelId): string => `toggle-${panel}`;
export const panelId = (panel: PanelId): string => `panel-${panel}`;

/** Tracks the open panel. At most one is open, so that the widget stays small. */
export class Disclosure {
  #open: PanelId | undefined;

  /** @param changed Called after a panel opens or closes, with the panel that was open before. */
  constructor(readonly changed: (previous: PanelId | undefined) => void) {}

  get open(): PanelId | undefined {
    return this.#open;
  }

  toggle(panel: PanelId): void {
    this.#set(this.#open === panel ? undefined : panel);
  }

  close(): void {
    this.#set(undefined);
  }

  #set(panel: PanelId | undefined): void {
    const previous = this.#open;
    if (previous === panel) return;
    this.#open = panel;
    this.changed(previous);
  }
}
