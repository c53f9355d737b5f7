/** One problem in the catalogue, and its place. */
export interface CatalogProblem {
  /** Path of the file: folder as given, and name. */
  readonly file: string;
  /** Line and column, both from 1; missing if the problem concerns the whole file or folder. */
  readonly at?: { readonly line: number; readonly column: number } | undefined;
  /** E.g. `categories[1].label: expected a text of 1 to 80 characters, got 7`. */
  readonly message: string;
}

/** Formats a problem like a compiler, so that editors can jump to it: `kik.yaml:12:5: message`. */
const formatProblem = ({ file, at, message }: CatalogProblem): string =>
  at ? `${file}:${at.line}:${at.column}: ${message}` : `${file}: ${message}`;

/** The catalogue is unusable. `message` lists every problem of every file, one per line, sorted by file and line. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';

  constructor(readonly problems: readonly CatalogProblem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}
