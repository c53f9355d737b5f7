import type { Status } from '../../src/feed/index.js';

/** One page of a format, written for a number of parts, of which the first are out. */
export interface PageOfParts {
  readonly format: string;
  /** Set where a format has several documents with parts. */
  readonly what?: string;
  /** Name of a part as the format gives it, where that is more than its own. */
  readonly partName?: (name: string) => string;
  /** @param partOf Name and whether it is out, of every part. */
  readonly make: (parts: readonly { readonly name: string; readonly out: boolean }[]) => unknown;
}

const NOW = '2026-11-22T08:59:00Z';
const PAGE = { id: 'kctbh9vrtdwd', name: 'Vendor', url: 'https://status.vendor.example' };

const worstOf = <Word>(parts: readonly { out: boolean }[], bad: Word, good: Word): Word =>
  parts.some(({ out }) => out) ? bad : good;

/** A page of every format that lists components, as the vendor would write it. */
export const PAGES_OF_PARTS: readonly PageOfParts[] = [
  {
    format: 'statuspage',
    make: (parts) => ({
      page: PAGE,
      status: { indicator: worstOf(parts, 'minor', 'none') },
      components: [
        {
          id: 'g',
          name: 'Group',
          status: worstOf(parts, 'major_outage', 'operational'),
          group: true,
        },
        ...parts.map(({ name, out }) => ({
          id: name,
          name,
          status: out ? 'major_outage' : 'operational',
          group: false,
          group_id: 'g',
        })),
      ],
      incidents: [],
      scheduled_maintenances: [],
    }),
  },
  {
    format: 'statuspage',
    what: 'as OpenStatus writes it',
    make: (parts) => ({
      page: { name: 'Vendor', url: 'https://status.vendor.example', updated_at: NOW },
      status: { indicator: worstOf(parts, 'major', 'none'), description: 'x' },
      components: parts.map(({ name, out }) => ({
        name,
        status: out ? 'major_outage' : 'operational',
      })),
      incidents: [],
      scheduled_maintenances: [],
    }),
  },
  {
    format: 'openstatus',
    make: (parts) => ({
      title: 'Vendor',
      status: worstOf(parts, 'error', 'success'),
      monitors: parts.map(({ name, out }, id) => ({ id, name, status: out ? 'error' : 'success' })),
      pageComponents: parts.map(({ name }, id) => ({ id: id + 1000, name, monitorId: id })),
      maintenances: [],
      statusReports: [],
    }),
  },
  {
    format: 'instatus',
    what: 'a list of components',
    make: (parts) =>
      parts.map(({ name, out }) => ({
        id: name,
        name,
        status: out ? 'MAJOROUTAGE' : 'OPERATIONAL',
        group: null,
      })),
  },
  {
    format: 'instatus',
    what: 'a list of components beside their group',
    make: (parts) => ({
      components: [
        {
          id: 'g',
          name: 'Group',
          status: worstOf(parts, 'MAJOROUTAGE', 'OPERATIONAL'),
          group: null,
        },
        ...parts.map(({ name, out }) => ({
          id: name,
          name,
          status: out ? 'MAJOROUTAGE' : 'OPERATIONAL',
          group: { id: 'g', name: 'Group' },
        })),
      ],
    }),
  },
  {
    format: 'instatus',
    what: 'children of one parent, and an incident about them',
    make: (parts) => ({
      site: { subdomain: 'vendor', status: worstOf(parts, 'HASISSUES', 'UP') },
      components: [
        {
          id: 'p',
          name: 'Parent',
          status: worstOf(parts, 'MAJOROUTAGE', 'OPERATIONAL'),
          children: parts.map(({ name, out }) => ({
            id: name,
            name,
            status: out ? 'MAJOROUTAGE' : 'OPERATIONAL',
          })),
        },
      ],
      activeIncidents: parts
        .filter(({ out }) => out)
        .map(({ name }) => ({
          id: name,
          name: 'Down',
          status: 'INVESTIGATING',
          started: NOW,
          impact: 'MAJOROUTAGE',
          components: [{ id: name, name, status: 'MAJOROUTAGE' }],
        })),
    }),
  },
  {
    format: 'better-stack',
    make: (parts) => ({
      data: {
        id: '1',
        type: 'status_page',
        attributes: {
          company_name: 'Vendor',
          aggregate_state: worstOf(parts, 'downtime', 'operational'),
        },
      },
      included: [
        ...parts.map(({ name, out }, index) => ({
          type: 'status_page_resource',
          id: String(index),
          attributes: { public_name: name, status: out ? 'downtime' : 'operational' },
        })),
        ...parts.flatMap(({ out }, index) =>
          out
            ? [
                {
                  type: 'status_report',
                  id: `r${index}`,
                  attributes: {
                    title: 'Down',
                    report_type: 'automatic',
                    starts_at: NOW,
                    ends_at: null,
                    aggregate_state: 'downtime',
                    affected_resources: [{ status_page_resource_id: String(index) }],
                  },
                },
              ]
            : [],
        ),
      ],
    }),
  },
  {
    format: 'cstate',
    make: (parts) => ({
      is: 'index',
      cStateVersion: '6.0',
      title: 'Vendor',
      summaryStatus: worstOf(parts, 'down', 'ok'),
      systems: parts.map(({ name, out }) => ({
        name,
        status: out ? 'down' : 'ok',
        unresolvedIssues: out
          ? [{ title: `${name} is down`, severity: 'down', createdAt: NOW, filename: `${name}.md` }]
          : [],
      })),
    }),
  },
  {
    format: 'upptime',
    make: (parts) =>
      parts.map(({ name, out }) => ({
        name,
        slug: name,
        status: out ? 'down' : 'up',
        uptime: '9%',
      })),
  },
  {
    format: 'cachet',
    what: 'version 2, with incidents about components',
    make: (parts) => ({
      meta: { pagination: {} },
      data: parts.flatMap(({ name, out }, index) => [
        {
          id: index + 1,
          name,
          status: out ? 4 : 1,
          status_name: out ? 'Major Outage' : 'Operational',
          enabled: true,
        },
        ...(out
          ? [
              {
                id: index + 1,
                name: 'Down',
                status: 1,
                human_status: 'Investigating',
                component_id: index + 1,
                component_status: 4,
                visible: 1,
                created_at: NOW,
              },
            ]
          : []),
      ]),
    }),
  },
  {
    format: 'status-io',
    partName: (name) => `Site / ${name}`,
    what: 'containers of one component, and a message about them',
    make: (parts) => ({
      result: {
        status_overall: { status: 'x', status_code: worstOf(parts, 400, 100) },
        status: [
          {
            id: 'c',
            name: 'Site',
            status_code: worstOf(parts, 500, 100),
            containers: parts.map(({ name, out }) => ({
              id: name,
              name,
              status_code: out ? 500 : 100,
            })),
          },
        ],
        incidents: worstOf(
          parts,
          [
            {
              _id: 'i',
              name: 'Down',
              datetime_open: NOW,
              messages: [{ details: 'x', datetime: NOW, state: 100, status: 500 }],
            },
          ],
          [],
        ),
        maintenance: { active: [], upcoming: [] },
      },
    }),
  },
  {
    format: 'uptime-kuma',
    make: (parts) => ({
      config: { slug: 'home', title: 'Home' },
      incidents: [],
      publicGroupList: [{ name: 'All', monitorList: parts.map(({ name }, id) => ({ id, name })) }],
      heartbeatList: Object.fromEntries(
        parts.map(({ out }, id) => [id, [{ status: out ? 0 : 1, time: '2026-11-22 08:59:00' }]]),
      ),
    }),
  },
  {
    format: 'gatus',
    make: (parts) =>
      parts.map(({ name, out }) => ({
        name,
        key: name,
        results: [{ success: !out, timestamp: NOW }],
      })),
  },
  {
    format: 'apple',
    make: (parts) => ({
      services: parts.map(({ name, out }) => ({
        serviceName: name,
        events: out
          ? [
              {
                messageId: name,
                statusType: 'Outage',
                usersAffected: 'All users are affected',
                eventStatus: 'ongoing',
                message: 'Down.',
                epochStartDate: Date.parse(NOW),
              },
            ]
          : [],
      })),
    }),
  },
  {
    format: 'heroku',
    make: (parts) => ({
      status: parts.map(({ name, out }) => ({ system: name, status: out ? 'red' : 'green' })),
      incidents: parts
        .filter(({ out }) => out)
        .map(({ name }) => ({
          id: name,
          title: 'Down',
          state: 'open',
          created_at: NOW,
          systems: [{ name, status: 'red' }],
        })),
    }),
  },
  {
    format: 'pagerduty',
    make: (parts) => ({
      posts: parts
        .filter(({ out }) => out)
        .map(({ name }) => ({
          id: `post-${name}`,
          title: 'Down',
          post_type: 'incident',
          starts_at: NOW,
          updates: [
            {
              reported_at: NOW,
              status: { name: 'investigating' },
              impacts: [
                { service: { id: name, display_name: name }, severity: { name: 'outage' } },
              ],
            },
          ],
        })),
      services: parts.map(({ name }) => ({ id: name, name, is_active: true })),
    }),
  },
  {
    format: 'incident-io',
    make: (parts) => ({
      summary: {
        name: 'Vendor',
        public_url: 'https://status.vendor.example/',
        page_type: 'standalone',
        components: parts.map(({ name }) => ({ id: name, name })),
        affected_components: parts
          .filter(({ out }) => out)
          .map(({ name }) => ({ component_id: name, status: 'full_outage' })),
        ongoing_incidents: parts
          .filter(({ out }) => out)
          .map(({ name }) => ({
            id: `i-${name}`,
            name: 'Down',
            status: 'investigating',
            published_at: NOW,
            affected_components: [{ component_id: name, status: 'full_outage' }],
          })),
        scheduled_maintenances: [],
      },
    }),
  },
];

/** How many parts of how many are out, and the status of the whole. */
export const SHARES: readonly [outCount: number, total: number, status: Status][] = [
  [0, 50, 'operational'],
  [1, 63, 'partial_outage'],
  [7, 544, 'partial_outage'],
  [1, 2, 'partial_outage'],
  [2, 4, 'partial_outage'],
  [20, 63, 'partial_outage'],
  [2, 3, 'major_outage'],
  [32, 63, 'major_outage'],
  [63, 63, 'major_outage'],
  [1, 1, 'major_outage'],
];
