import { arLive } from './ar-live.js';
import { arPaint } from './ar-paint.js';
import type { LanguagePack } from './language-pack.js';

/** Arabic, written from right to left. */
export const ar = {
  language: 'ar',
  direction: 'rtl',
  paint: arPaint,
  live: arLive,
} as const satisfies LanguagePack;
