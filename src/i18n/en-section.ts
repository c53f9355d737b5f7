import { en } from './en.js';
import type { Formats } from './formats.js';
import type { SectionMessages } from './live-messages.js';

const form = (count: number, formats: Formats, one: string, other: string): string =>
  `${formats.number(count)} ${formats.plural(count) === 'one' ? one : other}`;

/** `the last hour`, `the last 30 minutes`. */
const lastSpan = (seconds: number, formats: Formats): string =>
  `the last ${formats.duration(seconds).replace(/^1 /, '')}`;

/** English texts of the live section without its panels. */
export const enSection: SectionMessages = {
  status: en.status,
  opensNewTab: 'opens in a new tab',
  retry: 'Try again',
  voices: {
    label: 'Sources, side by side',
    users: 'Users report',
    official: 'Official page',
    nothingUnusual: 'Nothing unusual',
    notCounted: 'Reports are not counted here',
    none: 'No data',
    noOfficialPage: 'No official status page',
    openIncidents: (count, ago, formats) =>
      `${form(count, formats, 'open incident', 'open incidents')}, checked ${ago}`,
    contradictsItself: (word, openCount, formats) =>
      `Page says “${word}”${openCount > 0 ? `, ${form(openCount, formats, 'incident', 'incidents')} open` : ''}`,
    affected: ({ count, total, names, moreCount }, formats) => {
      const listed = names.join(', ');
      const more = moreCount > 0 ? ` and ${formats.number(moreCount)} more` : '';
      if (total === undefined) return `${listed}${more}`;
      const share = `${formats.number(count)} of ${formats.number(total)} parts`;
      return listed ? `${share}: ${listed}${more}` : share;
    },
    unknownReason: {
      lists_nothing: 'The page lists nothing, so its state is unknown',
      sub_pages: 'The page leaves its incidents to its sub-pages',
    },
    checked: (ago) => `Checked ${ago}`,
    notReadable: (since) => `Not readable since ${since}`,
    lastKnown: (status) => `Last known: ${status}`,
    worksAgain: (count, formats) => `${form(count, formats, 'says', 'say')} it works again`,
    mostOften: (label) => `Most often: ${label}`,
    probe: 'Our check',
    probeSays: {
      answers: (name) => `${name}’s servers answer us.`,
      answersButUsers: (name) => `${name}’s servers answer us; users report problems.`,
      answersButVendor: (name) => `${name}’s servers answer us; its page reports a problem.`,
      slow: (name) => `${name}’s servers answer us slower than usual.`,
      noAnswer: (name) => `${name}’s servers do not answer us.`,
      noAnswerAlone: (name) => `${name}’s servers do not answer us; nobody else reports it.`,
      noAnswerEither: (name) => `${name}’s servers do not answer us either.`,
      unclear: (name) => `We cannot tell whether ${name}’s servers answer.`,
    },
    took: (milliseconds, formats) => `${formats.number(milliseconds)} ms`,
    failure: {
      dns: 'name not found',
      connect: 'no connection',
      timeout: 'no answer in time',
      tls: 'certificate refused',
      http: 'server error',
    },
  },
  actions: {
    label: 'Report and more',
    report: 'Report a problem',
    paused: 'Reports are paused',
    insecure: 'Reporting needs a secure page (https)',
    officialPage: 'Official status page',
    trend: 'Trend',
    guide: 'Is it only me?',
    incidents: (count, formats) =>
      count > 0 ? `Incidents (${formats.number(count)})` : 'Incidents',
    related: 'Related',
    failed: 'This could not be loaded.',
  },
  report: {
    question: 'What’s not working?',
    chooseFirst: 'First choose what’s not working.',
    send: 'Send report',
    sending: 'Sending…',
    cancel: 'Cancel',
    done: 'Done',
    privacy: 'No account, no cookies: your address is only used to count you once.',
    counted: (count, windowSeconds, formats) =>
      count > 1
        ? `Counted. You are one of ${formats.number(count)} in ${lastSpan(windowSeconds, formats)}.`
        : `Counted. You are the first in ${lastSpan(windowSeconds, formats)}.`,
    alreadyReported: 'You already reported this.',
    reportAgain: (moment) => `You can report again at ${moment}.`,
    recovered: {
      send: 'Works for me again',
      counted: 'Counted. Thanks for telling us it works again.',
      alreadyReported: 'You already told us it works again.',
      reportAgain: (moment) => `You can tell us again at ${moment}.`,
    },
    refused: 'Not counted: the server did not accept the report.',
    tryAgainAfter: (moment) => `Try again after ${moment}.`,
    tryAgainLater: 'Try again later.',
    offline: 'Not sent: you are offline, or the server cannot be reached. Your choice is kept.',
    prevented: 'Not sent: this page blocked the report.',
  },
};
