/** The states of the stand-in vendor. `resolved` is `operational` again after an incident. */
export const VENDOR_STATES = ['operational', 'incident', 'maintenance', 'resolved'] as const;

/** One of {@link VENDOR_STATES}. */
export type VendorState = (typeof VENDOR_STATES)[number];

const HOUR_MS = 3_600_000;
const iso = (atMs: number): string => new Date(atMs).toISOString();

const INDICATORS = {
  operational: { indicator: 'none', description: 'All Systems Operational' },
  incident: { indicator: 'major', description: 'Partial System Outage' },
  maintenance: { indicator: 'maintenance', description: 'Service Under Maintenance' },
  resolved: { indicator: 'none', description: 'All Systems Operational' },
} as const;

const COMPONENTS = [
  { id: 'messaging', name: 'Messaging', incident: 'partial_outage' },
  { id: 'sign-in', name: 'Sign-in', incident: 'degraded_performance' },
  { id: 'media', name: 'Pictures and video', incident: 'operational' },
  { id: 'website', name: 'Website', incident: 'operational' },
] as const;

/**
 * Writes the stand-in's `summary.json` as Atlassian Statuspage v2 does, see
 * {@link https://www.atlassian.com/software/statuspage/api-docs}: open incidents and running maintenances only.
 *
 * @param state The vendor's state.
 * @param sinceMs Start of the state, epoch milliseconds.
 * @param nowMs Time of the answer, epoch milliseconds.
 * @param pageUrl Address of the human page.
 */
export function writeVendorSummary(
  state: VendorState,
  sinceMs: number,
  nowMs: number,
  pageUrl: string,
): Record<string, unknown> {
  const event = (id: string, name: string, status: string, impact: string, body: string) => ({
    id,
    name,
    status,
    impact,
    created_at: iso(sinceMs),
    started_at: iso(sinceMs),
    updated_at: iso(sinceMs),
    monitoring_at: null,
    resolved_at: null,
    shortlink: pageUrl,
    page_id: 'demo',
    components: [],
    incident_updates: [
      {
        id: `${id}-1`,
        incident_id: id,
        status,
        body,
        created_at: iso(sinceMs),
        updated_at: iso(sinceMs),
        display_at: iso(sinceMs),
      },
    ],
  });
  return {
    page: {
      id: 'demo',
      name: 'Kik (stand-in of the demo)',
      url: pageUrl,
      time_zone: 'Etc/UTC',
      updated_at: iso(nowMs),
    },
    status: INDICATORS[state],
    components: COMPONENTS.map(({ id, name, incident }, index) => ({
      id,
      name,
      status:
        state === 'incident'
          ? incident
          : state === 'maintenance'
            ? 'under_maintenance'
            : 'operational',
      position: index + 1,
      description: null,
      showcase: false,
      start_date: null,
      group_id: null,
      page_id: 'demo',
      group: false,
      only_show_if_degraded: false,
      created_at: iso(sinceMs),
      updated_at: iso(sinceMs),
    })),
    incidents:
      state === 'incident'
        ? [
            event(
              `incident-${sinceMs}`,
              'Messages are delivered late or not at all',
              'identified',
              'major',
              'We have found the cause and are working on it. (This is the stand-in of the demo, not Kik.)',
            ),
          ]
        : [],
    scheduled_maintenances:
      state === 'maintenance'
        ? [
            {
              ...event(
                `maintenance-${sinceMs}`,
                'Planned work on message storage',
                'in_progress',
                'maintenance',
                'Planned work is under way. (This is the stand-in of the demo, not Kik.)',
              ),
              scheduled_for: iso(sinceMs),
              scheduled_until: iso(sinceMs + 2 * HOUR_MS),
            },
          ]
        : [],
  };
}
