import { ar } from './ar.js';
import { enElement } from './en-element.js';
import { enLive } from './en-live.js';
import { en } from './en.js';
import type { LanguagePack } from './language-pack.js';

/** Every language with all its texts, by primary subtag. For renderings outside the element, which loads texts lazily. */
export const LANGUAGES: Readonly<Record<'en' | 'ar', Required<LanguagePack>>> = {
  en: { language: 'en', direction: 'ltr', paint: en, element: enElement, live: enLive },
  ar,
};

export { formatsFor, type Formats } from './formats.js';
export { isolate, isolateInLtr, isolateInRtl, withoutMarks } from './isolate.js';
export type { LanguagePack } from './language-pack.js';
export type { LiveMessages } from './live-messages.js';
export type { PaintMessages } from './messages.js';
