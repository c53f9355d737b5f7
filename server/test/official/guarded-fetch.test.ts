import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { createGuardedFetch, guardLookup } from '../../src/official/guarded-fetch.js';

const LOOPBACK = ['127.0.0.1/32', '::1/128'];

/** Serves on a free port of this machine, until the test ends. */
const serve = async (t: TestContext, listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
};

describe('guarded fetch', () => {
  const knows = (...addresses: string[]): typeof lookup =>
    ((_name: string, _options: object, callback: (error: null, found: object[]) => void) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as typeof lookup;

  const lookUp = (rule: AddressRule, look: typeof lookup): Promise<unknown> =>
    new Promise((resolve, reject) => {
      guardLookup(rule, look)('vendor.example', { all: true }, (error, found) =>
        error ? reject(error) : resolve(found),
      );
    });

  test('refuses a public name with a private address, also beside a public one', async () => {
    const rule = new AddressRule([]);
    const refusal = /vendor.example has an address that is not public/;
    await assert.rejects(lookUp(rule, knows('10.0.0.1')), refusal);
    await assert.rejects(lookUp(rule, knows('93.184.216.34', '::1')), refusal);
    await assert.rejects(lookUp(rule, knows()), /has no address/);
    assert.deepEqual(await lookUp(rule, knows('93.184.216.34')), [
      { address: '93.184.216.34', family: 4 },
    ]);
  });

  test('does not connect to this machine by name, unless the operator allows it', async (t) => {
    let asked = 0;
    const port = await serve(t, (_request, response) => {
      asked += 1;
      response.end('{}');
    });
    const url = new URL(`http://localhost:${port}/`);
    await assert.rejects(createGuardedFetch(new AddressRule([]))(url), (error: Error) =>
      /not public/.test((error.cause as Error).message),
    );
    assert.equal(asked, 0);
    const response = await createGuardedFetch(new AddressRule(LOOPBACK))(url);
    assert.equal(await response.text(), '{}');
    assert.equal(asked, 1);
  });
});
