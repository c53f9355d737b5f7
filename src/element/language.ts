import { en } from '../i18n/en.js';
import { formatsFor, type Formats } from '../i18n/formats.js';
import type { LanguagePack } from '../i18n/language-pack.js';
import { languageLoaders } from './lazy.js';

/** The language of one element. */
export interface Language {
  readonly pack: LanguagePack;
  readonly formats: Formats;
}

/** The fallback for missing translations. */
export const english: LanguagePack = { language: 'en', direction: 'ltr', paint: en };

const isTranslated = (subtag: string): subtag is keyof typeof languageLoaders =>
  Object.hasOwn(languageLoaders, subtag);

// Loaded packs by subtag; English where loading failed.
const packs = new Map<string, LanguagePack>();

/**
 * Chooses an element's language: its own `lang`, that of the nearest ancestor across shadow roots, the page's, the
 * visitor's. A language without a translation falls back to English, also in the card's `lang` and `dir`.
 *
 * @param loaded Called when the language's file has loaded or failed to load.
 * @returns `undefined` while that file is loading.
 */
export function chooseLanguage(element: HTMLElement, loaded: () => void): Language | undefined {
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

function findTag(element: HTMLElement): string {
  // Of the element itself the property: the attribute follows it only later in the same update.
  const own = element.lang.trim();
  if (own) return own;
  const host = (node: Node) => (node.getRootNode() as Partial<ShadowRoot>).host;
  for (let node = element.parentElement ?? host(element); node; node = host(node)) {
    const tag = node.closest('[lang]:not([lang=""])')?.getAttribute('lang')?.trim();
    if (tag) return tag;
  }
  return navigator.language || 'en';
}
