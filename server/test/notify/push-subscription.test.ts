import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { isAllowedEndpoint, pushSubscriptionSchema } from '../../src/notify/push-subscription.js';
import { makeBrowser } from '../helpers/push-service.js';

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
