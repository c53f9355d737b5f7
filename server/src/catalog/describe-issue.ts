import type { z } from 'zod';
import { nearestName } from './nearest-name.js';

/** One problem inside a file, as a path into its value. */
export interface PathProblem {
  readonly path: readonly PropertyKey[];
  /** True if the key itself is wrong. */
  readonly atKey?: boolean;
  readonly message: string;
}

/** `['categories', 1, 'label']` → `categories[1].label`; empty for the whole document. */
export const describePath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string' && value.length > 60) return `a text of ${value.length} characters`;
  return JSON.stringify(value);
}

const withPath = (path: readonly PropertyKey[], message: string): string =>
  path.length > 0 ? `${describePath(path)}: ${message}` : message;

/**
 * Turns one issue of the schema into problems that a person can act on.
 *
 * @param issue One issue of a failed parse with `catalogSchema`; its message states the expected value.
 * @param root The whole value that was parsed.
 * @param knownKeys Names of the fields of the object at a path, for "did you mean".
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  root: unknown,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): PathProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const near = nearestName(key, knownKeys(issue.path));
      const hint = near ? `, did you mean ${near}?` : '';
      const path = [...issue.path, key];
      return { path, atKey: true, message: withPath(path, `unknown field${hint}`) };
    });
  }
  const got = describeValue(valueAt(root, issue.path));
  return [{ path: issue.path, message: withPath(issue.path, `${issue.message}, got ${got}`) }];
}
