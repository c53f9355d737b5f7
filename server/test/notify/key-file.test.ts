import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { StartError } from '../../src/lib/start-error.js';
import { readKeyFile } from '../../src/notify/key-file.js';
import { makeFolder } from '../helpers/test-server.js';

describe('the key file', () => {
  test('is made once, readable by this user only, and read again', async (t) => {
    const folder = join(await makeFolder(t), 'made');
    const key = readKeyFile(folder);
    assert.equal(key.length, 32);
    assert.deepEqual(readKeyFile(folder), key);
    assert.equal((await stat(join(folder, 'notify.key'))).mode & 0o077, 0);
    assert.notDeepEqual(readKeyFile(await makeFolder(t)), key);
  });

  test('is named, not used and not overwritten when it is not a key', async (t) => {
    const folder = await makeFolder(t);
    const file = join(folder, 'notify.key');
    await writeFile(file, 'half a k');
    assert.throws(
      () => readKeyFile(folder),
      (error) => error instanceof StartError && /notify\.key is not a key/.test(error.message),
    );
    assert.equal(await readFile(file, 'utf8'), 'half a k');
    assert.throws(() => readKeyFile(join(file, 'below')), StartError);
  });
});
