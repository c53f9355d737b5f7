import type { ExecutableDatabase } from './immediate-sqlite-dialect.js';

type Statement = ReturnType<ExecutableDatabase['prepare']>;

/** As many texts are kept; the one that was longest not used goes first. */
const MAX_STATEMENTS = 100;

/**
 * The same database, which prepares each text once instead of every time: for a small batch of reports that is half the
 * work. For tables that no longer change. Results must be read whole, since a statement is shared by all who ask the same.
 */
export function keepStatements(database: ExecutableDatabase): ExecutableDatabase {
  const kept = new Map<string, Statement>();
  const forgetOnFailure = <T>(text: string, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      // libsql leaves one that failed unfinished, and it would be in the way of the next commit.
      kept.delete(text);
      throw error;
    }
  };
  const keep = (text: string): Statement => {
    const statement = database.prepare(text);
    return {
      reader: statement.reader,
      all: (parameters) => forgetOnFailure(text, () => statement.all(parameters)),
      run: (parameters) => forgetOnFailure(text, () => statement.run(parameters)),
      iterate: (parameters) => database.prepare(text).iterate(parameters),
    };
  };
  return {
    prepare(text) {
      const statement = kept.get(text) ?? keep(text);
      kept.delete(text);
      kept.set(text, statement);
      const [oldest] = kept.keys();
      if (kept.size > MAX_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    exec: (text) => database.exec(text),
    close: () => database.close(),
    get inTransaction() {
      return database.inTransaction;
    },
  };
}
