import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toAddressPrefix } from '../../src/reports/address-prefix.js';

describe('toAddressPrefix', () => {
  const table: [address: string | undefined, prefix: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['unknown', 'unknown'],
    ['1', 'unknown'],
    ['0x7f.1', 'unknown'],
    ["'; drop table voices", 'unknown'],
  ];
  for (const [address, prefix] of table) {
    test(`reduces ${address ?? 'a missing address'} to ${prefix}`, () =>
      assert.equal(toAddressPrefix(address), prefix));
  }
});
