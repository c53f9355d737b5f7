import type { SamplePage } from './sample-page.js';

const issue = (title: string, severity: string, changes: object = {}): object => ({
  is: 'issue',
  title,
  createdAt: '2026-11-22 08:00:00 +0000 UTC',
  lastMod: '2026-11-22 08:00:00 +0000 UTC',
  permalink: '',
  severity,
  resolved: false,
  informational: false,
  resolvedAt: '<no value>',
  filename: `${title}.md`,
  ...changes,
});
const INFORMATION = { informational: true };
const AHEAD = { createdAt: '2026-12-13 10:00:00 +0000 UTC' };

const page = (
  summaryStatus: string,
  api: readonly [status: string, ...issues: object[]],
  changes: object = {},
): object => ({
  is: 'index',
  cStateVersion: '6.0.1',
  title: 'Vendor',
  baseURL: 'https://status.vendor.example/',
  summaryStatus,
  pinnedIssues: [],
  systems: [
    { name: 'API', status: api[0], unresolvedIssues: api.slice(1) },
    { name: 'Site', status: 'ok', unresolvedIssues: [] },
  ],
  ...changes,
});

const note = 'Note.md Note investigating none 2026-11-22T08:00:00Z';

/** Pages of cState 6, as its templates write them. */
export const CSTATE_PAGES: readonly SamplePage[] = [
  {
    format: 'cstate',
    what: 'a notice, which the page shows as maintenance',
    status: 'under_maintenance',
    components: ['API under_maintenance'],
    incidents: ['Disks.md Disks investigating maintenance 2026-11-22T08:00:00Z'],
    document: page('notice', ['notice', issue('Disks', 'notice')]),
  },
  {
    format: 'cstate',
    what: 'information that made the words of page and system',
    status: 'operational',
    incidents: [note],
    document: page('down', ['down', issue('Note', 'down', INFORMATION)]),
  },
  {
    format: 'cstate',
    what: 'information that is worse than the issue beside it',
    status: 'under_maintenance',
    components: ['API under_maintenance'],
    incidents: ['Disks.md Disks investigating maintenance 2026-11-22T08:00:00Z', note],
    document: page('down', ['down', issue('Disks', 'notice'), issue('Note', 'down', INFORMATION)]),
  },
  {
    format: 'cstate',
    what: 'information beside an issue that is as bad',
    status: 'partial_outage',
    components: ['API major_outage'],
    incidents: ['Down.md Down investigating critical 2026-11-22T08:00:00Z', note],
    document: page('down', ['down', issue('Down', 'down'), issue('Note', 'down', INFORMATION)]),
  },
  {
    format: 'cstate',
    what: 'pinned information about no system, which made the word of the page',
    status: 'operational',
    document: page('notice', ['ok'], { pinnedIssues: [{ title: 'Note', affected: [] }] }),
  },
  {
    format: 'cstate',
    what: 'a problem about no system, beside pinned information',
    status: 'partial_outage',
    document: page('down', ['ok'], { pinnedIssues: [{ title: 'Note', affected: [] }] }),
  },
  {
    format: 'cstate',
    what: 'an issue of the future, which Hugo builds when it is told to',
    status: 'operational',
    maintenances: ['Move.md Move 2026-12-13T10:00:00Z null'],
    document: page('disrupted', ['disrupted', issue('Move', 'disrupted', AHEAD)]),
  },
  {
    format: 'cstate',
    what: 'an issue of the future beside an open one',
    status: 'partial_outage',
    components: ['API partial_outage'],
    incidents: ['Slow.md Slow investigating major 2026-11-22T08:00:00Z'],
    maintenances: ['Move.md Move 2026-12-13T10:00:00Z null'],
    document: page('down', ['down', issue('Move', 'down', AHEAD), issue('Slow', 'disrupted')]),
  },
  {
    format: 'cstate',
    what: 'a word that no listed issue explains',
    status: 'partial_outage',
    components: ['API partial_outage'],
    incidents: [note],
    document: page('disrupted', ['disrupted', issue('Note', 'notice', INFORMATION)]),
  },
];
