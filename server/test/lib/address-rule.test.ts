import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';

describe('AddressRule', () => {
  const rows: [address: string, allowed: boolean][] = [
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['127.8.8.8', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::7f00:1', false],
    ['2002:7f00:1::', false],
    ['::7f00:1', false],
    ['::ffff:0:7f00:1', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['3fff::1', false],
    ['2001:db8::1', false],
    ['not an address', false],
  ];
  for (const [address, allowed] of rows) {
    test(`${allowed ? 'allows' : 'refuses'} ${address}`, () => {
      assert.equal(new AddressRule([]).allows(address), allowed);
    });
  }

  test('allows the addresses of named networks, and no private ones beside them', () => {
    const rule = new AddressRule(['10.1.0.0/16', 'fd00:1::/32']);
    const asked = ['10.1.9.9', '10.2.0.1', 'fd00:1::5', 'fd00:2::5', '::ffff:10.1.0.1'];
    assert.deepEqual(
      asked.map((address) => rule.allows(address)),
      [true, false, true, false, true],
    );
  });
});
