/** What a careful person reads from one captured file. */
export interface ExpectedReading {
  readonly format: string;
  readonly status: string;
  /** The page's own word, where its incidents or components say something else. */
  readonly indicator?: string;
  readonly name?: string;
  /** `progress impact start`, open ones only. */
  readonly open?: readonly string[];
  readonly resolvedCount?: number;
  /** How many components are listed, and those that do not work. */
  readonly components?: readonly [count: number, ...broken: string[]];
  /** `start end`, announced and under way. */
  readonly maintenances?: readonly string[];
  /** When the page was captured, where the moment matters: else soon after the newest time in the file. */
  readonly at?: string;
}

const GITHUB = { format: 'statuspage', name: 'GitHub' };
const CODESPACES_WORK = '2025-05-29T21:30:00Z 2025-05-31T04:30:00Z';

/** By file below the folder of captures. */
export const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  'apple-systemstatus/customer-no-issues.json': {
    format: 'apple',
    status: 'operational',
    name: 'Apple',
    components: [65],
  },
  // An outage of one service of 63, for some of its users, and another service's that is over.
  'apple-systemstatus/customer-one-ongoing-issue.json': {
    format: 'apple',
    status: 'partial_outage',
    name: 'Apple',
    open: ['investigating major 2021-04-26T11:13:00Z'],
    resolvedCount: 1,
    components: [63, 'iCloud Mail partial_outage'],
  },
  // Every entry ends in "Resolved"; the feed lists open ones too, so none is open.
  'atom/github-history.atom': {
    format: 'rss-atom',
    status: 'operational',
    name: 'GitHub Status - Incident History',
    resolvedCount: 25,
    at: '2026-08-22T04:00:00Z',
  },
  'aws-currentevents/us-west-2-resolved-2023-03.json': {
    format: 'aws',
    status: 'operational',
    name: 'AWS',
    resolvedCount: 1,
  },
  'azure-rss/feed-empty.xml': { format: 'azure', status: 'operational', name: 'Azure Status' },
  // Three systems are "disrupted", each with an issue whose end is "<no value>".
  'cstate/torproject-with-issues.json': {
    format: 'cstate',
    status: 'partial_outage',
    name: 'Tor Project status',
    open: [
      'investigating major 2025-04-10T13:00:00Z',
      'investigating major 2025-04-10T13:00:00Z',
      'investigating major 2025-04-10T13:00:00Z',
    ],
    components: [
      15,
      'v3 Onion Services partial_outage',
      'Directory Authorities partial_outage',
      'metrics.torproject.org partial_outage',
    ],
  },
  // The report has no end, and is resolved all the same.
  'doc-samples/betterstack-index.trimmed.json': {
    format: 'better-stack',
    status: 'operational',
    name: 'Better Stack',
    resolvedCount: 1,
    components: [1],
  },
  // An "information" of low severity, but of people who cannot use the app.
  'doc-samples/google-workspace-open-gmail.trimmed.json': {
    format: 'google',
    status: 'degraded_performance',
    open: ['investigating minor 2026-09-18T05:00:00Z'],
  },
  // The upcoming maintenance was over two months before.
  'doc-samples/heroku-v4-current-status.trimmed.json': {
    format: 'heroku',
    status: 'operational',
    name: 'Heroku',
    components: [3],
  },
  'doc-samples/incidentio-widget-neon-empty.json': {
    format: 'incident-io',
    status: 'operational',
    name: 'AWS - Europe (Frankfurt) - eu-central-1',
  },
  'doc-samples/incidentio-widget-summary.json': {
    format: 'incident-io',
    status: 'partial_outage',
    name: 'FitNudge System',
    open: ['identified major 2026-01-26T02:11:43Z', 'identified maintenance 2026-01-26T02:11:43Z'],
    components: [1, 'Login partial_outage'],
    maintenances: [
      '2026-01-26T02:11:43Z 2026-01-26T02:11:43Z',
      '2026-01-26T02:11:43Z 2026-01-26T02:11:43Z',
    ],
    at: '2026-01-26T02:11:00Z',
  },
  'doc-samples/instatus-summary.json': {
    format: 'instatus',
    status: 'major_outage',
    indicator: 'degraded_performance',
    name: 'Instatus',
    open: ['investigating critical 2022-06-11T18:55:50Z'],
    maintenances: ['2022-06-11T18:55:54Z 2022-06-11T19:55:54Z'],
    at: '2022-06-11T18:56:00Z',
  },
  'doc-samples/instatus-v3-components-wistia.json': {
    format: 'instatus',
    status: 'operational',
    components: [1],
  },
  'doc-samples/instatus-v3-summary-healthy-wistia.json': {
    format: 'instatus',
    status: 'operational',
    name: 'Wistia',
  },
  'doc-samples/isitdownstatus-discord.json': {
    format: 'isitdownstatus',
    status: 'operational',
    name: 'Discord',
  },
  'doc-samples/slack-current-active.json': {
    format: 'slack',
    status: 'partial_outage',
    name: 'Slack',
    open: ['investigating major 2018-09-07T21:35:00Z'],
  },
  'doc-samples/slack-current-ok.json': { format: 'slack', status: 'operational', name: 'Slack' },
  'doc-samples/statusio-operational.json': {
    format: 'status-io',
    status: 'operational',
    components: [3],
  },
  // "overall": "operational" over an open incident.
  'doc-samples/statuspageme-embed-full.json': {
    format: 'statuspage-me',
    status: 'degraded_performance',
    indicator: 'operational',
    name: 'your-slug',
    open: ['monitoring minor 2025-12-09T11:30:00Z'],
  },
  // The last of its two results failed, whatever "0001-01-01" is.
  'gatus/endpoints-statuses.test-golden.json': {
    format: 'gatus',
    status: 'major_outage',
    components: [1, 'group / name major_outage'],
  },
  'google-cloud/incidents-2026-07.json': {
    format: 'google',
    status: 'operational',
    resolvedCount: 2,
  },
  'incidentio-compat/openai-monitoring-2026-06.json': {
    format: 'statuspage',
    status: 'degraded_performance',
    name: 'OpenAI',
    open: ['monitoring minor 2026-06-05T13:26:40Z'],
    components: [1],
  },
  'incidentio-embedded/aiven-minor.summary.json': {
    format: 'incident-io',
    status: 'partial_outage',
    name: 'Aiven',
    open: ['monitoring major 2026-03-01T23:12:45Z'],
    components: [2, 'Aiven partial_outage'],
  },
  'incidentio-embedded/linear-good.summary.json': {
    format: 'incident-io',
    status: 'operational',
    name: 'Linear',
    components: [6],
  },
  'instatus-embedded/whereby-good.json': {
    format: 'instatus',
    status: 'operational',
    name: 'Whereby',
    resolvedCount: 3,
    components: [4],
  },
  'pagerduty-embedded/pagerduty-good.json': {
    format: 'pagerduty',
    status: 'operational',
    components: [64],
  },
  // A list of what is over says nothing of now.
  'statuspage-v2/github-incidents-json-resolved.json': {
    format: 'statuspage',
    status: 'unknown',
    resolvedCount: 5,
  },
  'statuspage-v2/github-maintenance-in-progress.json': {
    ...GITHUB,
    status: 'under_maintenance',
    open: ['identified maintenance 2025-05-29T21:30:00Z'],
    components: [11, 'Codespaces under_maintenance'],
    maintenances: [CODESPACES_WORK],
  },
  'statuspage-v2/github-major-outage.json': {
    ...GITHUB,
    // One component of eleven, which the page itself calls a partial outage.
    status: 'partial_outage',
    open: ['investigating major 2026-04-16T15:06:56Z'],
    components: [11, 'Codespaces major_outage'],
  },
  'statuspage-v2/github-minor-partial-outage.json': {
    ...GITHUB,
    status: 'partial_outage',
    indicator: 'degraded_performance',
    open: ['investigating minor 2026-04-01T09:58:13Z'],
    components: [11, 'Copilot partial_outage'],
  },
  'statuspage-v2/github-none-maintenance-scheduled.json': {
    ...GITHUB,
    status: 'operational',
    components: [11],
    maintenances: [CODESPACES_WORK],
    at: '2025-05-29T21:20:24Z',
  },
  'statuspage-v2/github-none-monitoring.json': {
    ...GITHUB,
    status: 'degraded_performance',
    indicator: 'operational',
    open: ['monitoring minor 2026-08-18T07:40:35Z'],
    components: [12],
  },
  'statuspage-v2/github-none-operational.json': {
    ...GITHUB,
    status: 'operational',
    components: [12],
  },
  'statuspage-v2/github-none-with-open-minor-incident.json': {
    ...GITHUB,
    status: 'degraded_performance',
    indicator: 'operational',
    open: ['investigating minor 2026-08-20T14:43:01Z'],
    components: [12],
  },
  'upptime/cloudhub-social-2-down-2-up.json': {
    format: 'upptime',
    status: 'partial_outage',
    components: [4, 'Mastodon major_outage', 'Blog major_outage'],
  },
  // "79.92%" is an average of the past.
  'upptime/shields-endpoint-authentik-uptime.json': { format: 'shields', status: 'unknown' },
  // One is down; the others are up, serviced and trying again. The names are on the page.
  'uptime-kuma/homelab-heartbeat.v2.handwritten.json': {
    format: 'uptime-kuma',
    status: 'partial_outage',
    components: [4, '2 major_outage', '3 under_maintenance', '5 degraded_performance'],
    at: '2026-06-28T16:00:00Z',
  },
  // Names without heartbeats.
  'uptime-kuma/homelab-status-page.v2.handwritten.json': {
    format: 'uptime-kuma',
    status: 'unknown',
    name: 'Homelab Status',
    components: [5],
  },
};
