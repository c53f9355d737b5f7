const linkNote = (meaning) => ({
  meaning,
  otherwise: 'An address that is not `https:` (or `http:` on this very machine) is left out.',
});

const incidentNotes = (prefix) => ({
  [`${prefix}[].id`]: { meaning: 'Id within its source; the same incident keeps it.' },
  [`${prefix}[].title`]: { meaning: 'What happened, in one line of plain text.' },
  [`${prefix}[].status`]: { meaning: 'How far the work on it is. `resolved` once it is over.' },
  [`${prefix}[].impact`]: {
    meaning: 'How bad it is for users. `maintenance` is planned work.',
  },
  [`${prefix}[].startedAt`]: { meaning: 'When it began.' },
  [`${prefix}[].endedAt`]: { meaning: 'When it ended; `null` while it goes on.' },
  [`${prefix}[].source`]: {
    meaning: 'Who said so: users’ reports, the vendor’s page, or the archive of past outages.',
  },
  [`${prefix}[].url`]: linkNote('Page about the incident.'),
});

/**
 * What every field of the feed means, by path; `[]` stands for any entry of a list. Type, range and length come from the
 * schema. A value outside of them makes the whole feed invalid, unless `otherwise` says what happens instead.
 *
 * `scripts/generate-docs.mjs` fails when a field of the schema has no note here, or a note has no field.
 */
export const FEED_NOTES = {
  version: { meaning: 'Version of this format. A reader refuses a version it does not know.' },
  generatedAt: {
    meaning: 'When the feed was made, by the server’s clock. Its age is counted from here.',
  },
  maxAgeSeconds: {
    meaning: 'Age in seconds after which the feed is stale: its status is then shown as unknown.',
  },
  service: { meaning: 'The service that the feed is about.' },
  'service.id': { meaning: 'Its id, as in the address of the feed.' },
  'service.name': { meaning: 'Its name, as people write it.' },
  'service.kind': { meaning: 'What it is in a few words, e.g. “Messaging app”.' },
  'service.url': linkNote('Its own site.'),
  status: {
    meaning:
      'The one status that a badge shows: the worse of `community.status` and `official.status`. Planned maintenance never outranks a problem, and `unknown` never outranks anything.',
  },
  since: { meaning: 'When this status began; `null` when that is not known.' },
  verdict: {
    meaning:
      'How the two voices relate: both well, only the vendor says so, only users say so, both say so, or nobody knows.',
  },
  community: {
    meaning: 'What users report; `null` when nobody counts reports for this service.',
  },
  'community.status': { meaning: 'What the reports alone say.' },
  'community.reportCount': { meaning: 'Reports in the last `windowSeconds`, one a visitor.' },
  'community.recoveredCount': {
    meaning:
      'Users who said in that window, and since the problem began, that it works for them again; left out when nobody did, and while users report no problem.',
  },
  'community.typicalCount': {
    meaning: 'How many reports are usual in such a window, at this hour of this weekday.',
  },
  'community.reports': {
    meaning:
      'How reports are taken: `paused`, not for now; `open`, without a proof of work. Usually left out: with one.',
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
  'community.categories': { meaning: 'What fails, most reported first.' },
  'community.categories[].id': { meaning: 'Id of the category; a report is sent with it.' },
  'community.categories[].label': { meaning: 'What fails, in a few words of plain text.' },
  'community.categories[].description': { meaning: 'The same in a line.' },
  'community.categories[].reportCount': { meaning: 'Reports in this category in the window.' },
  'community.categories[].share': {
    meaning: 'Its part of `community.reportCount`, 0 to 1.',
  },
  official: {
    meaning:
      'What the vendor’s own status page says; `null` when there is none, or it could not be read.',
  },
  'official.status': { meaning: 'The worst of the page’s indicator, incidents and components.' },
  'official.indicator': {
    meaning:
      'What the page’s own indicator says, where its incidents or components say something else; otherwise left out.',
  },
  'official.name': { meaning: 'Name of the status page.' },
  'official.url': linkNote('Address of the status page for people.'),
  'official.checkedAt': { meaning: 'When the page was last read.' },
  'official.incidents': {
    meaning: 'Its open incidents and those that ended lately, newest first.',
  },
  ...incidentNotes('official.incidents'),
  incidents: { meaning: 'Incidents of any source, newest first.' },
  ...incidentNotes('incidents'),
  guide: {
    meaning:
      'What a visitor can check before blaming the service. Left out of pushed feeds; a reader keeps the last one it had.',
  },
  'guide.about': { meaning: 'What the service is, in plain text.' },
  'guide.steps': { meaning: 'Checks, in the order in which they are worth making.' },
  'guide.steps[].id': { meaning: 'Id of the check.' },
  'guide.steps[].title': { meaning: 'The check in a few words.' },
  'guide.steps[].text': { meaning: 'How to make it, in plain text.' },
  'guide.faq': { meaning: 'Common questions.' },
  'guide.faq[].question': { meaning: 'The question.' },
  'guide.faq[].answer': { meaning: 'The answer, in plain text.' },
  related: { meaning: 'Other services that visitors of this one may ask about.' },
  'related[].id': { meaning: 'Id of the service.' },
  'related[].name': { meaning: 'Its name.' },
  'related[].status': { meaning: 'Its status when the feed was made.' },
};
