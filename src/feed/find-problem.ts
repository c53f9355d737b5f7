/** The part of JSON Schema that feeds need; {@link https://json-schema.org/understanding-json-schema/reference} says what each word means. */
export interface Shape {
  readonly type?: string;
  /** What is expected, in words for an error; stands in for a pattern. */
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

const isOfType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isSafeInteger(value) : typeOf(value) === type;

// Not by JSON.stringify alone: what is nested deeply overflows its stack.
const describe = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? typeOf(value)
    : (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 60);

/**
 * Finds the first thing in a value that is not of a shape.
 *
 * @param shape What is expected.
 * @param value Any value that `JSON.parse` can give.
 * @returns E.g. `community.reportCount: expected integer, got "12"` (a text is cut at 60 characters, of an object or array only that is said), or
 *   `undefined` when the value fits. Properties that the shape does not name fit.
 */
export function findProblem(shape: Shape, value: unknown): string | undefined {
  const problem = findWithin(shape, value);
  return problem?.startsWith(':') ? `the document${problem}` : problem?.replace(/^\./, '');
}

const refuse = (expected: unknown, value: unknown): string =>
  `: expected ${String(expected)}, got ${describe(value)}`;

// The path is put in front on the way out: nearly always there is no problem, and hundreds of numbers to look at.
function findWithin(shape: Shape, value: unknown): string | undefined {
  const {
    type,
    anyOf,
    items,
    properties,
    pattern,
    enum: choices = 'const' in shape ? [shape.const] : undefined,
  } = shape;

  if (anyOf) {
    // Only "this or null" occurs; what is wrong with this tells more than that it is not null.
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
  if (typeof value === 'number') {
    if (value < (shape.minimum ?? -Infinity)) return refuse(`at least ${shape.minimum}`, value);
    if (value > (shape.maximum ?? Infinity)) return refuse(`at most ${shape.maximum}`, value);
  }
  if (items && Array.isArray(value)) {
    if (value.length > (shape.maxItems ?? Infinity))
      return refuse(`at most ${shape.maxItems} entries`, value);
    for (const [index, entry] of value.entries()) {
      const problem = findWithin(items, entry);
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
