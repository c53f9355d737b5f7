import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogError, type CatalogProblem } from './catalog-error.js';
import type { CatalogService } from './catalog-schema.js';
import { checkRelated } from './check-service.js';
import { readServiceFile, type ServiceFile } from './read-service-file.js';

export { CatalogError } from './catalog-error.js';
export type { CatalogCheck, CatalogService } from './catalog-schema.js';

const CATALOG_FILE = /\.(yaml|yml|json)$/;

/**
 * Loads the services from folders of data files, one service per file.
 *
 * @param folders Read in this order; a service in a later folder replaces the one with the same id in an earlier folder.
 * @returns The services by id, sorted by id.
 * @throws {CatalogError} With every problem of every file.
 */
export async function loadCatalog(
  folders: readonly string[],
): Promise<Map<string, CatalogService>> {
  const problems: CatalogProblem[] = [];
  const filesById = new Map<string, ServiceFile>();
  for (const folder of folders) {
    const files = await readFolder(folder, problems);
    problems.push(...files.flatMap((file) => file.problems), ...findTwins(files));
    for (const file of files) filesById.set(file.id, file);
  }
  if (folders.length === 0) {
    problems.push({ file: 'catalogue', message: 'expected at least one folder, got none' });
  }
  const allIds = new Set(filesById.keys());
  for (const { service, locate } of filesById.values()) {
    if (service) problems.push(...checkRelated(service, allIds).map(locate));
  }
  if (problems.length > 0) throw new CatalogError(sortProblems(problems));
  return new Map(
    [...filesById.values()]
      .flatMap(({ id, service }) => (service ? [[id, service] as const] : []))
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

async function readFolder(folder: string, problems: CatalogProblem[]): Promise<ServiceFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    problems.push({
      file: folder,
      message: `the folder cannot be read (${code ?? 'unknown reason'})`,
    });
    return [];
  }
  const files = names.filter((name) => CATALOG_FILE.test(name)).sort();
  if (files.length === 0) {
    problems.push({ file: folder, message: 'expected at least one .yaml file, found none' });
  }
  return Promise.all(files.map((name) => readServiceFile(join(folder, name))));
}

/** Reports `kik.yaml` beside `kik.yml`: the loader cannot know which one is meant. */
const findTwins = (files: readonly ServiceFile[]): CatalogProblem[] =>
  files.flatMap(({ file, id }) => {
    const twin = files.find((other) => other.id === id);
    return twin && twin.file !== file
      ? [{ file, message: `the id ${id} is already used by ${twin.file}` }]
      : [];
  });

// Stable within one line; problems without a place come first in their file.
const sortProblems = (problems: readonly CatalogProblem[]): CatalogProblem[] =>
  [...problems].sort(
    (left, right) =>
      (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
      (left.at?.line ?? 0) - (right.at?.line ?? 0) ||
      (left.at?.column ?? 0) - (right.at?.column ?? 0),
  );
