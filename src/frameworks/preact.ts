/** The tag in JSX of Preact: `import type {} from 'outage-status/preact'`, once in a project. */
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { OutageStatusOwnAttributes } from './tag.js';

/** @ts-ignore without Preact */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore without Preact */
      'outage-status': preact.HTMLAttributes<OutageStatusElement> & OutageStatusOwnAttributes;
    }
  }
}
