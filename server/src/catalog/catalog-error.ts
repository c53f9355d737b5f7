/** One thing that is wrong in the catalogue, and where. */
export interface CatalogProblem {
  /** The file as it was found: folder as given, and name. */
  readonly file: string;
  /** Line and column, both from 1; left out when the whole file or folder is meant. */
  readonly at?: { readonly line: number; readonly column: number } | undefined;
  /** E.g. `categories[1].label: expected a text of 1 to 80 characters, got 7`. */
  readonly message: string;
}

/** Says a problem the way compilers do, so that editors can jump to it: `kik.yaml:12:5: message`. */
const formatProblem = ({ file, at, message }: CatalogProblem): string =>
  at ? `${file}:${at.line}:${at.column}: ${message}` : `${file}: ${message}`;

/** The catalogue cannot be used. `message` holds every problem of every file, one a line, in the order of files and lines. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';

  constructor(readonly problems: readonly CatalogProblem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}
