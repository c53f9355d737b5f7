/** Levenshtein distance: the fewest single characters to add, drop or replace. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(left).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (right[column - 1] === character ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/**
 * Finds the known name that an unknown name probably means.
 *
 * @param name The unknown name.
 * @param known The names that exist.
 * @returns The nearest known name, or `undefined` if none is within two characters or a third of its length; within one
 *   character for names of up to three. Two swapped letters count as two characters.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(name.slice(0, 64), candidate) }))
    .filter(
      ({ candidate, distance }) =>
        distance <= (candidate.length <= 3 ? 1 : Math.max(2, Math.floor(candidate.length / 3))),
    )
    .sort((left, right) => left.distance - right.distance);
  return best?.candidate;
}
