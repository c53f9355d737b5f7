import type { SamplePage } from './sample-page.js';

const component = (name: string, status: number) => ({
  enc_component_id: name,
  display_name: name,
  component_status: status,
  last_polled_time: '2026-11-22T08:58:00+0000',
});

const group = (name: string, status: number, components: readonly object[]) => ({
  enc_componentgroup_id: name,
  componentgroup_display_name: name,
  componentgroup_status: status,
  componentgroup_components: components,
});

const update = (code: number, at: string) => ({
  incident_status_id: code,
  incident_status: 'x',
  incident_status_desc: 'x',
  status_updated_at: at,
});

const incident = (severity: number, code: number, changes: object = {}) => ({
  enc_inc_id: 'i1',
  incident_title: 'Slow',
  incident_desc: 'x',
  incident_type: 1,
  incident_severity: 'x',
  incident_severity_id: severity,
  incident_began_at: '2026-11-22T10:00:00+0200',
  incident_affected_components: [{ display_name: 'Site' }],
  incident_status_updates: [
    update(11, '2026-11-22T10:00:00+0200'),
    update(code, '2026-11-22T10:30:00+0200'),
  ],
  ...changes,
});

const statusiq = (
  severity: string,
  components: readonly object[],
  active: readonly object[],
  changes: object = {},
) => ({
  code: 0,
  message: 'success',
  data: {
    statuspage_details: {
      enc_statuspage_id: 'x',
      updated_at: '2026-11-22T08:58:00+0000',
      current_status: { severity, description: 'x' },
    },
    current_status: components,
    active_incident_details: active,
    resolved_incident_details: [],
    ...changes,
  },
});

/** Calm and trouble on the pages of StatusIQ. */
export const STATUSIQ_SAMPLES: readonly SamplePage[] = [
  {
    format: 'statusiq',
    what: 'an incident of yesterday',
    status: 'operational',
    incidents: ['i1 resolved major 2026-11-22T08:00:00Z 2026-11-22T08:35:00Z'],
    document: statusiq(
      'Operational',
      [component('Site', 1), group('API', 1, [component('EU', 1)])],
      [],
      {
        resolved_incident_details: [
          { grp_by_date: '2026-11-21', grp_by_incidents_count: 0, grp_by_status_msg: 'none' },
          {
            grp_by_date: '2026-11-22',
            grp_by_incidents_count: 1,
            grp_by_incidents_list: [
              incident(5, 14, { incident_ended_at: '2026-11-22T10:35:00+0200' }),
            ],
          },
        ],
      },
    ),
  },
  {
    format: 'statusiq',
    what: 'information alone',
    status: 'operational',
    incidents: ['i1 investigating none 2026-11-22T08:00:00Z'],
    document: statusiq('Informational', [component('Site', 2)], [incident(2, 10)]),
  },
  {
    format: 'statusiq',
    what: 'work under way',
    status: 'under_maintenance',
    components: ['Site under_maintenance'],
    incidents: ['i1 identified maintenance 2026-11-22T08:00:00Z'],
    maintenances: ['i1 2026-11-22T08:00:00Z null'],
    document: statusiq(
      'Under Maintenance',
      [component('Site', 4)],
      [incident(4, 22), incident(4, 24, { enc_inc_id: 'over', incident_title: 'Over' })],
    ),
  },
  {
    format: 'statusiq',
    what: 'a code that the vendor has not described',
    status: 'unknown',
    indicator: 'operational',
    components: ['API unknown'],
    document: statusiq('Operational', [component('Site', 1), component('API', 7)], []),
  },
  {
    format: 'statusiq',
    what: 'a major outage of one of three components',
    status: 'partial_outage',
    components: ['Data major_outage', 'Data / EU major_outage'],
    incidents: ['i1 monitoring critical 2026-11-22T08:00:00Z'],
    document: statusiq(
      'Major Outage',
      [component('Site', 1), group('Data', 6, [component('EU', 6), component('US', 1)])],
      [
        incident(6, 13, {
          incident_affected_components: [
            { componentgroup_display_name: 'Data', display_name: 'EU' },
          ],
        }),
      ],
    ),
  },
  {
    format: 'statusiq',
    what: 'an incident of the whole page beside a component that works',
    status: 'major_outage',
    indicator: 'operational',
    incidents: ['i1 identified critical 2026-11-22T08:00:00Z'],
    document: statusiq(
      'Operational',
      [component('Site', 1)],
      [incident(6, 12, { incident_affected_components: [] })],
    ),
  },
];
