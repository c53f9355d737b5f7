import { z } from 'zod';

/** Unwraps optional, default and transform schemas. */
function innermost(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return innermost(schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return innermost(schema.unwrap());
  }
  return schema;
}

/**
 * Names the fields that a schema allows at a path, read from the schema itself so that the two cannot drift apart.
 *
 * @param schema Any zod schema made of objects and arrays.
 * @param path Keys and indexes from the root.
 * @returns The field names in the schema's order; empty if the path leads to no object.
 */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const inner = path.reduce<unknown>((current, key) => {
    const container = innermost(current);
    if (container instanceof z.ZodArray) return container.element;
    return container instanceof z.ZodObject ? container.shape[String(key)] : undefined;
  }, schema);
  const object = innermost(inner);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}
