import type { Official } from 'outage-status/feed';
import { MINUTE_MS } from '../lib/clock.js';

/** The vendor's last status expires after this long without a readable answer. */
const OFFICIAL_MAX_AGE_MS = 15 * MINUTE_MS;

/**
 * The vendor's status, as far as it is still known.
 *
 * @param official The last status read; `checkedAt` is the time of that read and stays.
 * @param nowMs Epoch milliseconds.
 * @returns The same, with status `unknown` once it is older than {@link OFFICIAL_MAX_AGE_MS}.
 */
export function freshenOfficial(official: Official, nowMs: number): Official {
  const ageMs = nowMs - Date.parse(official.checkedAt);
  if (ageMs <= OFFICIAL_MAX_AGE_MS) return official;
  const { indicator: _indicator, affected: _affected, unknownReason: _reason, ...rest } = official;
  return { ...rest, status: 'unknown' };
}
