import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Keyring } from '../../src/notify/keyring.js';

describe('Keyring', () => {
  const keyring = new Keyring(Buffer.alloc(32, 7));

  test('opens a sealed text with the same key for the same purpose, and not otherwise', () => {
    const sealed = keyring.seal('email', 'ann@mail.example ✓');
    assert.equal(keyring.open('email', sealed), 'ann@mail.example ✓');
    assert.equal(keyring.open('push', sealed), undefined);
    assert.equal(new Keyring(Buffer.alloc(32, 8)).open('email', sealed), undefined);
    assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /ann|mail/);
    assert.notEqual(keyring.seal('email', 'a'), keyring.seal('email', 'a'));
  });

  test('opens no sealed text with a changed byte, or one that is cut or empty', () => {
    const bytes = Buffer.from(keyring.seal('email', 'ann'), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      assert.equal(keyring.open('email', changed.toString('base64url')), undefined);
      assert.equal(
        keyring.open('email', bytes.subarray(0, index).toString('base64url')),
        undefined,
      );
    }
    for (const text of ['', '!!!', 'x'.repeat(100_000)]) {
      assert.equal(keyring.open('email', text), undefined);
    }
  });

  test('hashes recipients differently for every key and channel', () => {
    const hash = keyring.hashRecipient('email', 'ann@mail.example');
    assert.equal(keyring.hashRecipient('email', 'ann@mail.example'), hash);
    assert.notEqual(keyring.hashRecipient('push', 'ann@mail.example'), hash);
    const other = new Keyring(Buffer.alloc(32, 8));
    assert.notEqual(other.hashRecipient('email', 'ann@mail.example'), hash);
  });
});
