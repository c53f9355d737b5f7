import { OutageStatusElement } from './element/outage-status-element.js';
import { isServerKnown } from './element/server-address.js';

const REMINDER_AFTER_MS = 5_000;

// If a page loads this twice, or in two versions, the first definition stays.
if (globalThis.customElements) OutageStatusElement.define();

// An element without a server waits for `configure()` and shows no error, so a forgotten one is only named here.
// The page of a test may have gone by then.
const page = globalThis.document as Document | undefined;
if (page) {
  setTimeout(() => {
    const isWaiting = ({ service, server, src }: OutageStatusElement) => service && !server && !src;
    if (!isServerKnown() && [...page.querySelectorAll('outage-status')].some(isWaiting))
      console.warn('outage-status: no feed server is known; call configure({ server }).');
  }, REMINDER_AFTER_MS);
}
