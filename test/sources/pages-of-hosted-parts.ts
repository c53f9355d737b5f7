import type { PageOfParts } from './pages-of-parts.js';

const NOW = '2026-11-22T08:59:00Z';

/** As `PAGES_OF_PARTS`, of further hosted services. */
export const HOSTED_PAGES_OF_PARTS: readonly PageOfParts[] = [
  {
    format: 'uptimerobot',
    make: (parts) => {
      const downCount = parts.filter(({ out }) => out).length;
      return {
        status: 'ok',
        psp: {
          totalMonitors: parts.length,
          // Those that are down come first, and the list is cut after 30.
          monitors: parts
            .slice(0, 30)
            .map(({ name, out }) => ({ name, statusClass: out ? 'danger' : 'success' })),
        },
        statistics: { counts: { up: parts.length - downCount, down: downCount, paused: 0 } },
      };
    },
  },
  {
    format: 'statuspal',
    make: (parts) => {
      const type = parts.some(({ out }) => out) ? 'major' : null;
      return {
        status_page: { name: 'Vendor', subdomain: 'vendor', current_incident_type: type },
        services: parts.map(({ name, out }) => ({
          id: name,
          name,
          children: [],
          current_incident_type: out ? 'major' : null,
        })),
        incidents: parts
          .filter(({ out }) => out)
          .map(({ name }) => ({
            id: `i-${name}`,
            type: 'major',
            title: `Service ${name} seems to be down`,
            updates: [{ type: 'issue', posted_at: NOW }],
            starts_at: NOW,
            ends_at: null,
            service_ids: [name],
          })),
        maintenances: [],
        upcoming_maintenances: [],
      };
    },
  },
  {
    format: 'statusiq',
    make: (parts) => ({
      code: 0,
      data: {
        statuspage_details: {
          current_status: {
            severity: parts.some(({ out }) => out) ? 'Major Outage' : 'Operational',
          },
        },
        current_status: parts.map(({ name, out }) => ({
          display_name: name,
          component_status: out ? 6 : 1,
        })),
        active_incident_details: parts
          .filter(({ out }) => out)
          .map(({ name }) => ({
            enc_inc_id: `i-${name}`,
            incident_title: 'Down',
            incident_severity_id: 6,
            incident_began_at: NOW,
            incident_affected_components: [{ display_name: name }],
            incident_status_updates: [{ incident_status_id: 11, status_updated_at: NOW }],
          })),
      },
    }),
  },
  {
    format: 'hyperping',
    make: (parts) => {
      const some = parts.some(({ out }) => out) ? 'partialoutage' : 'up';
      return {
        name: 'Vendor',
        indicator: parts.every(({ out }) => out) ? 'down' : some,
        services: parts.map(({ name, out }) => ({ name, indicator: out ? 'down' : 'up' })),
      };
    },
  },
];
