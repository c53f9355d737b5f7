import { CompiledQuery, PostgresAdapter } from 'kysely';
import type { TablesTransaction } from './tables.js';

/** The parts of a {@link bulkStatement} in one database's dialect. */
export interface BulkWords {
  /** The table to select from; the rows come in the order given. */
  readonly source: string;
  /** Value of a column, numbered from 0. */
  readonly text: (column: number) => string;
  readonly integer: (column: number) => string;
  /** Further parameters, whole numbers. */
  readonly numbers: readonly [string, string];
  /** Further parameters, texts. */
  readonly texts: readonly [string, string];
}

/** A value of a row. */
type Value = string | number;

/** Runs a statement over rows, and returns its result rows. */
export type RunBulk<Row> = (
  transaction: TablesTransaction,
  rows: readonly (readonly Value[])[],
  ...further: readonly Value[]
) => Promise<Row[]>;

const text = (column: number): string => `(bulk.value ->> ${column})`;
const integer = (column: number): string => `cast(bulk.value ->> ${column} as bigint)`;

const POSTGRES: BulkWords = {
  source: 'json_array_elements($1::json) as bulk(value)',
  text,
  integer,
  numbers: ['$2::bigint', '$3::bigint'],
  texts: ['$2::text', '$3::text'],
};

const SQLITE: BulkWords = {
  source: 'json_each(?1) as bulk',
  text,
  integer,
  numbers: ['?2', '?3'],
  texts: ['?2', '?3'],
};

/**
 * A statement over many rows, passed as one JSON text instead of one parameter per value. Its text is then the same for
 * any number of rows, is built once, and can stay prepared; building and preparing texts was half the work of a small
 * batch of reports and a third of a large one. Both databases parse JSON themselves, in different dialects.
 *
 * @param write Builds the statement's text.
 */
export function bulkStatement<Row = never>(write: (words: BulkWords) => string): RunBulk<Row> {
  const postgres = write(POSTGRES);
  const sqlite = write(SQLITE);
  return async (transaction, rows, ...further) => {
    const isPostgres = transaction.getExecutor().adapter instanceof PostgresAdapter;
    const parameters = [JSON.stringify(rows), ...further];
    const query = CompiledQuery.raw(isPostgres ? postgres : sqlite, parameters);
    return (await transaction.executeQuery<Row>(query)).rows;
  };
}
