import { en } from '../i18n/en.js';
import { formatsFor, type Formats } from '../i18n/formats.js';
import type { LanguagePack } from '../i18n/language-pack.js';
import { languageLoaders } from './lazy.js';

/** The language of one element. */
export interface Language {
  readonly pack: LanguagePack;
  readonly formats: Formats;
}

/** What is shown while nothing else is known. */
export const english: LanguagePack = { language: 'en', direction: 'ltr', paint: en };

const isTranslated = (subtag: string): subtag is keyof typeof languageLoaders =>
  Object.hasOwn(languageLoaders, subtag);

// Loaded so far, by subtag; English where the file could not be had.
const packs = new Map<string, LanguagePack>();

/**
 * Chooses an element's language: its own `lang`, that of the nearest ancestor across shadow roots, the page's, the
 * visitor's. A language that is not translated falls back to English, and says so in `lang` and `dir`.
 *
 * @param loaded Called when the language's file has come, or could not be had.
 * @returns `undefined` while that file is on its way.
 */
export function chooseLanguage(element: Element, loaded: () => void): Language | undefined {
  const tag = findTag(element);
  const subtag = tag.split('-')[0]!.toLowerCase();
  if (isTranslated(subtag) && !packs.has(subtag)) {
    void load(subtag, loaded);
    return undefined;
  }
  const pack = packs.get(subtag) ?? english;
  return { pack, formats: formatsFor(pack.language === subtag ? tag : pack.language) };
}

async function load(subtag: keyof typeof languageLoaders, loaded: () => void): Promise<void> {
  packs.set(subtag, await languageLoaders[subtag]().catch(() => english));
  loaded();
}

function findTag(element: Element): string {
  for (let node: Element | undefined = element; node;) {
    const tag = node.closest('[lang]:not([lang=""])')?.getAttribute('lang');
    if (tag) return tag;
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
  }
  return navigator.language || 'en';
}
