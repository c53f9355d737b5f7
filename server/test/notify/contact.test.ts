import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findContact } from '../../src/notify/contact.js';

describe('the contact for push services', () => {
  const rows: [mailFrom: string, publicUrl: string | undefined, contact: string | undefined][] = [
    ['', undefined, undefined],
    ['', 'http://status.example', undefined],
    ['', 'https://status.example', 'https://status.example'],
    ['status@host.example', undefined, 'mailto:status@host.example'],
    ['Status <status@host.example>', 'http://status.example', 'mailto:status@host.example'],
    ['status@host.example', 'https://status.example/kik', 'https://status.example/kik'],
    ['status@localhost', 'https://status.example', 'https://status.example'],
    ['status@mail.local', 'https://status.example', 'https://status.example'],
    ['status@host.example', 'https://localhost:4780', 'mailto:status@host.example'],
    ['status@host.example', 'https://127.0.0.1', 'mailto:status@host.example'],
    ['status@host.example', 'https://[::1]:8443', 'mailto:status@host.example'],
    ['status@localhost', 'https://localhost', 'https://localhost'],
    ['status@localhost', undefined, 'mailto:status@localhost'],
  ];
  for (const [mailFrom, publicUrl, contact] of rows) {
    test(`${mailFrom || 'no sender'} and ${publicUrl ?? 'no address'} make ${contact ?? 'none'}`, () => {
      assert.equal(findContact({ mailFrom, publicUrl }), contact);
    });
  }
});
