import type { LiveMessages } from './live-messages.js';
import type { PaintMessages } from './messages.js';

/** The texts of one language. English live texts come with the live chunk. */
export interface LanguagePack {
  /** Primary subtag, e.g. `ar`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paint: PaintMessages;
  readonly live?: LiveMessages;
}
