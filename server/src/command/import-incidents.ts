import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { describeIssue, describePath } from '../catalog/describe-issue.js';
import type { CatalogService } from '../catalog/load-catalog.js';
import type { HistoryStore, ImportCounts, StoredIncident } from '../feed/history-store.js';

/** Largest file that is read, in bytes. */
const MAX_FILE_BYTES = 20_000_000;
const MOST_INCIDENTS = 20_000;

/** A file cannot be imported. `message` has one problem per line; nothing was imported. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

const text = (maxLength: number) => {
  const error = `expected a text of 1 to ${maxLength} characters`;
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(maxLength, { error })
    .refine((value) => !/\0|\p{Surrogate}/u.test(value), { error: `${error} without NUL` });
};

const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `expected one of ${words.join(', ')}` });

const timeError = 'expected a UTC time of the years 2000 to 2099, e.g. 2026-11-22T08:35:00Z';
// Date.parse turns 31 February into 3 March; a real date survives the round trip.
const isRealTime = (value: string): boolean => {
  const atMs = Date.parse(value);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 19) === value.slice(0, 19);
};
const time = z
  .string({ error: timeError })
  .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/, { error: timeError })
  .refine(isRealTime, { error: timeError });

const urlError = 'expected an https address of at most 2048 characters';
const url = z
  .string({ error: urlError })
  .refine((value) => value.length <= 2048 && value.startsWith('https://') && URL.canParse(value), {
    error: urlError,
  });

const FIELDS = 'service, id, title, status, impact, startedAt, endedAt, source, url';
const incident = z.strictObject(
  {
    service: text(64),
    id: text(128),
    title: text(300),
    status: oneOf('investigating', 'identified', 'monitoring', 'resolved').default('resolved'),
    impact: oneOf('none', 'minor', 'major', 'critical', 'maintenance'),
    startedAt: time,
    endedAt: time.nullable(),
    source: oneOf('official', 'archive').default('archive'),
    url: url.optional(),
  },
  {
    error: ({ code }) => (code === 'invalid_type' ? `expected the fields ${FIELDS}` : undefined),
  },
);

const listError = `expected a list of at most ${MOST_INCIDENTS} incidents`;
const file = z.strictObject(
  { incidents: z.array(incident, { error: listError }).max(MOST_INCIDENTS, { error: listError }) },
  {
    error: ({ code }) => (code === 'invalid_type' ? 'expected the field incidents' : undefined),
  },
);

const knownKeys = (path: readonly PropertyKey[]): readonly string[] =>
  path.length === 0 ? Object.keys(file.shape) : Object.keys(incident.shape);

type Entry = z.output<typeof incident>;

const findContradictions = (
  entries: readonly Entry[],
  catalog: ReadonlyMap<string, CatalogService>,
): string[] => {
  const firsts = new Map<string, number>();
  return entries.flatMap(({ service, source, id, status, startedAt, endedAt }, index) => {
    const at = (field: string): string => describePath(['incidents', index, field]);
    const key = JSON.stringify([service, source, id]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    return [
      ...(catalog.has(service)
        ? []
        : [`${at('service')}: there is no service ${service} in the catalogue`]),
      ...(first === undefined ? [] : [`${at('id')}: ${id} is already used by incidents[${first}]`]),
      ...(endedAt !== null && Date.parse(endedAt) < Date.parse(startedAt)
        ? [`${at('endedAt')}: expected ${startedAt} or later, got ${endedAt}`]
        : []),
      ...((status === 'resolved') === (endedAt !== null)
        ? []
        : [`${at('endedAt')}: expected a time if resolved, otherwise null`]),
    ];
  });
};

/**
 * Checks a document of past incidents.
 *
 * @param document A parsed JSON value: `{"incidents": [{service, id, title, impact, startedAt, endedAt, …}]}`.
 * @returns The incidents; `status` defaults to `resolved` and `source` to `archive`.
 * @throws {ImportError} With every problem, each with its path.
 */
export function checkIncidents(
  document: unknown,
  catalog: ReadonlyMap<string, CatalogService>,
): StoredIncident[] {
  const result = file.safeParse(document);
  const problems = result.success
    ? findContradictions(result.data.incidents, catalog)
    : result.error.issues.flatMap((issue) =>
        describeIssue(issue, document, knownKeys).map(({ message }) => message),
      );
  if (!result.success || problems.length > 0) throw new ImportError(problems.join('\n'));
  return result.data.incidents.map(({ service, url: link, ...rest }) => ({
    ...rest,
    serviceId: service,
    ...(link !== undefined && { url: link }),
  }));
}

const readDocument = async (path: string): Promise<unknown> => {
  let json: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      throw new ImportError(`${path}: expected at most ${MAX_FILE_BYTES} bytes, got ${size}`);
    }
    json = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new ImportError(`${path}: cannot be read (${code ?? 'unknown reason'})`, { cause });
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new ImportError(`${path}: expected JSON: ${(cause as Error).message}`, { cause });
  }
};

/**
 * Imports a file of past incidents into the history. Importing it again changes nothing.
 *
 * @throws {ImportError} If the file is not valid; then nothing was imported.
 * @throws {StoreError} When the store does not answer.
 */
export async function importIncidentFile(
  path: string,
  {
    history,
    catalog,
  }: {
    history: Pick<HistoryStore, 'importIncidents'>;
    catalog: ReadonlyMap<string, CatalogService>;
  },
): Promise<ImportCounts> {
  return history.importIncidents(checkIncidents(await readDocument(path), catalog));
}
