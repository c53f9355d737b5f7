const linkNote = (meaning) => ({
  meaning,
  otherwise: 'An address that is not `https:` (or `http:` on localhost) is left out.',
});

const incidentNotes = (prefix) => ({
  [`${prefix}[].id`]: { meaning: 'Id within its source; the same incident keeps it.' },
  [`${prefix}[].title`]: { meaning: 'The incident in one line of plain text.' },
  [`${prefix}[].status`]: { meaning: 'Progress of the work on it; `resolved` once it has ended.' },
  [`${prefix}[].impact`]: {
    meaning: 'How bad it is for users. `maintenance` is planned work.',
  },
  [`${prefix}[].startedAt`]: {
    meaning:
      'When it began; `null` if unknown. A feed server never writes `null`: it puts the moment at which it first saw the incident.',
  },
  [`${prefix}[].endedAt`]: { meaning: 'When it ended; `null` while it is open.' },
  [`${prefix}[].source`]: {
    meaning:
      'Where it comes from: users’ reports, the vendor’s page, or the archive of past outages.',
  },
  [`${prefix}[].url`]: linkNote('Page about the incident.'),
});

/**
 * The meaning of every field of the feed, by path; `[]` stands for any entry of a list. Type, range and length come from
 * the schema. A value outside of them makes the whole feed invalid, unless `otherwise` names another consequence.
 *
 * `scripts/generate-docs.mjs` fails when a field of the schema has no note here, or a note has no field.
 */
export const FEED_NOTES = {
  version: { meaning: 'Version of this format. A reader refuses a version it does not know.' },
  generatedAt: {
    meaning:
      'When the server made the feed, by the server’s clock. The age of the feed starts here.',
  },
  maxAgeSeconds: {
    meaning:
      'Age in seconds after which the feed is stale; readers then show its status as unknown.',
  },
  service: { meaning: 'The service that the feed is about.' },
  'service.id': { meaning: 'Its id, as in the address of the feed.' },
  'service.name': { meaning: 'Its name, as people write it.' },
  'service.kind': { meaning: 'Its kind in a few words, e.g. “Messaging app”.' },
  'service.url': linkNote('Its own site.'),
  status: {
    meaning:
      'The one status that a badge shows: the worse of `community.status` and `official.status`, and a major outage where an address is unreachable that the catalogue calls the service itself. Planned maintenance never outranks a problem, and `unknown` never outranks anything.',
  },
  since: { meaning: 'When this status began; `null` when unknown.' },
  verdict: {
    meaning:
      'Which of users and vendor report a problem, whatever `reachability` says: neither, only the vendor, only users, or both; `unknown` when both are unknown.',
  },
  community: {
    meaning: 'What users report; `null` when reports are not counted for this service.',
  },
  'community.status': { meaning: 'The status from reports alone.' },
  'community.reportCount': { meaning: 'Reports in the last `windowSeconds`, one per visitor.' },
  'community.recoveredCount': {
    meaning:
      'Users who reported in that window, and since the problem began, that it works for them again; left out when it is 0, and while users report no problem.',
  },
  'community.typicalCount': {
    meaning: 'Usual number of reports in such a window, at this hour of this weekday.',
  },
  'community.reports': {
    meaning:
      'Whether the service takes reports: `paused`, not at the moment; `open`, without a proof of work. Usually left out: with a proof of work.',
  },
  'community.windowSeconds': {
    meaning: 'Length in seconds of the window that `reportCount` covers.',
  },
  'community.series': { meaning: 'Reports over time, in buckets of equal length.' },
  'community.series.startAt': { meaning: 'Start of the first bucket.' },
  'community.series.stepSeconds': { meaning: 'Length of a bucket in seconds.' },
  'community.series.counts': { meaning: 'Reports by bucket, oldest first, without gaps.' },
  'community.series.counts[]': { meaning: 'Reports in one bucket.' },
  'community.series.typical': {
    meaning: 'Usual reports by bucket, oldest first; may be shorter than `counts`, or empty.',
  },
  'community.series.typical[]': { meaning: 'Usual reports in one bucket.' },
  'community.categories': { meaning: 'Kinds of problems, most reported first.' },
  'community.categories[].id': { meaning: 'Id of the category; a report contains it.' },
  'community.categories[].label': { meaning: 'The problem, in a few words of plain text.' },
  'community.categories[].description': { meaning: 'The problem, in one line of plain text.' },
  'community.categories[].reportCount': { meaning: 'Reports in this category in the window.' },
  'community.categories[].share': {
    meaning: 'Its share of `community.reportCount`, 0 to 1.',
  },
  official: {
    meaning:
      'What the vendor’s own status page says; `null` when there is none, or the server has not read it yet.',
  },
  'official.status': {
    meaning:
      'The worst of the page’s indicator, incidents and components; the outage of a part is a partial outage of the whole unless more than half of the parts are out.',
  },
  'official.indicator': {
    meaning: 'The page’s own indicator, if it differs from `official.status`; otherwise left out.',
  },
  'official.affected': {
    meaning:
      'The parts of the service that have a problem by the page; left out when there is none, or when the page lists a single part.',
  },
  'official.affected.count': { meaning: 'How many parts have a problem.' },
  'official.affected.total': {
    meaning: 'How many parts the page lists; left out when it lists only those with a problem.',
  },
  'official.affected.names': {
    meaning: 'Names of the affected parts, the worst first; may be fewer than `count`.',
  },
  'official.affected.names[]': { meaning: 'The name of one part, in plain text.' },
  'official.unknownReason': {
    meaning:
      'Why `official.status` is unknown although the page was read: it lists nothing, or leaves its incidents to its sub-pages. Left out otherwise.',
  },
  'official.name': { meaning: 'Name of the status page.' },
  'official.url': linkNote('Address of the status page for people.'),
  'official.checkedAt': { meaning: 'When the page was last read.' },
  'official.incidents': {
    meaning: 'Its open incidents, then its recent ones, each newest first.',
  },
  ...incidentNotes('official.incidents'),
  reachability: {
    meaning:
      'What the feed server sees when it asks the service itself; left out when it does not ask. A voice of its own: it never changes `community` or `official`.',
  },
  'reachability.status': {
    meaning:
      '`reachable`; `slow` against the usual time of this address; `unreachable` after three failures in a row over at least two minutes, until two answers in a row; `unknown` when nothing can be said: the address answers something else than expected, such as a block page, the server’s own network is down, or nobody has asked for five minutes.',
  },
  'reachability.checkedAt': { meaning: 'When it was last asked.' },
  'reachability.since': {
    meaning:
      'When this status began: `unreachable` with the first failure, `reachable` with the first answer; `null` if unknown.',
  },
  'reachability.medianMs': {
    meaning: 'Median time of the newest five answers in milliseconds; `null` without answers.',
  },
  'reachability.url': linkNote('The address that this is about.'),
  'reachability.failure': {
    meaning:
      'How the newest of the failures came about: the name does not resolve, no connection, no answer in time, TLS or its certificate, an error of the server. Only with `unreachable`.',
  },
  incidents: { meaning: 'Incidents of any source, newest first.' },
  ...incidentNotes('incidents'),
  guide: {
    meaning:
      'Checks for a visitor to make before blaming the service. Left out of pushed feeds; a reader keeps the last one it had. Without steps, questions and `about` after a request with `?guide=later`.',
  },
  'guide.about': { meaning: 'What the service is, in plain text.' },
  'guide.steps': { meaning: 'Checks, in the recommended order.' },
  'guide.steps[].id': { meaning: 'Id of the check.' },
  'guide.steps[].title': { meaning: 'The check in a few words.' },
  'guide.steps[].text': { meaning: 'Instructions for the check, in plain text.' },
  'guide.faq': { meaning: 'Common questions.' },
  'guide.faq[].question': { meaning: 'The question.' },
  'guide.faq[].answer': { meaning: 'The answer, in plain text.' },
  related: { meaning: 'Other services that visitors of this one may ask about.' },
  'related[].id': { meaning: 'Id of the service.' },
  'related[].name': { meaning: 'Its name.' },
  'related[].status': { meaning: 'Its status when the feed was made.' },
};
