import type { RenderLanguage } from '../render-language.js';
import { ar } from './builder-texts-ar.js';
import { en } from './builder-texts-en.js';
import type { BuilderTexts } from './builder-texts.js';

/** The builder's words by primary subtag, for every language of the pages. */
const BUILDER_TEXTS: Readonly<Record<RenderLanguage['tag'], BuilderTexts>> = { en, ar };

/** The builder's words in a language. */
export const builderTexts = ({ tag }: RenderLanguage): BuilderTexts => BUILDER_TEXTS[tag];
