import type { LiveMessages } from './live-messages.js';
import type { PaintMessages } from './messages.js';

/** The texts of one language. In the widget English has no `live`: the live chunk brings those texts. */
export interface LanguagePack {
  /** Primary subtag, e.g. `ar`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paint: PaintMessages;
  readonly live?: LiveMessages;
}
