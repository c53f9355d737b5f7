import { isFields } from './read-field.js';

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

/**
 * Merges the documents of one status page, for formats that spread a page over several: Uptime Kuma's page and its
 * heartbeats, Statuspage's status, components and incidents.
 *
 * @param documents At least one.
 * @returns One object with the fields of all documents. If several have the same field, lists are concatenated;
 *   otherwise the first value wins. If a document is not an object, a list of all entries instead.
 */
export function mergeDocuments(documents: readonly unknown[]): unknown {
  if (documents.length === 1) return documents[0];
  if (!documents.every(isFields)) return documents.flatMap(asList);
  const merged: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of documents.flatMap((document) => Object.entries(document))) {
    const known = merged[name];
    if (known === undefined) merged[name] = value;
    else if (Array.isArray(known) || Array.isArray(value)) {
      merged[name] = [...asList(known), ...asList(value)];
    }
  }
  return merged;
}
