import type { PaintMessages } from './messages.js';

const words = {
  operational: 'Operational',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
  under_maintenance: 'Under maintenance',
  unknown: 'Unknown',
};

/** English texts of the first paint; the only language in the entry file. */
export const en: PaintMessages = {
  status: words,
  statusShort: { ...words, degraded_performance: 'Degraded', under_maintenance: 'Maintenance' },
  statusInSentence: {
    operational: 'normal operation',
    degraded_performance: 'degraded performance',
    partial_outage: 'a partial outage',
    major_outage: 'a major outage',
    under_maintenance: 'maintenance',
    unknown: 'an unknown state',
  },
  title: (name) => `${name} status`,
  verdict: {
    allClear: ({ name }) => `No sign of a problem with ${name}.`,
    recovering: ({ name }) => `${name} seems to work again: reports are falling.`,
    maintenance: ({ name }) => `${name} announced maintenance, in progress now.`,
    communityAlone: ({ name, status }) => `Users report ${status} at ${name}.`,
    communityOnly: ({ name, status }) => `Users report ${status}; ${name} says all is well.`,
    officialOnly: ({ name, status }) => `${name} reports ${status}. Users report nothing unusual.`,
    officialAlone: ({ name, status }) => `${name} itself reports ${status}.`,
    probeAlone: ({ name }) => `${name} does not answer our checks.`,
    confirmed: ({ name, status }) => `Users report ${status}, and ${name} confirms a problem.`,
    unknown: ({ name }) => `No current information about ${name}.`,
    stale: ({ status, age }) => `No current data. Last known ${age}: ${status}.`,
  },
  since: (moment, ago) => `Since ${moment} (${ago})`,
  usual: (typical, formats) =>
    `usually ${typical >= 1 ? formats.number(typical) : typical > 0 ? 'fewer than one' : 'none'}`,
  per: (stepSeconds, formats) =>
    `per ${stepSeconds === 900 ? 'quarter of an hour' : formats.duration(stepSeconds).replace(/^1 /, '')}`,
};
