import type { LiveMessages } from './live-messages.js';
import type { ElementMessages, PaintMessages } from './messages.js';

/** The texts of one language. In the widget English has only `paint`: the later files bring the other texts. */
export interface LanguagePack {
  /** Primary subtag, e.g. `ar`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paint: PaintMessages;
  readonly element?: ElementMessages;
  readonly live?: LiveMessages;
}
