import { prepareReport, sendReport } from '../../client/send-report.js';
import { enSection } from '../../i18n/en-section.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveHost, LiveSection } from '../live-host.js';
import { loadPanels, loadTrend } from './lazy.js';
import { createLiveSection } from './live-section.js';
import { liveStyles } from './live-styles.js';
import { addStyles, restoreStyles } from './styles-in-documents.js';

/** What the element passes besides itself. */
export interface MountOptions {
  /** The texts in use, `undefined` for English; read on each render. */
  readonly messages: () => LiveMessages | undefined;
}

/** Creates the part below the sparkline with its styles. It reports at once, and renders once the styles are added. */
export function mountLiveSection(host: LiveHost, { messages }: MountOptions): LiveSection {
  const section = createLiveSection(host, {
    sendReport,
    prepareReport,
    loadPanels,
    loadTrend,
    messages: () => messages() ?? enSection,
  });
  const root = host.shadowRoot!;
  addStyles(root, liveStyles);
  host.addController({ hostConnected: () => restoreStyles(root) });
  return section;
}
