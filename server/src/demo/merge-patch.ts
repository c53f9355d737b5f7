const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Applies a JSON Merge Patch, {@link https://www.rfc-editor.org/rfc/rfc7396}, with one difference: `null` is kept as a
 * value, since a feed has fields that are null; nothing can be removed.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const base = isMap(target) ? target : {};
  const merged = Object.entries(patch).map(([key, value]) => [key, mergePatch(base[key], value)]);
  return { ...base, ...Object.fromEntries(merged) };
}
