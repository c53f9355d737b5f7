import { OPAQUE_ORIGIN, siteOf } from '../reports/report-origin.js';

/**
 * Limits the largest foreign site to as many reports as all others together, so that one embedding page alone never
 * causes an outage. All names under one registrable domain are one site. Reports without a site are added to the largest
 * site's, because a page gets them by framing itself in a sandbox.
 *
 * @param categoryCounts Reports per category.
 * @param originCounts Reports per origin over about the same time; only their shares matter, so it may reach further back.
 * @param isHome True for the server's own origin and `HOME_ORIGINS`, which are not limited.
 * @returns The counts in the order given, scaled by one factor, so fractions occur.
 */
export function limitLargestOrigin(
  categoryCounts: readonly number[],
  originCounts: ReadonlyMap<string, number>,
  isHome: (origin: string) => boolean,
): number[] {
  const bySite = new Map<string, number>();
  let total = 0;
  for (const [origin, count] of originCounts) {
    total += count;
    if (isHome(origin)) continue;
    const site = siteOf(origin);
    bySite.set(site, (bySite.get(site) ?? 0) + count);
  }
  const opaque = bySite.get(OPAQUE_ORIGIN) ?? 0;
  bySite.delete(OPAQUE_ORIGIN);
  const largest = opaque + Math.max(0, ...bySite.values());
  const others = total - largest;
  const factor = largest > others ? (2 * others) / total : 1;
  return categoryCounts.map((count) => count * factor);
}
