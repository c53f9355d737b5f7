import { enPanels } from './en-panels.js';
import { enSection } from './en-section.js';
import type { LiveMessages } from './live-messages.js';

/** English texts of the live section. */
export const enLive: LiveMessages = { ...enSection, ...enPanels };
