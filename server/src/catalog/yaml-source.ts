import { isMap, isNode, isPair, LineCounter, parseDocument, visit, type Document } from 'yaml';

/** A position in a text: line and column, both from 1. */
interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML text that remembers the position of every value. */
export interface YamlSource {
  /** The plain value; `undefined` if there are problems. */
  readonly value: unknown;
  /** Syntax errors, at most one per line. */
  readonly problems: readonly { readonly at: SourcePosition; readonly message: string }[];
  /** Position of a value; if it is missing, of the nearest list or map around it. */
  positionOf(path: readonly PropertyKey[]): SourcePosition;
  /** Position of a key itself, for keys that are not allowed. */
  positionOfKey(path: readonly PropertyKey[]): SourcePosition;
}

/**
 * Parses one YAML 1.2 document (or JSON, its subset). Rejects aliases, and so every document that expands when parsed.
 *
 * @param text The whole file.
 */
export function parseYaml(text: string): YamlSource {
  const lineCounter = new LineCounter();
  const at = (offset: number): SourcePosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const errors = [...document.errors, ...document.warnings];
  // The parser recurses into every level; thousands of brackets exhaust the stack, and the errors after that are noise.
  if (errors.some(({ message }) => message.includes('call stack'))) {
    return failedSource({ line: 1, column: 1 }, 'nested too deeply');
  }
  const problems = errors.map(({ pos, message }) => ({ at: at(pos[0]), message }));
  visit(document, {
    Alias: (_key, { range, source }) => {
      const message = `aliases (*${source}) are not allowed: write the value out`;
      problems.push({ at: at(range?.[0] ?? 0), message });
    },
  });
  return {
    value: problems.length > 0 ? undefined : document.toJS(),
    problems: firstOfEachLine(problems),
    positionOf: (path) => at(offsetOf(document, path)),
    positionOfKey: (path) => at(keyOffsetOf(document, path)),
  };
}

/** One syntax error often causes several complaints about the same line; only the first is useful. */
const firstOfEachLine = (problems: YamlSource['problems']): YamlSource['problems'] =>
  problems.filter(
    ({ at }, index) => problems.findIndex((other) => other.at.line === at.line) === index,
  );

const failedSource = (at: SourcePosition, message: string): YamlSource => ({
  value: undefined,
  problems: [{ at, message }],
  positionOf: () => at,
  positionOfKey: () => at,
});

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === String(path.at(-1)),
      )
    : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}
