import type { Formats } from './formats.js';
import type { PanelMessages } from './live-messages.js';

const reports = (count: number, formats: Formats): string =>
  `${formats.number(count)} ${formats.plural(count) === 'one' ? 'report' : 'reports'}`;

/** English texts of the panels. */
export const enPanels: PanelMessages = {
  incidents: {
    title: 'Incidents',
    empty: 'No incidents are known.',
    impact: {
      none: 'No impact',
      minor: 'Minor impact',
      major: 'Major impact',
      critical: 'Critical impact',
      maintenance: 'Maintenance',
    },
    status: {
      investigating: 'investigating',
      identified: 'cause identified',
      monitoring: 'fix being watched',
      resolved: 'resolved',
    },
    source: {
      community: 'seen in users’ reports',
      official: 'from the official page',
      archive: 'from the archive',
    },
    ongoing: 'ongoing',
    openWhenLastChecked: 'open when last checked',
    lasted: (duration) => `lasted ${duration}`,
    noticedFirst: (duration) => `users noticed ${duration} before the official page`,
    starts: (relative) => `starts ${relative}`,
  },
  guide: {
    title: (name) => `Is it ${name}, or only me?`,
    answer: {
      offline: 'You are offline: first see to your own connection.',
      unknown: 'Nothing current is known, so check your own side first.',
      many: (name, ago) =>
        `It is not only you: ${name} has a problem${ago && `, first seen ${ago}`}. Most of what follows will not help until it is over.`,
      few: (name) =>
        `Few others have a problem with ${name} now. Check these in order; if it still fails, report it.`,
    },
    questions: 'Questions',
    about: (name) => `About ${name}`,
  },
  related: { title: 'Related services' },
  trend: {
    title: (span) => `Reports in the last ${span.replace(/^1 /, '')}`,
    loading: 'Loading the chart',
    failed: 'The chart could not be loaded.',
    reports: 'Reports',
    usualRange: 'Usual range',
    summary: ({ step, most, mostAt, latest }) =>
      `Reports per ${step}. Most: ${most} at ${mostAt}. Latest: ${latest}.`,
    keys: 'Left and right arrow keys move through the points.',
    point: (count, typical, formats) =>
      typical === undefined
        ? reports(count, formats)
        : `${reports(count, formats)}, ${formats.number(typical)} is usual`,
    table: 'Numbers as a table',
    time: 'Time',
    usual: 'Usual',
  },
};
