import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CatalogProblem } from './catalog-error.js';
import { catalogSchema, type CatalogService } from './catalog-schema.js';
import { checkService } from './check-service.js';
import { describeIssue, type PathProblem } from './describe-issue.js';
import { knownKeys } from './known-keys.js';
import { parseYaml, type YamlSource } from './yaml-source.js';

/** Largest catalogue file that is read, in bytes. */
const MAX_FILE_BYTES = 256_000;

/** The result of reading one file: a service, or its problems. */
export interface ServiceFile {
  readonly file: string;
  /** The file's name without its extension, which must be the service's id. */
  readonly id: string;
  readonly service: CatalogService | undefined;
  readonly problems: readonly CatalogProblem[];
  /** Adds the position in the file to a problem that a later check finds. */
  readonly locate: (problem: PathProblem) => CatalogProblem;
}

/**
 * Reads and checks one file of the catalogue. Never throws because of the file's content.
 *
 * @param file Path of a `.yaml`, `.yml` or `.json` file.
 */
export async function readServiceFile(file: string): Promise<ServiceFile> {
  const id = basename(file, extname(file));
  const failed = (message: string): ServiceFile => ({
    file,
    id,
    service: undefined,
    problems: [{ file, message }],
    locate: (problem) => ({ file, message: problem.message }),
  });
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) {
      return failed(`expected at most ${MAX_FILE_BYTES} bytes, got ${size}`);
    }
    text = await readFile(file, 'utf8');
  } catch (cause) {
    return failed(`cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
  return checkText(file, id, parseYaml(text));
}

function checkText(file: string, id: string, source: YamlSource): ServiceFile {
  const locate = ({ path, atKey, message }: PathProblem): CatalogProblem => ({
    file,
    at: atKey ? source.positionOfKey(path) : source.positionOf(path),
    message,
  });
  if (source.problems.length > 0) {
    const problems = source.problems.map(({ at, message }) => ({ file, at, message }));
    return { file, id, service: undefined, problems, locate };
  }
  const result = catalogSchema.safeParse(source.value);
  const problems = result.success
    ? checkService(result.data, id)
    : result.error.issues.flatMap((issue) =>
        describeIssue(issue, source.value, (path) => knownKeys(catalogSchema, path)),
      );
  return { file, id, service: result.data, problems: problems.map(locate), locate };
}
