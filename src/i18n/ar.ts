import { arLive } from './ar-live.js';
import { arElement, arPaint } from './ar-paint.js';
import type { LanguagePack } from './language-pack.js';

/** Arabic, written from right to left. */
export const ar = {
  language: 'ar',
  direction: 'rtl',
  paint: arPaint,
  element: arElement,
  live: arLive,
} as const satisfies LanguagePack;
