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
    check: {
      start: 'Check from this device',
      asking: 'Asking…',
      note: (sites) =>
        `Asks ${sites.join(' and ')} whether this browser gets an answer. What it finds stays here.`,
      took: (milliseconds, formats) => `answered in ${formats.number(milliseconds)} ms`,
      failed: {
        silent: 'did not answer',
        refused: 'refused at once',
        policy: 'not asked: this page does not allow it',
        insecure: 'not asked: its address is not secure',
      },
      says: {
        answers: (name) =>
          `${name} answers this device, so your connection works. If it still fails, restart or update the app.`,
        answersButProblem: (name) =>
          `${name} answers this device, so your connection works. The problem is on their side: wait until it is over.`,
        answersOnlyHere: (name) =>
          `${name} answers this device, though not our server. It may fail in some places only.`,
        onlyHere: (name) =>
          `${name} answers our server but not this device: it is your network, VPN or DNS. Try mobile data.`,
        someOnly: (name) =>
          `${name} answers our server but not this device, and others report problems: it may fail in some networks or places only. Try mobile data.`,
        nowhere: (name) =>
          `${name} answers neither our server nor this device: it is ${name}, not you.`,
        silentAndProblem: (name) =>
          `${name} does not answer this device, and others report problems: it is probably ${name}, not you.`,
        maintenance: (name) =>
          `${name} does not answer this device. Its makers have announced maintenance, which is the likely reason.`,
        silent: (name) =>
          `${name} does not answer this device. It may be your network, VPN or DNS. Try mobile data.`,
        refused: (name) =>
          `Something here refuses ${name} at once: a content blocker, a filter of names (DNS) or a firewall, perhaps. Turn it off, or try mobile data.`,
        offline: () => 'This browser is offline: check your own connection first.',
        cutOff: (name) =>
          `Neither ${name} nor our server answers this device: it is your connection. Try mobile data.`,
        policy: (name) =>
          `This page does not allow the widget to ask ${name}. Open ${name} in a tab of its own to see whether it answers.`,
        insecure: (name) =>
          `The address of ${name} is not secure, so a secure page may not ask it. Open it in a tab of its own to see whether it answers.`,
      },
    },
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
