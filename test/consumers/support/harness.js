// Copied into every app. `FEED_SERVER` is replaced by the address of the running feed server.
import { configure } from 'outage-status';

configure({ server: 'FEED_SERVER' });

/** The listener of every app: notes the name of the event. */
export const hear = (event) => {
  globalThis.heard = [...(globalThis.heard ?? []), event.type];
};
