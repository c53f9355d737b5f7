/** Size limit of a feed, in bytes of JSON text. Readers refuse a longer document before parsing it. */
export const MAX_FEED_BYTES = 1_000_000;

/** The statuses that status pages commonly use; every vendor's words are mapped to one of them. */
export const STATUSES = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'under_maintenance',
  'unknown',
] as const;

/** What the server's own check of a service's address says. */
export const REACHABILITIES = ['reachable', 'slow', 'unreachable', 'unknown'] as const;

/** How an address is unreachable: name, connection, time-out, TLS with its certificate, or an error of the server. */
export const FAILURES = ['dns', 'connect', 'timeout', 'tls', 'http'] as const;

/** How the visitors' reports and the vendor's page relate. */
export const VERDICTS = [
  'all_clear',
  'official_only',
  'community_only',
  'confirmed',
  'unknown',
] as const;
