import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mailboxOf, readEmailAddress } from '../../src/notify/email-address.js';

describe('an email address', () => {
  const rows: [typed: string, read: string | undefined][] = [
    ['ann@mail.example', 'ann@mail.example'],
    ['  Ann.O-Hara+kik@Mail.Example ', 'Ann.O-Hara+kik@mail.example'],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['user@example.рф', 'user@example.xn--p1ai'],
    ['user@xn--e1afmkfd.xn--p1ai', 'user@xn--e1afmkfd.xn--p1ai'],
    ['r&d@mail.example', 'r&d@mail.example'],
    ["!#$%&'*+/=?^_`{|}~-@mail.example", "!#$%&'*+/=?^_`{|}~-@mail.example"],
    ['a.b.c@sub.mail-1.example', 'a.b.c@sub.mail-1.example'],
    ['1@2.example', '1@2.example'],
    ['', undefined],
    ['.ann@mail.example', undefined],
    ['ann.@mail.example', undefined],
    ['ann..b@mail.example', undefined],
    ['ann@-mail.example', undefined],
    ['ann@mail-.example', undefined],
    ['ann@mail..example', undefined],
    ['ann@mail.example.', undefined],
    ['ann@192.0.2.1', undefined],
    ['ann@mail.123', undefined],
    [`ann@${'a'.repeat(64)}.example`, undefined],
    ['ann', undefined],
    ['@mail.example', undefined],
    ['ann@', undefined],
    ['ann@localhost', undefined],
    ['ann@mail.example, bob@mail.example', undefined],
    ['Ann <ann@mail.example>', undefined],
    ['"ann smith"@mail.example', undefined],
    ['ann@mail.example\r\nBcc: bob@mail.example', undefined],
    ['ann\u0000@mail.example', undefined],
    ['ann@mail.example\u0000', undefined],
    ['ann(comment)@mail.example', undefined],
    ['анна@mail.example', undefined],
    ['ann@[127.0.0.1]', undefined],
    ['ann@mail.example>', undefined],
    [`${'a'.repeat(65)}@mail.example`, undefined],
    [`ann@${'a'.repeat(300)}.example`, undefined],
    ['a'.repeat(1_000_000), undefined],
  ];
  for (const [typed, read] of rows) {
    test(`reads ${JSON.stringify(typed.slice(0, 40))} as ${read ?? 'invalid'}`, () => {
      assert.equal(readEmailAddress(typed), read);
    });
  }

  test('is one mailbox with its variants', () => {
    assert.equal(mailboxOf('Ann+kik@mail.example'), mailboxOf('ann@mail.example'));
    assert.notEqual(mailboxOf('ann.b@mail.example'), mailboxOf('ann@mail.example'));
  });
});
