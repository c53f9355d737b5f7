/** The subset of JSON Schema that feeds need; see {@link https://json-schema.org/understanding-json-schema/reference}. */
export interface Shape {
  readonly type?: string;
  /** The expected value in words; errors show it instead of the pattern. */
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  /** Names of the properties that may be missing; JSON Schema lists the others. */
  readonly optional?: readonly string[];
  readonly anyOf?: readonly Shape[];
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const isOfType = (value: unknown, type: string | undefined): boolean =>
  type === 'integer' ? Number.isSafeInteger(value) : typeOf(value) === type;

// JSON.stringify alone would overflow the stack on a deeply nested value.
const describe = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? typeOf(value)
    : (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 60);

/**
 * Finds the first part of a value that breaks a shape. Properties that the shape does not name are ignored.
 *
 * @param value Any value that `JSON.parse` can return.
 * @returns E.g. `community.reportCount: expected integer, got "12"`, or `undefined` when the value fits. Texts are cut at
 *   60 characters; an object or array appears only as `object` or `array`.
 */
export function findProblem(shape: Shape, value: unknown): string | undefined {
  const problem = findWithin(shape, value);
  return problem?.startsWith(':') ? `the document${problem}` : problem?.replace(/^\./, '');
}

const refuse = (expected: unknown, value: unknown): string =>
  `: expected ${String(expected)}, got ${describe(value)}`;

// The path is built on the way out: most feeds have no problem, and hundreds of numbers to check.
function findWithin(shape: Shape, value: unknown): string | undefined {
  const { type } = shape;
  // Most values are numbers of a series.
  if (typeof value === 'number' && isOfType(value, type)) {
    const { minimum, maximum } = shape;
    if (value < minimum!) return refuse(`at least ${minimum}`, value);
    return value > maximum! ? refuse(`at most ${maximum}`, value) : undefined;
  }
  const {
    anyOf,
    items,
    properties,
    pattern,
    enum: choices = 'const' in shape ? [shape.const] : undefined,
  } = shape;

  if (anyOf) {
    // Feeds only have "shape or null"; the problem with the shape is the more useful error.
    return value === null ? undefined : findWithin(anyOf[0]!, value);
  }
  if (choices && !choices.includes(value))
    return refuse(choices.map((choice) => JSON.stringify(choice)).join(' or '), value);
  if (type && !isOfType(value, type)) return refuse(shape.description ?? type, value);
  if (typeof value === 'string') {
    if (value.length > (shape.maxLength ?? Infinity))
      return refuse(`at most ${shape.maxLength} characters`, value);
    if (pattern && !new RegExp(pattern).test(value))
      return refuse(shape.description ?? pattern, value);
  }
  if (items && Array.isArray(value)) {
    if (value.length > (shape.maxItems ?? Infinity))
      return refuse(`at most ${shape.maxItems} entries`, value);
    for (let index = 0; index < value.length; index += 1) {
      const problem = findWithin(items, value[index]);
      if (problem) return `[${index}]${problem}`;
    }
  }
  if (properties) {
    const record = value as Record<string, unknown>;
    for (const [name, inner] of Object.entries(properties)) {
      if (record[name] === undefined && shape.optional?.includes(name)) continue;
      const problem = findWithin(inner, record[name]);
      if (problem) return `.${name}${problem}`;
    }
  }
  return undefined;
}
