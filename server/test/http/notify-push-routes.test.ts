import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { assertValidHtml } from '../helpers/html-rules.js';
import { type NotifyHost, startNotifyHost } from '../helpers/notify-host.js';
import {
  makeBrowser,
  type PushService,
  readVapid,
  startPushService,
} from '../helpers/push-service.js';
import { waitFor } from '../helpers/test-server.js';

const CONTACT = 'mailto:status@host.example';

const start = async (
  t: TestContext,
  environment: Record<string, string> = {},
): Promise<{ push: PushService; host: NotifyHost; key: string }> => {
  const push = await startPushService(t);
  const host = await startNotifyHost(t, {
    MAIL_FROM: 'Status <status@host.example>',
    PUSH_NETWORKS: '127.0.0.1/32',
    ...environment,
  });
  const html = await (await fetch(`${host.url}/kik`)).text();
  await assertValidHtml(html, 'page with push');
  const [, key = ''] = /data-key="([\w-]{87})"/.exec(html) ?? [];
  return { push, host, key };
};

const ask = (
  { url }: NotifyHost,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/notify/push/${path}`, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const waitForPushes = (push: PushService, count: number): Promise<true> =>
  waitFor(`${count} pushes`, () => (push.pushes.length >= count ? true : undefined));

const outcomes = async ({ url }: NotifyHost): Promise<string> =>
  (await (await fetch(`${url}/v1/metrics`)).text())
    .split('\n')
    .filter((line) => line.startsWith('outage_status_notifications_total{'))
    .join('\n');

describe('push', () => {
  test('reaches the browser that asked, encrypted for it and signed for the push service', async (t) => {
    const { push, host, key } = await start(t);
    const browser = makeBrowser(`${push.url}/send/1`);
    const { subscription } = browser;
    const { endpoint } = subscription;
    const look = async (): Promise<unknown> => (await ask(host, 'kik/look', { endpoint })).json();
    assert.deepEqual(await look(), { wants: null });
    const wish = { subscription, wants: 'both', language: 'en' };
    for (let times = 0; times < 2; times += 1) {
      assert.equal((await ask(host, 'kik/start', wish)).status, 204);
    }
    assert.deepEqual(await look(), { wants: 'both' });
    await host.decide('partial_outage', Date.UTC(2099, 0, 1, 9, 35));
    await waitForPushes(push, 1);
    const [message] = push.pushes;
    assert.equal(message?.path, '/send/1');
    assert.deepEqual(JSON.parse(browser.read(message.body)), {
      title: 'Kik: users report problems',
      body: 'Partial outage · 2099-01-01 09:35 UTC',
      url: `${host.url}/kik`,
      tag: 'outage-status-kik',
      lang: 'en',
      dir: 'ltr',
    });
    assert.throws(() => makeBrowser(endpoint).read(message.body));
    const { headers } = message;
    assert.deepEqual(
      [headers['content-encoding'], headers.ttl, headers.urgency],
      ['aes128gcm', '7200', 'high'],
    );
    assert.match(String(headers.topic), /^[\w-]{1,32}$/);
    const claims = readVapid(headers.authorization ?? '', key);
    assert.deepEqual([claims.aud, claims.sub], [push.url, CONTACT]);
    assert.ok(claims.exp * 1000 - Date.now() <= 24 * 3_600_000);

    assert.equal((await ask(host, 'kik/stop', { endpoint })).status, 204);
    assert.equal((await ask(host, 'kik/stop', { endpoint })).status, 204);
    assert.deepEqual(await look(), { wants: null });
    await host.decide('operational', Date.UTC(2099, 0, 1, 9, 36));
    await ask(host, 'discord/start', wish);
    await waitFor('the outbox', async () =>
      (await host.store.notifications.readUntold()).length === 0 ? true : undefined,
    );
    assert.equal(push.pushes.length, 1);
    assert.doesNotMatch(host.logged(), /send\/1/);
  });

  test('forgets a browser that its push service no longer knows', async (t) => {
    for (const status of [404, 410]) {
      const { push, host } = await start(t);
      const { subscription } = makeBrowser(`${push.url}/${status}`);
      await ask(host, 'kik/start', { subscription, wants: 'both', language: 'ar' });
      push.answerWith(status);
      await host.decide('major_outage');
      await waitForPushes(push, 1);
      const { endpoint } = subscription;
      await waitFor('the end', async () => {
        const { wants } = (await (await ask(host, 'kik/look', { endpoint })).json()) as {
          wants: string | null;
        };
        return wants === null ? true : undefined;
      });
      assert.match(await outcomes(host), /outcome="gone"\} 1/);
    }
  });

  test('is tried again when the push service says later, not when it refuses, and follows no redirect', async (t) => {
    const rows: [status: number, outcome: string][] = [
      [429, 'failed'],
      [503, 'failed'],
      [401, 'failed'],
      [403, 'failed'],
      [413, 'refused'],
      [307, 'refused'],
    ];
    for (const [status, outcome] of rows) {
      const { push, host } = await start(t);
      const { subscription } = makeBrowser(`${push.url}/1`);
      await ask(host, 'kik/start', { subscription, wants: 'both', language: 'en' });
      push.answerWith(status);
      await host.decide('major_outage');
      await waitFor(`${outcome} after ${status}`, async () =>
        (await outcomes(host)).includes(`outcome="${outcome}"} 1`) ? true : undefined,
      );
      assert.equal(push.pushes.length, 1);
      const namesSettings = /refuses the contact mailto:status@host\.example/.test(host.logged());
      assert.equal(namesSettings, status === 401 || status === 403);
    }
  });

  test('follows a browser to its new endpoint, with what it wants of every service', async (t) => {
    const { push, host } = await start(t);
    const old = makeBrowser(`${push.url}/old`).subscription;
    const renewed = makeBrowser(`${push.url}/new`);
    const { subscription } = renewed;
    const look = async (service: string, { endpoint }: { endpoint: string }): Promise<unknown> =>
      (await ask(host, `${service}/look`, { endpoint })).json();
    const wish = { subscription: old, language: 'en' };
    await ask(host, 'kik/start', { ...wish, wants: 'outage' });
    await ask(host, 'discord/start', { ...wish, wants: 'recovery' });
    const answers = await Promise.all(
      [old.endpoint, old.endpoint, 'https://push.example/unknown'].map((endpoint) =>
        ask(host, 'renew', { old: endpoint, subscription }),
      ),
    );
    for (const answer of answers) assert.deepEqual([answer.status, await answer.text()], [204, '']);
    assert.deepEqual(await look('kik', subscription), { wants: 'outage' });
    assert.deepEqual(await look('discord', subscription), { wants: 'recovery' });
    for (const service of ['kik', 'discord']) {
      assert.deepEqual(await look(service, old), { wants: null });
    }
    await host.decide('major_outage');
    await waitForPushes(push, 1);
    assert.deepEqual(
      push.pushes.map(({ path }) => path),
      ['/new'],
    );
    assert.match(renewed.read(push.pushes[0]?.body ?? Buffer.alloc(0)), /Kik/);
  });

  test('moves nothing for other sites, to a forbidden address, or without the old endpoint', async (t) => {
    const { push, host } = await start(t);
    const { subscription } = makeBrowser(`${push.url}/1`);
    const { endpoint } = subscription;
    await ask(host, 'kik/start', { subscription, wants: 'both', language: 'en' });
    const taken = makeBrowser(`${push.url}/2`).subscription;
    const foreign = { Origin: 'https://evil.example' };
    const body = { old: endpoint, subscription: taken };
    assert.equal((await ask(host, 'renew', body, foreign)).status, 403);
    const bad: [body: unknown, path?: string][] = [
      [{ subscription: taken }, 'old'],
      [{ old: 7, subscription: taken }, 'old'],
      [{ old: endpoint }, 'subscription'],
      [{ old: endpoint, subscription: { endpoint: taken.endpoint } }, 'subscription.keys'],
      [
        { old: endpoint, subscription: { ...taken, endpoint: 'https://169.254.169.254/1' } },
        'subscription.endpoint',
      ],
      ['{'],
    ];
    for (const [wrong, path] of bad) {
      const answer = await ask(host, 'renew', wrong);
      assert.equal(answer.status, 400, JSON.stringify(wrong));
      const { error } = (await answer.json()) as { error: { path?: string } };
      assert.equal(error.path, path);
    }
    assert.deepEqual(await (await ask(host, 'kik/look', { endpoint })).json(), { wants: 'both' });
    let last = 0;
    for (let tries = 0; tries < 25; tries += 1) {
      last = (await ask(host, 'renew', { old: `${endpoint}${tries}`, subscription: taken })).status;
    }
    assert.equal(last, 429);
  });

  test('accepts requests from this server’s own pages only', async (t) => {
    const { push, host } = await start(t);
    const { subscription } = makeBrowser(`${push.url}/1`);
    const wish = { subscription, wants: 'both', language: 'en' };
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const headers of foreign) {
      for (const action of ['start', 'stop', 'look']) {
        const answer = await ask(host, `kik/${action}`, { ...wish, ...subscription }, headers);
        assert.equal(answer.status, 403);
        assert.match(await answer.text(), /"code":"forbidden"/);
      }
    }
    const plain = await ask(host, 'kik/start', wish, { 'Content-Type': 'text/plain' });
    assert.equal(plain.status, 415);
  });

  test('refuses what is no subscription, naming the field, and too many tries', async (t) => {
    const { push, host } = await start(t, { PUSH_NETWORKS: '' });
    const { subscription } = makeBrowser('https://push.example/1');
    const wish = { subscription, wants: 'both', language: 'en' };
    const at = (endpoint: string): unknown => ({
      ...wish,
      subscription: { ...subscription, endpoint },
    });
    const bad: [body: unknown, status: number, path?: string][] = [
      ['{', 400],
      [[], 400],
      [{}, 400, 'subscription'],
      [{ ...wish, wants: 'x' }, 400, 'wants'],
      [{ ...wish, language: 7 }, 400, 'language'],
      [at(`${push.url}/1`), 400, 'subscription.endpoint'],
      [at('https://169.254.169.254/1'), 400, 'subscription.endpoint'],
      [at('https://user:secret@push.example/1'), 400, 'subscription.endpoint'],
      [{ ...wish, more: 'x'.repeat(5000) }, 413],
    ];
    for (const [body, status, path] of bad) {
      const answer = await ask(host, 'kik/start', body);
      assert.equal(answer.status, status, JSON.stringify(body).slice(0, 80));
      const { error } = (await answer.json()) as { error: { path?: string } };
      assert.equal(error.path, path);
    }
    assert.equal((await ask(host, 'nobody/start', wish)).status, 404);
    assert.equal((await ask(host, 'kik/stop', {})).status, 400);
    let last = 0;
    for (let tries = 0; tries < 25; tries += 1) last = (await ask(host, 'kik/start', wish)).status;
    assert.equal(last, 429);
  });

  test('keeps its key, or uses the one from the settings', async (t) => {
    const { key, host } = await start(t);
    const again = await (await fetch(`${host.url}/discord`)).text();
    assert.ok(again.includes(key));
    const { key: set } = await start(t, { VAPID_PRIVATE_KEY: 'A'.repeat(42) + 'E' });
    assert.match(set, /^B[\w-]{86}$/);
    assert.notEqual(set, key);
  });

  test('is left out where push services could not reach the operator', async (t) => {
    const host = await startNotifyHost(t, {});
    const html = await (await fetch(`${host.url}/kik`)).text();
    assert.doesNotMatch(html, /notify-push|notify\.js/);
    assert.equal((await ask(host, 'kik/look', { endpoint: 'x' })).status, 404);
  });
});
