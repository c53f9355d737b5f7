import type { ElementMessages } from './messages.js';

/** English texts that only the element shows, so that the first paint does not carry them. */
export const enElement: ElementMessages = {
  reportsInWindow: (count, windowSeconds, formats) =>
    `${count === 1 ? 'report' : 'reports'} in the last ${formats.duration(windowSeconds).replace(/^1 /, '')}`,
  breakdown: 'What users report',
  showAll: (count) => `Show all ${count}`,
  showFewer: 'Show fewer',
  sparkline: ({ hours, per, maximum, latest }) =>
    `Reports over the last ${hours}: at most ${maximum} ${per}, now ${latest}.`,
  axisEnd: 'now',
  axisStart: (duration) => `${duration} ago`,
  updated: (ago) => `Updated ${ago}`,
  notUpdating: 'not updating',
  pause: 'Pause updates',
  resume: 'Resume updates',
  announcement: (name, status) => `${name}: ${status}`,
  loading: 'Loading status',
  failed: 'The status could not be loaded.',
  retry: 'Try again',
  show: 'Show live status',
  details: 'Details',
  less: 'Less',
};
