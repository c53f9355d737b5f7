import type { ReactiveController } from 'lit';
import { takeTurn } from '../../client/in-turns.js';
import type { LiveHost, LiveSection } from '../live-host.js';
import { loadLive } from '../lazy.js';
import type { LanguageController } from './language-controller.js';

/** Loads the part below the sparkline, and disconnects it with the host. */
export class LiveController implements ReactiveController {
  section: LiveSection | undefined;
  #loading: Promise<LiveSection> | undefined;

  constructor(
    readonly host: LiveHost,
    readonly language: LanguageController,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.section?.disconnect();
  }

  /** Returns the section, loaded on the first call. Rejects when its file fails to load; the next call tries again. */
  load(): Promise<LiveSection> {
    return (this.#loading ??= this.#mount());
  }

  async #mount(): Promise<LiveSection> {
    try {
      const live = await loadLive();
      // The file loads for all elements of the page at once, so they share the work out over tasks.
      await new Promise<void>(takeTurn);
      this.section = live.mountLiveSection(this.host, {
        messages: () => this.language.pack.live,
      });
      this.host.requestUpdate();
      return this.section;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
