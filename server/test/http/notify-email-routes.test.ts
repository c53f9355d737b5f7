import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { Keyring } from '../../src/notify/keyring.js';
import { writeConfirmToken, writeUnsubscribeToken } from '../../src/notify/tokens.js';
import { assertValidHtml } from '../helpers/html-rules.js';
import {
  linkIn,
  type MailServer,
  type ReceivedMail,
  startMailServer,
} from '../helpers/mail-server.js';
import { type NotifyHost, startNotifyHost } from '../helpers/notify-host.js';
import { waitFor } from '../helpers/test-server.js';

const KEY = 'ab'.repeat(32);
const keyring = new Keyring(Buffer.from(KEY, 'hex'));
const ANN = 'ann@mail.example';

const start = async (
  t: TestContext,
  environment: Record<string, string> = {},
): Promise<{ mail: MailServer; host: NotifyHost }> => {
  const mail = await startMailServer(t);
  const host = await startNotifyHost(t, {
    SMTP_URL: mail.url,
    MAIL_FROM: 'Outage status <status@host.example>',
    NOTIFY_KEY: KEY,
    ...environment,
  });
  return { mail, host };
};

const wish = (fields: Record<string, string> = {}): Record<string, string> => ({
  email: ANN,
  wants: 'both',
  lang: 'en',
  ...fields,
});

/** Asks and confirms, as a visitor does. */
const signUp = async (
  { mail, host }: { mail: MailServer; host: NotifyHost },
  fields: Record<string, string> = {},
  id = 'kik',
): Promise<void> => {
  const before = mail.mails.length;
  await host.submit(`/notify/email/${id}`, wish(fields));
  const request = await mail.waitForMail(before + 1);
  const answer = await host.submit('/notify/confirm', {
    token: new URL(linkIn(request, '/notify/confirm')).searchParams.get('token') ?? '',
  });
  assert.equal(answer.status, 200);
};

/** A header as it came, unfolded. */
const header = ({ source }: ReceivedMail, name: string): string =>
  (new RegExp(`^${name}:(.*(?:\r\n[ \t].*)*)`, 'im').exec(source)?.[1] ?? '')
    .replace(/\r\n/g, '')
    .trim();

describe('mail subscriptions', () => {
  test('lead from the form to the mails and back out, without JavaScript', async (t) => {
    const parts = await start(t);
    const { mail, host } = parts;
    const page = await (await fetch(`${host.url}/kik`)).text();
    assert.match(page, /<form class="form" action="notify\/email\/kik" method="post">/);

    const asked = await host.submit('/notify/email/kik', wish());
    assert.equal(asked.status, 200);
    assert.equal(asked.headers.get('cache-control'), 'no-store');
    await assertValidHtml(await asked.text(), 'asked');
    const request = await mail.waitForMail(1);
    assert.deepEqual(request.recipients, [ANN]);
    assert.equal(request.parsed.subject, 'Please confirm: notifications about Kik');
    assert.equal(header(request, 'List-Unsubscribe'), '');

    // No message goes out before the confirmation, and following the link confirms nothing.
    const link = linkIn(request, '/notify/confirm');
    assert.ok(link.startsWith(`${host.url}/notify/confirm?token=`));
    for (let visits = 0; visits < 3; visits += 1) {
      const visit = await fetch(link);
      assert.equal(visit.status, 200);
      assert.equal(visit.headers.get('referrer-policy'), 'same-origin');
      const html = await visit.text();
      await assertValidHtml(html, 'confirm');
      assert.match(html, /<form class="form" action="confirm" method="post">/);
    }
    await host.decide('partial_outage');
    await host.decide('operational');
    const token = new URL(link).searchParams.get('token') ?? '';
    const confirmed = await host.submit('/notify/confirm', { token });
    await assertValidHtml(await confirmed.text(), 'confirmed');
    assert.equal((await host.submit('/notify/confirm', { token })).status, 200);

    await host.decide('major_outage');
    const outage = await mail.waitForMail(2);
    assert.equal(outage.parsed.subject, 'Kik: users report problems');
    assert.match(outage.parsed.text ?? '', /Users report a major outage at Kik\./);
    assert.match(outage.parsed.text ?? '', /Since: \u2068?\d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    assert.ok(linkIn(outage, '/kik').startsWith(`${host.url}/kik`));
    assert.equal(outage.parsed.from?.text, '"Outage status" <status@host.example>');
    await assertValidHtml(String(outage.parsed.html), 'mail');
    await host.decide('operational');
    const recovery = await mail.waitForMail(3);
    assert.equal(recovery.parsed.subject, 'Kik: users no longer report problems');
    assert.notEqual(recovery.parsed.messageId, outage.parsed.messageId);

    const unsubscribe = linkIn(recovery, '/notify/unsubscribe');
    assert.equal(header(recovery, 'List-Unsubscribe'), `<${unsubscribe}>`);
    assert.equal(header(recovery, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
    assert.equal(header(recovery, 'Auto-Submitted'), 'auto-generated');
    const asking = await (await fetch(unsubscribe)).text();
    await assertValidHtml(asking, 'unsubscribe');
    await host.decide('partial_outage');
    await mail.waitForMail(4);
    // As a mail program does it: from nowhere, with its own body.
    for (let times = 0; times < 2; times += 1) {
      const done = await fetch(unsubscribe, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      assert.equal(done.status, 200);
      await assertValidHtml(await done.text(), 'unsubscribed');
    }
    await host.decide('operational');
    await signUp(parts, { email: 'bob@mail.example' });
    await host.decide('major_outage');
    await mail.waitForMail(6);
    assert.deepEqual(mail.offered.filter((one) => one === ANN).length, 4);
    assert.doesNotMatch(host.logged(), /mail\.example/);
    const metrics = await (await fetch(`${host.url}/v1/metrics`)).text();
    assert.match(metrics, /outage_status_notifications_total\{channel="email",outcome="sent"\} 6/);
    assert.match(metrics, /outage_status_outbox_waiting 0/);
  });

  test('use the language of the subscriber, and send only the kinds that they chose', async (t) => {
    const parts = await start(t);
    const { mail, host } = parts;
    await signUp(parts, { email: 'ann@mail.example', wants: 'outage', lang: 'ar' });
    await signUp(parts, { email: 'bob@mail.example', wants: 'recovery' });
    await signUp(parts, { email: 'cy@mail.example' }, 'discord');
    await host.decide('major_outage');
    const outage = await mail.waitForMail(4);
    assert.deepEqual(outage.recipients, ['ann@mail.example']);
    assert.match(outage.parsed.subject ?? '', /المستخدمون يُبلغون عن مشكلات/);
    assert.match(String(outage.parsed.html), /<html lang="ar" dir="rtl">/);
    await assertValidHtml(String(outage.parsed.html), 'Arabic mail');
    assert.match(linkIn(outage, '/kik'), /\?lang=ar$/);
    await host.decide('operational');
    const recovery = await mail.waitForMail(5);
    assert.deepEqual(recovery.recipients, ['bob@mail.example']);
    assert.equal(mail.mails.length, 5);
  });

  test('answer the same for a known address, an unknown one, and one with too many requests', async (t) => {
    const parts = await start(t);
    const { mail, host } = parts;
    await signUp(parts);
    const answers: string[] = [];
    for (const [index, email] of [ANN, 'new@mail.example', ANN, ANN, ANN].entries()) {
      const answer = await host.submit('/notify/email/kik', wish({ email }), {
        'X-Forwarded-For': `203.0.113.${index}`,
      });
      answers.push(`${answer.status} ${await answer.text()}`);
    }
    assert.equal(new Set(answers).size, 1);
    await mail.waitForMail(2);
    // Once an hour for a service is all that anybody is asked, and five times a day over all of them, variants included.
    for (let index = 0; index < 12; index += 1) {
      await host.submit('/notify/email/discord', wish({ email: `Ann+${index}@mail.example` }), {
        'X-Forwarded-For': `203.0.113.${100 + index}`,
      });
    }
    await host.submit('/notify/email/kik', wish({ email: 'last@mail.example' }));
    await waitFor('the last', () => mail.offered.includes('last@mail.example') || undefined);
    const toAnn = mail.offered.filter((one) => /^ann/i.test(one));
    assert.ok(toAnn.length >= 1 && toAnn.length <= 5, String(toAnn));
  });

  test('limit the requests of one network', async (t) => {
    const { host } = await start(t);
    const statuses: number[] = [];
    for (let index = 0; index < 22; index += 1) {
      const answer = await host.submit(
        '/notify/email/kik',
        wish({ email: `n${index}@mail.example` }),
      );
      statuses.push(answer.status);
    }
    assert.deepEqual(statuses.slice(18), [200, 200, 429, 429]);
    const other = await host.submit('/notify/email/kik', wish(), {
      'X-Forwarded-For': '203.0.113.9',
    });
    assert.equal(other.status, 200);
  });

  test('refuse a form from another site, and one without an origin', async (t) => {
    const { mail, host } = await start(t);
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: '' },
    ];
    for (const headers of foreign) {
      const answer = await host.submit('/notify/email/kik', wish(), headers);
      assert.equal(answer.status, 403, JSON.stringify(headers));
      await assertValidHtml(await answer.text(), 'foreign');
    }
    await host.submit('/notify/email/kik', wish({ email: 'last@mail.example' }));
    await mail.waitForMail(1);
    assert.deepEqual(mail.offered, ['last@mail.example']);
  });

  test('refuse what is no form and no address, in words, and send nothing', async (t) => {
    const { mail, host } = await start(t);
    const bad: [fields: Record<string, string>, status: number][] = [
      [wish({ email: 'ann@mail.example\r\nBcc: bob@mail.example' }), 400],
      [wish({ email: 'ann@mail.example,bob@mail.example' }), 400],
      [wish({ email: 'nobody' }), 400],
      [wish({ email: '' }), 400],
      [wish({ wants: 'everything' }), 400],
      [{ wants: 'both' }, 400],
      [{}, 400],
      [wish({ email: `${'a'.repeat(1_000_000)}@mail.example` }), 413],
    ];
    for (const [fields, status] of bad) {
      const answer = await host.submit('/notify/email/kik', fields, {
        'X-Forwarded-For': '203.0.113.7',
      });
      assert.equal(answer.status, status, JSON.stringify(fields).slice(0, 80));
      await assertValidHtml(await answer.text(), 'refused');
    }
    const json = await host.submit('/notify/email/kik', {}, { 'Content-Type': 'application/json' });
    assert.equal(json.status, 415);
    const arabic = await host.submit('/notify/email/kik', wish({ email: 'x', lang: 'ar' }));
    assert.match(await arabic.text(), /<html lang="ar" dir="rtl">/);
    assert.equal((await host.submit('/notify/email/nobody', wish())).status, 404);
    assert.deepEqual(mail.offered, []);
  });

  test('do nothing for links that expired, were forged or belong to another server', async (t) => {
    const { host } = await start(t);
    const request = { serviceId: 'kik', email: ANN, wants: 'both' as const, language: 'en' };
    const soon = Date.now() + 60_000;
    const foreign = new Keyring(Buffer.alloc(32));
    const tokens: [token: string, status: number][] = [
      ['', 400],
      ['x'.repeat(3000), 400],
      [writeConfirmToken(keyring, { ...request, expiresAtMs: Date.now() - 1 }), 410],
      [writeConfirmToken(foreign, { ...request, expiresAtMs: soon }), 400],
      [writeConfirmToken(keyring, { ...request, serviceId: 'gone', expiresAtMs: soon }), 410],
      [writeUnsubscribeToken(keyring, { serviceId: 'kik', recipientHash: 'x' }), 400],
    ];
    for (const [token, status] of tokens) {
      const path = `/notify/confirm?token=${token}&lang=ar`;
      for (const answer of [await fetch(host.url + path), await host.submit(path, {})]) {
        assert.equal(answer.status, status, token.slice(0, 30));
        await assertValidHtml(await answer.text(), 'bad link');
      }
    }
    const key = {
      serviceId: 'kik',
      channel: 'email' as const,
      recipientHash: keyring.hashRecipient('email', ANN),
    };
    await host.submit('/notify/confirm', {
      token: writeConfirmToken(keyring, { ...request, expiresAtMs: soon }),
    });
    assert.ok(await host.store.notifications.readSubscription(key));
    const forged = [
      '',
      writeUnsubscribeToken(foreign, key),
      writeConfirmToken(keyring, { ...request, expiresAtMs: soon }),
      writeUnsubscribeToken(keyring, { ...key, serviceId: 'discord' }).replace('discord', 'kik'),
    ];
    for (const token of forged) {
      assert.equal((await host.submit(`/notify/unsubscribe?token=${token}`, {})).status, 400);
    }
    assert.ok(await host.store.notifications.readSubscription(key));
    await host.submit('/notify/unsubscribe', { token: writeUnsubscribeToken(keyring, key) });
    assert.equal(await host.store.notifications.readSubscription(key), undefined);
  });

  test('show a page when nothing can be stored, and the log says why', async (t) => {
    const { host } = await start(t);
    const expiresAtMs = Date.now() + 60_000;
    const request = {
      serviceId: 'kik',
      email: ANN,
      wants: 'both' as const,
      language: 'en',
      expiresAtMs,
    };
    await host.store.close();
    for (const [path, fields] of [
      ['/notify/email/kik', wish()],
      ['/notify/confirm', { token: writeConfirmToken(keyring, request) }],
      [
        '/notify/unsubscribe',
        { token: writeUnsubscribeToken(keyring, { serviceId: 'kik', recipientHash: 'x' }) },
      ],
    ] as const) {
      const answer = await host.submit(path, fields);
      assert.equal(answer.status, 503);
      await assertValidHtml(await answer.text(), path);
    }
    assert.match(host.logged(), /request failed/);
  });

  test('store no readable address', async (t) => {
    const parts = await start(t);
    await signUp(parts);
    const key = {
      serviceId: 'kik',
      channel: 'email' as const,
      recipientHash: keyring.hashRecipient('email', ANN),
    };
    const stored = await parts.host.store.notifications.readSubscription(key);
    assert.equal(keyring.open('email', stored?.sealed ?? ''), ANN);
    assert.doesNotMatch(JSON.stringify(stored), /\bann\b|mail\.example/);
  });
});

describe('the service page', () => {
  test('explains that no mail is sent, and offers the feed', async (t) => {
    const host = await startNotifyHost(t, {});
    const html = await (await fetch(`${host.url}/kik`)).text();
    await assertValidHtml(html, 'without mail');
    assert.match(html, /This server is not set up to send e-mail\. <a href="kik\.atom">/);
    assert.doesNotMatch(html, /<form|notify\.js|type="email"/);
    assert.equal((await host.submit('/notify/email/kik', wish())).status, 404);
  });

  test('has the form in both languages, and the embed frame has none', async (t) => {
    const { host } = await start(t);
    for (const lang of ['en', 'ar']) {
      const html = await (await fetch(`${host.url}/kik?lang=${lang}`)).text();
      await assertValidHtml(html, lang);
      assert.match(html, /type="email"/);
      assert.ok(html.includes(`<input type="hidden" name="lang" value="${lang}">`));
      const frame = await (await fetch(`${host.url}/embed/kik?lang=${lang}`)).text();
      assert.doesNotMatch(frame, /notify|<form/);
    }
  });
});
