/** Largest feed that is read, in bytes of JSON text. Anything longer is refused before it is parsed. */
export const MAX_FEED_BYTES = 1_000_000;

/** The six statuses of the status-page world. Any vendor's page maps onto them one to one. */
export const STATUSES = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'under_maintenance',
  'unknown',
] as const;

/** How the visitors' reports and the vendor's page relate. */
export const VERDICTS = [
  'all_clear',
  'official_only',
  'community_only',
  'confirmed',
  'unknown',
] as const;
