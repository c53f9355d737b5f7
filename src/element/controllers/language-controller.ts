import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../../i18n/en.js';
import { formatsFor } from '../../i18n/formats.js';
import type { LanguagePack } from '../../i18n/language-pack.js';
import { languageLoaders } from '../lazy.js';

const english: LanguagePack = { language: 'en', direction: 'ltr', paint: en };

const isTranslated = (subtag: string): subtag is keyof typeof languageLoaders =>
  subtag in languageLoaders;

// A language whose file could not be had stands here as English.
const packs = new Map([['en', english]]);

/**
 * Chooses the element's language: its own `lang`, that of the nearest ancestor across shadow roots, the page's, the
 * visitor's. A language that is not translated falls back to English, and says so in `lang` and `dir`.
 */
export class LanguageController implements ReactiveController {
  pack = english;
  formats = formatsFor('en');
  /** False while the texts of a translated language are on their way. */
  ready = true;

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    const tag = findLanguage(this.host);
    const subtag = tag.split('-')[0]!.toLowerCase();
    if (isTranslated(subtag) && !packs.has(subtag)) {
      this.ready = false;
      void this.#load(subtag);
      return;
    }
    this.ready = true;
    this.pack = packs.get(subtag) ?? english;
    this.formats = formatsFor(this.pack.language === subtag ? tag : this.pack.language);
  }

  async #load(subtag: keyof typeof languageLoaders): Promise<void> {
    const pack = await languageLoaders[subtag]().catch(() => english);
    packs.set(subtag, pack);
    this.host.requestUpdate();
  }
}

function findLanguage(element: HTMLElement): string {
  for (let node: Element | null = element; node;) {
    const holder: Element | null = node.closest('[lang]');
    const language = holder?.getAttribute('lang');
    if (language) return language;
    const root = (holder?.parentElement ?? node).getRootNode();
    node = holder?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return navigator.language || 'en';
}
