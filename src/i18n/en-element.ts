import type { ElementMessages } from './messages.js';

/** English texts that only the element shows, so that the first paint does not carry them. */
export const enElement: ElementMessages = {
  loading: 'Loading status',
  failed: 'The status could not be loaded.',
  retry: 'Try again',
  show: 'Show live status',
  details: 'Details',
  less: 'Less',
};
