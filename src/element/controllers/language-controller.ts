import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatsFor } from '../../i18n/formats.js';
import { chooseLanguage, english } from '../language.js';

/** Follows the element's language, and updates the element once a translation has loaded. */
export class LanguageController implements ReactiveController {
  pack = english;
  formats = formatsFor(english.language);
  /** False while a translation is loading. */
  ready = true;

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Waits for the translation's file, if there is one; resolves too when that fails. */
  load(): Promise<void> {
    return new Promise((resolve) => {
      if (chooseLanguage(this.host, resolve)) resolve();
    });
  }

  hostUpdate(): void {
    const language = chooseLanguage(this.host, () => this.host.requestUpdate());
    this.ready = !!language;
    Object.assign(this, language);
  }
}
