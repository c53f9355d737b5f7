import type { Official } from 'outage-status/feed';
import { MINUTE_MS } from '../lib/clock.js';

/** After this long without a readable answer, what the vendor said last is no longer what the vendor says. */
const OFFICIAL_MAX_AGE_MS = 15 * MINUTE_MS;

/**
 * What the vendor's page says, as far as that is still known.
 *
 * @param official What was read last; `checkedAt` is the moment of that reading and stays.
 * @param nowMs Epoch milliseconds.
 * @returns The same, with status `unknown` once it is older than {@link OFFICIAL_MAX_AGE_MS}.
 */
export function freshenOfficial(official: Official, nowMs: number): Official {
  const ageMs = nowMs - Date.parse(official.checkedAt);
  if (ageMs <= OFFICIAL_MAX_AGE_MS) return official;
  const { indicator: _indicator, ...rest } = official;
  return { ...rest, status: 'unknown' };
}
