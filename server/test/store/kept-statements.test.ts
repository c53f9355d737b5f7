import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import LibsqlDatabase from 'libsql';
import { keepStatements } from '../../src/store/kept-statements.js';
import { makeFolder } from '../helpers/test-server.js';

describe('keepStatements', () => {
  test('prepares a statement once, and again after it failed', async (t) => {
    const database = new LibsqlDatabase(join(await makeFolder(t), 'kept.sqlite'));
    t.after(() => database.close());
    database.exec('create table things (name text primary key)');
    const prepared: string[] = [];
    const kept = keepStatements({
      exec: (text) => database.exec(text),
      close: () => database.close(),
      get inTransaction() {
        return database.inTransaction;
      },
      prepare: (text) => {
        prepared.push(text);
        return database.prepare(text) as never;
      },
    });
    const insert = 'insert into things values (?)';
    kept.prepare(insert).run(['a']);
    kept.prepare(insert).run(['b']);
    assert.equal(prepared.length, 1);
    assert.throws(() => kept.prepare(insert).run(['a']), { code: /^SQLITE_CONSTRAINT/ });
    kept.prepare(insert).run(['c']);
    assert.equal(prepared.length, 2);
    assert.deepEqual(kept.prepare('select name from things order by name').all([]), [
      { name: 'a' },
      { name: 'b' },
      { name: 'c' },
    ]);
    for (let number = 0; number < 300; number += 1) kept.prepare(`select ${number}`).all([]);
    kept.prepare(insert).run(['d']);
    assert.equal(prepared.length, 2 + 1 + 300 + 1);
  });
});
