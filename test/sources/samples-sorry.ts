import type { SamplePage } from './sample-page.js';

const sorryComponent = (id: number, state: string, parent: number | null = null) => ({
  id,
  state,
  name: `Part ${id}`,
  description: null,
  position: id,
  parent_id: parent,
});

const notice = (type: string, state: string, changes: object = {}) => ({
  id: 204_499,
  type,
  state,
  timeline_state: 'present',
  subject: 'Slow',
  synopsis: 'x',
  link: 'https://status.vendor.example/notices/m3y9-slow',
  began_at: '2026-11-22T08:00:00.039Z',
  ended_at: null,
  created_at: '2026-11-22T08:05:00.181Z',
  updated_at: '2026-11-22T08:30:00.181Z',
  ...changes,
});

const sorry = (components: readonly object[], notices: readonly object[]) => ({
  response: { id: '12ab34cd', name: 'Vendor', timezone: 'UTC', components, notices },
});

/** The documents of a page's own address, merged. */
const ownPage = (state: string, lists: object = {}) => ({
  page: {
    name: 'Vendor',
    state,
    state_text: 'x',
    url: 'https://status.vendor.example',
    links: {
      components: { href: '/v1/components', count: 2 },
      notices: { href: '/v1/notices', count: 100 },
    },
    created_at: '2023-01-01T00:00:00.000Z',
    updated_at: '2026-11-22T08:30:00.000Z',
  },
  ...lists,
});

/** Calm and trouble on the pages of Sorry. */
export const SORRY_SAMPLES: readonly SamplePage[] = [
  {
    format: 'sorry',
    what: 'only old notices',
    status: 'operational',
    incidents: ['204499 resolved minor 2026-11-02T12:18:49Z 2026-11-03T09:52:39Z'],
    document: sorry(
      [sorryComponent(1, 'operational'), sorryComponent(2, 'operational', 1)],
      [
        notice('unplanned', 'resolved', {
          timeline_state: 'past_distant',
          began_at: '2026-11-02T12:18:49.944Z',
          ended_at: '2026-11-03T09:52:39.781Z',
        }),
        notice('planned', 'complete', { timeline_state: 'past_recent' }),
      ],
    ),
  },
  {
    format: 'sorry',
    what: 'work under way, by which a component is "degraded"',
    status: 'under_maintenance',
    components: ['Part 1 under_maintenance', 'Part 2 under_maintenance'],
    incidents: ['204499 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['204499 2026-11-22T08:00:00Z 2026-11-22T10:00:00Z'],
    document: sorry(
      [sorryComponent(1, 'partially-degraded'), sorryComponent(2, 'degraded', 1)],
      [
        notice('planned', 'underway', {
          begins_at: '2026-11-22T08:00:00.000Z',
          ends_at: '2026-11-22T10:00:00.000Z',
        }),
      ],
    ),
  },
  {
    format: 'sorry',
    what: 'a page that was asked for notices alone',
    status: 'unknown',
    maintenances: ['204499 2026-11-29T08:00:00Z 2026-11-29T09:00:00Z'],
    document: {
      response: {
        name: 'Vendor',
        notices: [
          notice('planned', 'scheduled', {
            timeline_state: 'future',
            began_at: null,
            begins_at: '2026-11-29T08:00:00.000Z',
            ends_at: '2026-11-29T09:00:00.000Z',
          }),
        ],
      },
    },
  },
  {
    format: 'sorry',
    what: 'an incident while other work is under way',
    status: 'degraded_performance',
    components: ['Part 1 degraded_performance'],
    incidents: [
      '7 identified maintenance 2026-11-22T08:30:00Z',
      '204499 monitoring minor 2026-11-22T08:00:00Z',
    ],
    maintenances: ['7 2026-11-22T08:30:00Z null'],
    document: sorry(
      [sorryComponent(1, 'degraded'), sorryComponent(2, 'operational')],
      [
        notice('unplanned', 'recovering'),
        notice('planned', 'underway', { id: 7, began_at: '2026-11-22T08:30:00.000Z' }),
      ],
    ),
  },
  {
    format: 'sorry',
    what: 'the word of its own address',
    status: 'operational',
    document: ownPage('operational'),
  },
  {
    format: 'sorry',
    what: 'work under way, at its own address',
    status: 'under_maintenance',
    components: ['Part 1 under_maintenance'],
    incidents: ['204499 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['204499 2026-11-22T08:00:00Z null'],
    document: ownPage('under-maintenance', {
      components: [sorryComponent(1, 'under-maintenance'), sorryComponent(2, 'operational')],
      meta: { count: 2, total_count: 2, next_page: null },
      notices: [notice('planned', 'underway')],
    }),
  },
  {
    format: 'sorry',
    what: "an incident beside its own address's word for work",
    status: 'degraded_performance',
    indicator: 'under_maintenance',
    components: ['Part 1 degraded_performance'],
    incidents: ['204499 identified minor 2026-11-22T08:00:00Z'],
    document: ownPage('under-maintenance', {
      components: [sorryComponent(1, 'degraded'), sorryComponent(2, 'operational')],
      notices: [
        notice('unplanned', 'identified', {
          link: undefined,
          url: 'https://status.vendor.example/notices/m3y9-slow',
        }),
      ],
    }),
  },
];
