import { CompiledQuery, PostgresAdapter } from 'kysely';
import type { TablesTransaction } from './tables.js';

/** How one database says what a {@link bulkStatement} needs. */
export interface BulkWords {
  /** What to select from; the rows come in the order given. */
  readonly source: string;
  /** Value of a column, counted from 0. */
  readonly text: (column: number) => string;
  readonly integer: (column: number) => string;
  /** A further parameter, a whole number, counted from 0. */
  readonly numbers: readonly [string, string];
  /** A further parameter, a text, counted from 0. */
  readonly texts: readonly [string, string];
}

/** A value of a row. */
type Value = string | number;

/** Runs a statement over rows; hands back what it returns. */
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
 * A statement over many rows, which are handed over as one JSON text instead of a parameter a value: its text is then the
 * same for any number of rows, is made once, and can stay prepared. Making and preparing texts was half the work of a small
 * batch of reports and a third of a large one. Both databases take JSON apart themselves; only the words differ.
 *
 * @param write Makes the text.
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
