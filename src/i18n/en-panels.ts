import { en } from './en.js';
import type { Formats } from './formats.js';
import type { PanelMessages } from './live-messages.js';

const reports = (count: number, formats: Formats): string =>
  `${formats.number(count)} ${formats.plural(count) === 'one' ? 'report' : 'reports'}`;

/** English texts of the panels. */
export const enPanels: PanelMessages = {
  incidents: {
    title: 'Incidents',
    empty: 'No known incidents.',
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
      monitoring: 'monitoring the fix',
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
      offline: 'You are offline: check your own connection first.',
      unknown: 'There is no current information, so check your own side first.',
      many: (name, ago) =>
        `It is not only you: ${name} has a problem${ago && `, first seen ${ago}`}. Most of what follows will not help until it is over.`,
      few: (name) =>
        `Few others have problems with ${name} right now. Check these in order; if it still fails, report it.`,
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
    per: (stepSeconds, formats) => en.per(stepSeconds, formats),
    usualRange: 'Usual range',
    summary: ({ per, most, mostAt, latest }) =>
      `Reports ${per}. Most: ${most} at ${mostAt}. Latest: ${latest}.`,
    keys: 'Left and right arrow keys move through the points.',
    point: (count, typical, formats) =>
      typical === undefined
        ? reports(count, formats)
        : `${reports(count, formats)}, ${en.usual(typical, formats)}`,
    fewerThanOne: 'fewer than one',
    table: 'Numbers as a table',
    time: 'Time',
    usual: 'Usual',
  },
};
