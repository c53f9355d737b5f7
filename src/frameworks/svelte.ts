/** The tag in components of Svelte: `import type {} from 'outage-status/svelte'`, once in a project. */
import type { OutageStatusElement } from '../element/outage-status-element.js';
import type { OutageStatusOwnAttributes } from './tag.js';

/** @ts-ignore without Svelte */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    /** @ts-ignore without Svelte */
    'outage-status': HTMLAttributes<OutageStatusElement> & OutageStatusOwnAttributes;
  }
}
