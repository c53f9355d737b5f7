import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { makeLog } from '../helpers/notify-host.js';
import { startServer, type TestServer } from '../helpers/test-server.js';

const start = async (
  t: TestContext,
  trustedProxies: string,
): Promise<TestServer & { logged: () => string }> => {
  const { log, logged } = makeLog();
  const server = await startServer(t, { TRUSTED_PROXIES: trustedProxies }, { log });
  return { ...server, logged };
};

/** Asks for a challenge, which reads the visitor's address as a report does. */
const ask = async (
  { url }: TestServer,
  headers: (visitor: number) => Record<string, string>,
  count = 30,
): Promise<void> => {
  for (let visitor = 0; visitor < count; visitor += 1) {
    await fetch(`${url}/v1/services/kik/challenge`, { headers: headers(visitor) });
  }
};

const readWarnings = async ({ url }: TestServer): Promise<string[]> => {
  const health = await (await fetch(`${url}/v1/health`)).json();
  return (health as { warnings: string[] }).warnings;
};

const readMetric = async ({ url }: TestServer): Promise<string | undefined> =>
  (await (await fetch(`${url}/v1/metrics`)).text())
    .split('\n')
    .find((line) => line.startsWith('outage_status_untrusted_forwards_total '));

const warningsIn = (logged: string): string[] =>
  logged.split('\n').filter((line) => line.includes('TRUSTED_PROXIES'));

describe('a proxy that the operator has not named', () => {
  test('is logged once with the setting and its address, in health, and as a metric', async (t) => {
    const server = await start(t, '');
    await ask(server, (visitor) => ({ 'X-Forwarded-For': `203.0.113.${visitor}` }));
    const [line = '', ...more] = warningsIn(server.logged());
    assert.match(line, /TRUSTED_PROXIES=127\.0\.0\.1/);
    assert.deepEqual(more, []);
    assert.doesNotMatch(server.logged(), /203\.0\.113\./);
    const [warning = ''] = await readWarnings(server);
    assert.match(warning, /not in TRUSTED_PROXIES/);
    assert.doesNotMatch(warning, /\d\.\d/);
    assert.equal(await readMetric(server), 'outage_status_untrusted_forwards_total 30');
  });

  test('is found behind one that is named', async (t) => {
    const server = await start(t, 'loopback');
    await ask(server, (visitor) => ({ 'X-Forwarded-For': `203.0.113.${visitor}, 10.1.2.3` }));
    assert.match(warningsIn(server.logged())[0] ?? '', /TRUSTED_PROXIES=10\.1\.2\.3/);
  });

  test('stays without its address where that is public', async (t) => {
    const server = await start(t, 'loopback');
    await ask(server, (visitor) => ({ 'X-Forwarded-For': `203.0.113.${visitor}, 8.8.4.4` }));
    assert.match(warningsIn(server.logged())[0] ?? '', /public address/);
    assert.doesNotMatch(server.logged(), /8\.8\.4\.4/);
  });

  test('is not suspected for one visitor who writes the header', async (t) => {
    const server = await start(t, '');
    await ask(server, () => ({ 'X-Forwarded-For': '203.0.113.7' }));
    assert.deepEqual(warningsIn(server.logged()), []);
    assert.deepEqual(await readWarnings(server), []);
  });
});

describe('a proxy that the operator has named', () => {
  test('causes no warning when it forwards addresses', async (t) => {
    const server = await start(t, 'loopback');
    await ask(server, (visitor) => ({ 'X-Forwarded-For': `203.0.113.${visitor}` }));
    await ask(server, () => ({}), 2);
    assert.deepEqual(warningsIn(server.logged()), []);
    assert.equal(await readMetric(server), 'outage_status_untrusted_forwards_total 0');
  });

  test('is named when it forwards addresses in another header only', async (t) => {
    for (const header of ['X-Real-IP', 'Forwarded', 'CF-Connecting-IP']) {
      const server = await start(t, 'loopback');
      await ask(server, (visitor) => ({ [header]: `203.0.113.${visitor}` }), 3);
      const lines = warningsIn(server.logged());
      assert.equal(lines.length, 1, header);
      assert.match(lines[0] ?? '', new RegExp(header.toLowerCase()));
      assert.doesNotMatch(server.logged(), /203\.0\.113\./);
    }
  });
});
