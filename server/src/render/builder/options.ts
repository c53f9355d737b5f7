import { BADGE_SIZES } from '../badge.js';
import type { Kind, Place } from './places.js';

/** The options of the appearance: every value of every option, as in the address of the builder. */
export const OPTIONS = {
  look: ['auto', 'card', 'badge', 'compact'],
  theme: ['auto', 'light', 'dark'],
  language: ['auto', 'en', 'ar'],
  size: BADGE_SIZES,
  version: ['pinned', 'newest'],
} as const;

/** Name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** The chosen options. If a kind lacks an option, its first value is used. */
export type Options = { readonly [Name in OptionName]: (typeof OPTIONS)[Name][number] };

/** The values that one kind accepts, the default first; a missing option has no effect. */
export type OptionValues = {
  readonly [Name in OptionName]?: readonly Options[Name][];
};

const { theme, language, size, version } = OPTIONS;
const element = { look: ['compact', 'auto', 'card', 'badge'], theme, language } as const;
const frame = { look: ['card', 'compact'], theme, language } as const;

/**
 * The options of a kind.
 *
 * @param look The chosen look: a card has only one size.
 */
export function optionsOf(kind: Kind, place: Place, look: Options['look']): OptionValues {
  switch (kind) {
    case 'element':
      return { ...element, version };
    case 'custom-element':
    case 'bundler':
      return element;
    case 'render':
    case 'ssi':
    case 'esi':
    case 'php':
      // A server does not see the page's language.
      return { ...element, language: ['en', 'ar'], version };
    case 'iframe':
    case 'frame-address':
      return frame;
    case 'picture':
    case 'markdown':
    case 'bbcode': {
      const isCard = look === 'card';
      // A raster picture cannot follow the colour scheme of its page.
      const themes = isCard || place.picture === 'png' ? (['light', 'dark'] as const) : theme;
      return { look: ['badge', 'card'], ...(isCard ? {} : { size }), theme: themes, language };
    }
    case 'address':
    case 'link':
    case 'feed':
      return { language };
    default:
      return kind satisfies never;
  }
}
