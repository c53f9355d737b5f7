import type { ReactiveController } from 'lit';
import type { LiveHost, LiveSection } from '../live-host.js';
import { loadLive } from '../lazy.js';
import type { LanguageController } from './language-controller.js';

/** Brings in the part below the sparkline once the first feed is on screen, or earlier when it is asked for. */
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

  /** The section, loaded on the first call. Rejects when its file cannot be had; the next call tries again. */
  load(): Promise<LiveSection> {
    return (this.#loading ??= loadLive().then(
      (live) =>
        (this.section = live.mountLiveSection(this.host, {
          messages: () => this.language.pack.live,
        })),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    ));
  }
}
