import type { SamplePage } from './sample-page.js';

const monitor = (id: number, statusClass: string) => ({
  monitorId: id,
  createdAt: 1_647_537_430,
  statusClass,
  name: `Monitor ${id}`,
  url: null,
  type: 'HTTP(s)',
  '90dRatio': { ratio: '99.807', label: 'warning' },
  '30dRatio': { ratio: '100.00', label: 'success' },
  hasIncidentComments: false,
});

const countsOf = (up: number, down: number, paused: number) => ({
  uptime: { l1: { label: 'success', ratio: '100.000' } },
  latest_downtime: null,
  counts: { up, down, paused },
  count_result: down ? `${down} monitors down` : 'All Clear',
});

/** A page of UptimeRobot; `counts` are those of the monitors unless more are counted than listed. */
const uptimerobot = (classes: readonly string[], changes: object = {}) => {
  const count = (name: string): number => classes.filter((one) => one === name).length;
  return {
    status: 'ok',
    psp: {
      perPage: 30,
      totalMonitors: classes.length,
      monitors: classes.map((name, index) => monitor(index, name)),
      timezone: '+05:00',
    },
    days: ['2026-11-22', '2026-11-21'],
    statistics: countsOf(count('success'), count('danger'), count('black')),
    ...changes,
  };
};

const hyperpingService = (name: string, indicator: string) => ({
  url: `https://${name}.example`,
  name,
  uptime: '100.00%',
  status: indicator,
  indicator,
});

const hyperping = (indicator: string, services: readonly object[]) => ({
  name: 'Vendor',
  url: 'https://vendor.hyperping.io',
  status: indicator,
  indicator,
  services,
});

/** Calm and trouble on the pages of hosted monitors. */
export const HOSTED_MONITOR_SAMPLES: readonly SamplePage[] = [
  {
    format: 'uptimerobot',
    what: 'every monitor that is not paused is up',
    status: 'operational',
    document: uptimerobot(['success', 'success', 'black']),
  },
  {
    format: 'uptimerobot',
    what: 'the only monitor is paused, under "All Clear"',
    status: 'unknown',
    document: uptimerobot(['black']),
  },
  {
    format: 'uptimerobot',
    what: 'three of three up, two of them on the next page',
    status: 'operational',
    document: uptimerobot(['success'], {
      psp: { perPage: 1, totalMonitors: 3, monitors: [monitor(1, 'success')] },
      statistics: countsOf(3, 0, 0),
    }),
  },
  {
    format: 'uptimerobot',
    what: 'a next page whose monitors are not counted',
    status: 'unknown',
    document: uptimerobot(['success'], {
      psp: { perPage: 1, totalMonitors: 3, monitors: [monitor(1, 'success')] },
      statistics: { counts: null },
    }),
  },
  {
    format: 'uptimerobot',
    what: 'a class that nobody has described',
    status: 'unknown',
    components: ['Monitor 1 unknown'],
    document: uptimerobot(['success', 'warning']),
  },
  {
    format: 'uptimerobot',
    what: 'a page of a single monitor',
    status: 'operational',
    document: {
      title: 'Vendor',
      status: 'ok',
      monitor: { ...monitor(1, 'success'), logs: [{ class: 'success' }] },
      days: ['2026-11-22'],
      timezone: '+00:00',
      statistics: countsOf(1, 0, 0),
    },
  },
  {
    format: 'uptimerobot',
    what: 'one of three monitors is down',
    status: 'partial_outage',
    components: ['Monitor 1 major_outage'],
    document: uptimerobot(['success', 'danger', 'success']),
  },
  {
    format: 'uptimerobot',
    what: 'two of three monitors are down, in the newer list',
    status: 'major_outage',
    components: ['Monitor 0 major_outage', 'Monitor 1 major_outage'],
    document: uptimerobot([], {
      psp: { perPage: 30, totalMonitors: 3, timezone: '+00:00' },
      data: [monitor(0, 'danger'), monitor(1, 'danger'), monitor(2, 'success')],
      statistics: countsOf(1, 2, 0),
    }),
  },
  {
    format: 'uptimerobot',
    what: 'the monitor that is down is on the next page',
    status: 'partial_outage',
    components: [' major_outage'],
    document: uptimerobot([], {
      psp: { perPage: 1, totalMonitors: 3, monitors: [monitor(1, 'success')] },
      statistics: countsOf(2, 1, 0),
    }),
  },
  {
    format: 'hyperping',
    what: 'one word for a page that works',
    status: 'operational',
    document: { indicator: 'up', uptime: '99.967%' },
  },
  {
    format: 'hyperping',
    what: 'a service under maintenance',
    status: 'under_maintenance',
    components: ['Site under_maintenance'],
    document: hyperping('maintenance', [
      hyperpingService('Site', 'maintenance'),
      hyperpingService('API', 'up'),
    ]),
  },
  {
    format: 'hyperping',
    what: 'a page without services',
    status: 'unknown',
    indicator: 'operational',
    document: hyperping('up', []),
  },
  {
    format: 'hyperping',
    what: 'one of two services is down',
    status: 'partial_outage',
    components: ['API major_outage'],
    document: hyperping('partialoutage', [
      hyperpingService('Site', 'up'),
      hyperpingService('API', 'down'),
    ]),
  },
  {
    format: 'hyperping',
    what: 'one word for a page of which nothing works',
    status: 'major_outage',
    document: { indicator: 'outage', uptime: '98.100%' },
  },
  {
    format: 'hyperping',
    what: 'one word for a page of which something does not work',
    status: 'partial_outage',
    document: { indicator: 'incident', uptime: '99.100%' },
  },
];
