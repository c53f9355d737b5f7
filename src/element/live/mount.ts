import { prepareReport, sendReport } from '../../client/send-report.js';
import { takeTurn } from '../../client/in-turns.js';
import { enSection } from '../../i18n/en-section.js';
import type { LiveMessages } from '../../i18n/live-messages.js';
import type { LiveHost, LiveSection } from '../live-host.js';
import { loadPanels, loadTrend } from './lazy.js';
import { createLiveSection } from './live-section.js';
import { liveStyles } from './live-styles.js';
import { styleSheetOf } from '../style-sheet.js';
import { addStyles, restoreStyles } from './styles-in-documents.js';

/** What the element gives besides itself. */
export interface MountOptions {
  /** The texts in use, `undefined` for English; asked for on each render. */
  readonly messages: () => LiveMessages | undefined;
}

/** Makes the part below the sparkline of one element, with its styles; it can be used at once, and is soon on screen. */
export function mountLiveSection(host: LiveHost, { messages }: MountOptions): LiveSection {
  const section = createLiveSection(host, {
    sendReport,
    prepareReport,
    loadPanels,
    loadTrend,
    messages: () => messages() ?? enSection,
  });
  let isMounted = false;
  // The file arrives for all elements of the page at once.
  takeTurn(() => {
    const root = host.shadowRoot!;
    addStyles(root, styleSheetOf(liveStyles));
    host.addController({ hostConnected: () => restoreStyles(root) });
    isMounted = true;
    host.requestUpdate();
  });
  return {
    render: (view) => {
      const rendered = section.render(view);
      return isMounted ? rendered : undefined;
    },
    report: (categoryId) => section.report(categoryId),
    disconnect: () => section.disconnect(),
  };
}
