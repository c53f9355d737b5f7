import type { ExecutableDatabase } from './immediate-sqlite-dialect.js';

type Statement = ReturnType<ExecutableDatabase['prepare']>;

/** Statements kept at most; the least recently used goes first. */
const MAX_STATEMENTS = 100;

/**
 * Wraps a database so that it prepares each text only once, which halves the work of a small batch of reports. Use it once
 * the tables no longer change. Callers must read results completely, because callers with the same text share a statement.
 */
export function keepStatements(database: ExecutableDatabase): ExecutableDatabase {
  const kept = new Map<string, Statement>();
  const forgetOnFailure = <T>(text: string, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      // libsql leaves a failed statement unfinished, and that would block the next commit.
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
