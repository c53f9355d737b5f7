import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Status } from 'outage-status/feed';
import { HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { backOffMs } from '../../src/notify/back-off.js';
import { mailboxOf, readEmailAddress } from '../../src/notify/email-address.js';
import { judgeNews } from '../../src/notify/judge-news.js';
import { readKeyFile } from '../../src/notify/key-file.js';
import { Keyring } from '../../src/notify/keyring.js';
import { isAllowedEndpoint, pushSubscriptionSchema } from '../../src/notify/push-subscription.js';
import {
  CONFIRM_MS,
  readConfirmToken,
  readUnsubscribeToken,
  writeConfirmToken,
  writeUnsubscribeToken,
} from '../../src/notify/tokens.js';
import { AddressRule } from '../../src/lib/address-rule.js';
import type { Wants } from '../../src/render/notify-message.js';
import { StartError } from '../../src/lib/start-error.js';
import { makeBrowser } from '../helpers/push-service.js';
import { makeFolder } from '../helpers/test-server.js';

const KEY = Buffer.alloc(32, 7);

describe('judgeNews', () => {
  const rows: [
    known: Status,
    now: Status,
    wants: Wants,
    kind: string,
    wanted: boolean,
    knows: Status,
  ][] = [
    ['operational', 'degraded_performance', 'both', 'outage', true, 'degraded_performance'],
    ['operational', 'major_outage', 'outage', 'outage', true, 'major_outage'],
    ['operational', 'major_outage', 'recovery', 'outage', false, 'major_outage'],
    ['degraded_performance', 'partial_outage', 'both', 'outage', true, 'partial_outage'],
    ['partial_outage', 'partial_outage', 'both', 'nothing', false, 'partial_outage'],
    ['major_outage', 'partial_outage', 'both', 'nothing', false, 'major_outage'],
    ['partial_outage', 'operational', 'both', 'recovery', true, 'operational'],
    ['partial_outage', 'operational', 'recovery', 'recovery', true, 'operational'],
    ['partial_outage', 'operational', 'outage', 'recovery', false, 'operational'],
    ['operational', 'operational', 'both', 'nothing', false, 'operational'],
    ['unknown', 'operational', 'both', 'nothing', false, 'operational'],
    ['unknown', 'degraded_performance', 'both', 'outage', true, 'degraded_performance'],
  ];
  for (const [known, now, wants, kind, wanted, knownStatus] of rows) {
    test(`calls ${known} → ${now} for ${wants}: ${kind}`, () => {
      assert.deepEqual(judgeNews(known, now, wants), { kind, wanted, knownStatus });
    });
  }
});

test('doubles the wait after a failed try up to an hour, half of it by chance', () => {
  assert.equal(backOffMs(0, 0), MINUTE_MS / 2);
  assert.equal(backOffMs(0, 1), MINUTE_MS);
  assert.equal(backOffMs(3, 1), 8 * MINUTE_MS);
  for (const tries of [6, 10, 1000]) assert.equal(backOffMs(tries, 1), HOUR_MS);
  const waits = new Set(Array.from({ length: 20 }, () => backOffMs(4)));
  assert.ok(waits.size > 1);
});

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

describe('a sealed text', () => {
  const keyring = new Keyring(KEY);

  test('opens with the same key for the same purpose, and not otherwise', () => {
    const sealed = keyring.seal('email', 'ann@mail.example ✓');
    assert.equal(keyring.open('email', sealed), 'ann@mail.example ✓');
    assert.equal(keyring.open('push', sealed), undefined);
    assert.equal(new Keyring(Buffer.alloc(32, 8)).open('email', sealed), undefined);
    assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /ann|mail/);
    assert.notEqual(keyring.seal('email', 'a'), keyring.seal('email', 'a'));
  });

  test('does not open when any byte is changed, or when it is cut or empty', () => {
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

  test('a keyring hashes recipients differently for every key and channel', () => {
    const hash = keyring.hashRecipient('email', 'ann@mail.example');
    assert.equal(keyring.hashRecipient('email', 'ann@mail.example'), hash);
    assert.notEqual(keyring.hashRecipient('push', 'ann@mail.example'), hash);
    const other = new Keyring(Buffer.alloc(32, 8));
    assert.notEqual(other.hashRecipient('email', 'ann@mail.example'), hash);
  });
});

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

describe('mail links', () => {
  const keyring = new Keyring(KEY);
  const nowMs = Date.UTC(2026, 10, 22);
  const request = {
    serviceId: 'kik',
    email: 'ann@mail.example',
    wants: 'both' as const,
    language: 'en',
    expiresAtMs: nowMs + CONFIRM_MS,
  };

  test('hold the confirmation request until they expire', () => {
    const token = writeConfirmToken(keyring, request);
    assert.match(token, /^[\w-]+$/);
    assert.deepEqual(readConfirmToken(keyring, token, nowMs + CONFIRM_MS), request);
    assert.equal(readConfirmToken(keyring, token, nowMs + CONFIRM_MS + 1), 'expired');
  });

  test('are refused when they are forged, or of another server or purpose', () => {
    const foreign = writeConfirmToken(new Keyring(Buffer.alloc(32, 8)), request);
    const otherPurpose = keyring.seal('email', JSON.stringify(request));
    const unsubscribe = writeUnsubscribeToken(keyring, { serviceId: 'kik', recipientHash: 'h' });
    const malformed = keyring.seal('confirm', '{"serviceId":');
    const incomplete = keyring.seal('confirm', '{"serviceId":"kik"}');
    for (const token of ['', 'x', foreign, otherPurpose, unsubscribe, malformed, incomplete]) {
      assert.equal(readConfirmToken(keyring, token, nowMs), 'forged');
    }
  });

  test('name one service and one recipient to unsubscribe, and never expire', () => {
    const token = writeUnsubscribeToken(keyring, { serviceId: 'kik', recipientHash: 'hash' });
    assert.deepEqual(readUnsubscribeToken(keyring, token), {
      serviceId: 'kik',
      channel: 'email',
      recipientHash: 'hash',
    });
    const signature = token.split('.')[2]!;
    const forged = [
      '',
      '..',
      `discord.hash.${signature}`,
      `kik.other.${signature}`,
      `kik.hash.${signature.slice(1)}`,
      `${token}.more`,
      writeConfirmToken(keyring, request),
      writeUnsubscribeToken(new Keyring(Buffer.alloc(32, 8)), {
        serviceId: 'kik',
        recipientHash: 'hash',
      }),
    ];
    for (const one of forged) assert.equal(readUnsubscribeToken(keyring, one), undefined, one);
  });
});

describe('a push subscription', () => {
  const browser = makeBrowser('https://push.example/1');

  test('is accepted as browsers write it', () => {
    const written = { ...browser.subscription, expirationTime: null };
    assert.deepEqual(pushSubscriptionSchema.parse(written), browser.subscription);
  });

  test('is refused with invalid keys', () => {
    const { endpoint, keys } = browser.subscription;
    const wrong: unknown[] = [
      null,
      {},
      { endpoint, keys: {} },
      { endpoint: 7, keys },
      { endpoint: `https://push.example/${'x'.repeat(1000)}`, keys },
      { endpoint, keys: { ...keys, auth: 'AAAA' } },
      { endpoint, keys: { ...keys, p256dh: keys.p256dh.slice(1) } },
      // Of the right length, and no point of the curve.
      { endpoint, keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } },
    ];
    for (const one of wrong) assert.ok(!pushSubscriptionSchema.safeParse(one).success);
  });

  const rows: [endpoint: string, allowed: boolean, networks?: string[]][] = [
    ['https://push.example/1', true],
    ['http://push.example/1', false],
    ['https://user:secret@push.example/1', false],
    ['https://127.0.0.1/1', false],
    ['https://localhost/1', false],
    ['https://[::1]/1', false],
    ['https://[::ffff:10.0.0.1]/1', false],
    ['https://10.0.0.1/1', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://2130706433/1', false],
    ['ftp://push.example/1', false],
    ['push.example', false],
    ['http://127.0.0.1:9000/1', true, ['127.0.0.1/32']],
    ['http://10.0.0.1/1', false, ['10.0.0.0/8']],
    ['https://10.0.0.1/1', true, ['10.0.0.0/8']],
  ];
  for (const [endpoint, allowed, networks = []] of rows) {
    test(`is ${allowed ? 'accepted' : 'refused'} at ${endpoint}${networks.length > 0 ? ` with ${networks.join()}` : ''}`, () => {
      assert.equal(isAllowedEndpoint(endpoint, new AddressRule(networks)), allowed);
    });
  }
});
