const linkNote = (meaning) => ({
  meaning,
  otherwise: 'An address that is not `https:` (or `http:` on this machine) is dropped.',
});

const incidentNotes = (prefix) => ({
  [`${prefix}[].id`]: { meaning: 'Id within its source; an incident keeps its id.' },
  [`${prefix}[].title`]: { meaning: 'What happened, in one line of plain text.' },
  [`${prefix}[].status`]: { meaning: 'Progress of the work on it; `resolved` once it is over.' },
  [`${prefix}[].impact`]: {
    meaning: 'Severity for users. `maintenance` is planned work.',
  },
  [`${prefix}[].startedAt`]: { meaning: 'When it began.' },
  [`${prefix}[].endedAt`]: { meaning: 'When it ended; `null` while it is open.' },
  [`${prefix}[].source`]: {
    meaning: 'Its source: users’ reports, the vendor’s page, or the archive of past outages.',
  },
  [`${prefix}[].url`]: linkNote('Page about the incident.'),
});

/**
 * The meaning of every field of the feed, by path; `[]` stands for any entry of a list. Type, range and length come from the
 * schema. A value outside them makes the whole feed invalid, unless `otherwise` describes another effect.
 *
 * `scripts/generate-docs.mjs` fails when a field of the schema has no note here, or a note has no field.
 */
export const FEED_NOTES = {
  version: { meaning: 'Version of this format. A reader rejects an unknown version.' },
  generatedAt: {
    meaning: 'When the feed was built, by the server’s clock. Its age is counted from here.',
  },
  maxAgeSeconds: {
    meaning:
      'Age in seconds after which the feed is stale; readers then show its status as unknown.',
  },
  service: { meaning: 'The service.' },
  'service.id': { meaning: 'Its id, as in the address of the feed.' },
  'service.name': { meaning: 'Its usual name.' },
  'service.kind': { meaning: 'Its kind in a few words, e.g. “Messaging app”.' },
  'service.url': linkNote('Its own site.'),
  status: {
    meaning:
      'The status that a badge shows: the worse of `community.status` and `official.status`. Planned maintenance never outranks a problem, and `unknown` never outranks anything.',
  },
  since: { meaning: 'When this status began; `null` if unknown.' },
  verdict: {
    meaning:
      'How the two voices relate: both see no problem, only the vendor reports one, only users do, both do, or nothing is known.',
  },
  community: {
    meaning: 'Users’ reports; `null` if reports for this service are not counted.',
  },
  'community.status': { meaning: 'The status according to the reports alone.' },
  'community.reportCount': { meaning: 'Reports in the last `windowSeconds`, one per visitor.' },
  'community.recoveredCount': {
    meaning:
      'Users who voted in that window, and since the problem began, that it works for them again; left out without such votes, and while users report no problem.',
  },
  'community.typicalCount': {
    meaning: 'Usual number of reports in such a window, at this hour of this weekday.',
  },
  'community.reports': {
    meaning:
      'How the server accepts reports: `paused`, not at present; `open`, without a proof of work. If left out, with one.',
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
  'community.categories': { meaning: 'Parts that can fail, with their reports.' },
  'community.categories[].id': { meaning: 'Id of the category, which a report names.' },
  'community.categories[].label': { meaning: 'The part that fails, in a few words of plain text.' },
  'community.categories[].description': { meaning: 'The same in one line.' },
  'community.categories[].reportCount': { meaning: 'Reports in this category in the window.' },
  'community.categories[].share': {
    meaning: 'Its share of `community.reportCount`, 0 to 1.',
  },
  official: {
    meaning: 'The vendor’s own status page; `null` if there is none, or if it has never been read.',
  },
  'official.status': { meaning: 'The worst of the page’s indicator, incidents and components.' },
  'official.indicator': {
    meaning:
      'The page’s own indicator, if its incidents or components say otherwise; else left out.',
  },
  'official.name': { meaning: 'Name of the status page.' },
  'official.url': linkNote('Address of the status page for people.'),
  'official.checkedAt': { meaning: 'When the page was last read.' },
  'official.incidents': {
    meaning: 'Its open incidents and those that ended recently, newest first.',
  },
  ...incidentNotes('official.incidents'),
  incidents: { meaning: 'Incidents of any source, newest first.' },
  ...incidentNotes('incidents'),
  guide: {
    meaning:
      'Checks for a visitor before blaming the service. Pushed feeds leave it out; a reader keeps the last one it had.',
  },
  'guide.about': { meaning: 'What the service is, in plain text.' },
  'guide.steps': { meaning: 'Checks, the most useful first.' },
  'guide.steps[].id': { meaning: 'Id of the check.' },
  'guide.steps[].title': { meaning: 'The check in a few words.' },
  'guide.steps[].text': { meaning: 'How to do it, in plain text.' },
  'guide.faq': { meaning: 'Common questions.' },
  'guide.faq[].question': { meaning: 'The question.' },
  'guide.faq[].answer': { meaning: 'The answer, in plain text.' },
  related: { meaning: 'Other services that visitors of this one may ask about.' },
  'related[].id': { meaning: 'Id of the service.' },
  'related[].name': { meaning: 'Its name.' },
  'related[].status': { meaning: 'Its status when the feed was made.' },
};
