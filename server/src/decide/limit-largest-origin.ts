/**
 * Limits the largest foreign site to as many reports as all others together, so that one embedding page never makes an
 * outage by itself.
 *
 * @param categoryCounts Reports per category.
 * @param originCounts Reports per origin over about the same time; it may reach further back, so only its shares count.
 * @param isHome True for the server's own origin and those the operator named; these are not limited.
 * @returns The counts in the order given, scaled by one factor, so fractions occur.
 */
export function limitLargestOrigin(
  categoryCounts: readonly number[],
  originCounts: ReadonlyMap<string, number>,
  isHome: (origin: string) => boolean,
): number[] {
  const total = [...originCounts.values()].reduce((sum, count) => sum + count, 0);
  const largest = Math.max(
    0,
    ...[...originCounts].filter(([origin]) => !isHome(origin)).map(([, count]) => count),
  );
  const others = total - largest;
  const factor = largest > others ? (2 * others) / total : 1;
  return categoryCounts.map((count) => count * factor);
}
