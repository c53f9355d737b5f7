/** One change of a document. */
export interface Mutation {
  readonly document: unknown;
  /** What was done and where, for the message of a failing test. */
  readonly what: string;
  /** True when the document now says, in a way that its format has for it, that there is no problem. */
  readonly saysNoProblem: boolean;
}

/** Lists of problems that are empty where there is none. */
const EMPTY_IF_NONE: readonly unknown[] = [
  'incidents',
  'activeIncidents',
  'ongoing_incidents',
  'open_incidents',
  'posts',
  'statusReports',
  'current',
  'events',
  'children',
  'results',
];
/** Those of them, and two other fields, that some vendors write as `null` then, or as this text. */
const NULL_IF_NONE: readonly unknown[] = [
  'official_indicator',
  'incident',
  'incidents',
  'activeIncidents',
  'ongoing_incidents',
  'children',
];
const MEANS_NULL: readonly unknown[] = [null, '$undefined'];
/** And those that some leave out. */
const MISSING_IF_NONE: readonly unknown[] = ['activeIncidents', 'children'];

/** Draws numbers from 0 to below 1, the same for the same seed. Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Path = readonly (string | number)[];

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const listPaths = (value: unknown, path: Path = []): Path[] =>
  isContainer(value)
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        return [here, ...listPaths(inner, here)];
      })
    : [];

/** None of these means anything in any format; a word that did would be another page and not a broken one. */
const JUNK: readonly unknown[] = [
  '',
  'garbled',
  '<no value>',
  '$undefined',
  '<script>alert(1)</script>',
  '\u0000\uD800',
  'x'.repeat(5000),
  null,
  -7,
  0.5,
  1e15,
  [],
  {},
  [[]],
  { garbled: { garbled: [] } },
  // Turning it into text or a number throws.
  { toString: null, valueOf: null },
];

const EMPTY: readonly unknown[] = [null, [], {}];

const setAt = (
  document: unknown,
  path: Path,
  change: (holder: never, key: never) => void,
): unknown => {
  const copy = structuredClone(document);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy);
  change(holder as never, path.at(-1) as never);
  return copy;
};

/**
 * Breaks a document in one place: a value becomes junk of any kind, a field goes, or a whole object or list goes.
 *
 * @param document As JSON has it, with at least one field or entry.
 * @param random 0 to below 1.
 */
export function mutate(document: unknown, random: () => number): Mutation {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const paths = listPaths(document);
  const path = pick(paths);
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown>)[key],
    document,
  );
  const place = path.join('.');
  const field = path.at(-1);
  const drops = typeof path.at(-1) === 'string' && random() < 0.3;
  if (drops) {
    const dropped = setAt(document, path, (holder: Record<string, unknown>, key: string) => {
      delete holder[key];
    });
    return {
      document: dropped,
      what: `without ${place}`,
      saysNoProblem: MISSING_IF_NONE.includes(field),
    };
  }
  const junk = isContainer(value) && random() < 0.5 ? pick(EMPTY) : pick(JUNK);
  const isEmpty = Array.isArray(junk) && junk.length === 0;
  const replaced = setAt(document, path, (holder: Record<string, unknown>, key: string) => {
    holder[key] = structuredClone(junk);
  });
  return {
    document: replaced,
    what: `${place} = ${JSON.stringify(junk).slice(0, 40)}`,
    saysNoProblem:
      (isEmpty && EMPTY_IF_NONE.includes(field)) ||
      (MEANS_NULL.includes(junk) && NULL_IF_NONE.includes(field)),
  };
}

/** Changes, drops or doubles one to three characters of a text, or cuts it short. */
export function scramble(text: string, random: () => number): string {
  if (random() < 0.1) return text.slice(0, Math.floor(random() * text.length));
  let scrambled = text;
  for (let times = 0; times < 1 + 2 * random(); times += 1) {
    const at = Math.floor(random() * scrambled.length);
    const piece = random() < 0.3 ? '' : String.fromCharCode(32 + Math.floor(random() * 95));
    scrambled = scrambled.slice(0, at) + piece + scrambled.slice(at + (random() < 0.7 ? 1 : 0));
  }
  return scrambled;
}
