import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Keyring } from '../../src/notify/keyring.js';
import {
  CONFIRM_MS,
  readConfirmToken,
  readUnsubscribeToken,
  writeConfirmToken,
  writeUnsubscribeToken,
} from '../../src/notify/tokens.js';

describe('mail links', () => {
  const keyring = new Keyring(Buffer.alloc(32, 7));
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
