import { formatsFor, LANGUAGES, type Formats, type LanguagePack } from 'outage-status/texts';
import { NOTIFY_TEXTS, type NotifyTexts } from './notify-texts.js';
import { PAGE_TEXTS, type PageTexts } from './page-texts.js';

/** A language with everything that a rendering needs. */
export interface RenderLanguage {
  /** Primary subtag, one of {@link LANGUAGE_TAGS}. */
  readonly tag: keyof typeof LANGUAGES;
  /** For Open Graph, which requires a country: `en_US`. */
  readonly ogLocale: string;
  readonly direction: LanguagePack['direction'];
  readonly paint: LanguagePack['paint'];
  readonly element: Required<LanguagePack>['element'];
  readonly live: NonNullable<LanguagePack['live']>;
  readonly formats: Formats;
  /** Texts of the server's own pages. */
  readonly page: PageTexts;
  readonly notify: NotifyTexts;
}

// Facebook's names of languages: https://developers.facebook.com/docs/internationalization
const OG_LOCALES = { en: 'en_US', ar: 'ar_AR' } as const satisfies Record<
  keyof typeof LANGUAGES,
  string
>;

/** The supported languages. */
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

/**
 * Chooses a language.
 *
 * @param wanted BCP 47 tag, e.g. `ar-EG`; unsupported languages become English.
 */
export function renderLanguage(wanted = 'en'): RenderLanguage {
  const primary = wanted.toLowerCase().split(/[-_]/)[0];
  const tag = LANGUAGE_TAGS.find((known) => known === primary) ?? 'en';
  const { direction, paint, element, live } = LANGUAGES[tag];
  return {
    tag,
    ogLocale: OG_LOCALES[tag],
    direction,
    paint,
    element,
    live,
    formats: formatsFor(tag),
    page: PAGE_TEXTS[tag],
    notify: NOTIFY_TEXTS[tag],
  };
}

/** `?lang=ar`, or an empty text for English. */
export const languageQuery = ({ tag }: RenderLanguage): string =>
  tag === 'en' ? '' : `?lang=${tag}`;
