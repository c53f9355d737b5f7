import { isFields } from './read-field.js';

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

/**
 * Lays documents of one page together, for pages that tell in several what others tell in one: Uptime Kuma's page and its
 * heartbeats, Statuspage's status, components and incidents.
 *
 * @param documents At least one.
 * @returns Lists end to end; objects with the fields of all of them. Of a field that several have, lists are laid end to
 *   end, and of anything else the first stays.
 */
export function layTogether(documents: readonly unknown[]): unknown {
  if (documents.length === 1) return documents[0];
  if (!documents.every(isFields)) return documents.flatMap(asList);
  const together: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of documents.flatMap((document) => Object.entries(document))) {
    const known = together[name];
    if (known === undefined) together[name] = value;
    else if (Array.isArray(known) || Array.isArray(value)) {
      together[name] = [...asList(known), ...asList(value)];
    }
  }
  return together;
}
