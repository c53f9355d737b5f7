import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Mailer } from '../../src/notify/mailer.js';
import {
  writeChangeMail,
  writeConfirmMail,
  writePushPayload,
} from '../../src/render/notify-mail.js';
import { LANGUAGE_TAGS, renderLanguage } from '../../src/render/render-language.js';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { startMailServer } from '../helpers/mail-server.js';
import { HOSTILE_NAMES } from '../helpers/state-server.js';

const AT_MS = Date.UTC(2026, 10, 24, 9, 35);
const URLS = { server: 'https://status.example', unsubscribe: 'https://status.example/u?a=1&b=2' };

const messageOf = (name: string, language = 'en', kind: 'outage' | 'recovery' = 'outage') => ({
  kind,
  service: { id: 'kik', name },
  change: {
    serviceId: 'kik',
    revision: 2,
    from: 'operational' as const,
    to: kind === 'outage' ? ('major_outage' as const) : ('operational' as const),
    atMs: AT_MS,
  },
  language: renderLanguage(language),
});

describe('the words of a mail', () => {
  test('are the same in plain text and HTML, with the time in UTC and in the language', () => {
    const { subject, text, html } = writeChangeMail(messageOf('Kik'), URLS);
    assert.equal(subject, 'Kik: users report problems');
    for (const part of [
      'Users report a major outage at Kik.',
      'What users report: Major outage',
      '2026-11-24 09:35 UTC (Tuesday, 24 November 2026 at 09:35)',
      'You get this e-mail because you asked for notifications about Kik.',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
      assert.ok(html.includes(part), `${part} in ${html}`);
    }
    assert.ok(html.includes('href="https://status.example/u?a=1&amp;b=2"'));
    const over = writeChangeMail(messageOf('Kik', 'en', 'recovery'), URLS);
    assert.match(over.text, /^No sign of a problem with Kik\./);
  });

  test('keep a right-to-left name in one piece', () => {
    const { text } = writeChangeMail(messageOf('חדש (1)'), URLS);
    assert.ok(text.startsWith('Users report a major outage at \u2068חדש (1)\u2069.\n'), text);
    assert.ok(text.includes('for notifications about \u2068חדש (1)\u2069.'), text);
  });

  test('hold no markup from a name, in any language, and stay valid', async () => {
    for (const name of HOSTILE_NAMES) {
      for (const tag of LANGUAGE_TAGS) {
        const mails = [
          writeChangeMail(messageOf(name, tag), URLS),
          writeConfirmMail(name, renderLanguage(tag), 'https://status.example/c?token=x'),
        ];
        for (const { html } of mails) {
          await assertValidHtml(html, `${name} ${tag}`);
          assert.ok(!listTags(html).some((one) => /^<(script|img)/i.test(one)));
        }
        JSON.parse(writePushPayload(messageOf(name, tag), URLS.server));
      }
    }
  });

  test('keep names out of the headers, and every subject arrives intact', async (t) => {
    const server = await startMailServer(t);
    const mailer = new Mailer(server.url, 'Status <status@host.example>');
    const names = ['Kik\r\nBcc: bob@mail.example', 'خدمة', '🔥 Fire 日本語', 'x'.repeat(300)];
    for (const [index, name] of names.entries()) {
      const mail = writeChangeMail(messageOf(name), URLS);
      const delivery = await mailer.send({
        ...mail,
        to: 'ann@mail.example',
        messageId: `<${index}@status.example>`,
        dateMs: AT_MS,
      });
      assert.deepEqual(delivery, { outcome: 'sent' });
      const received = await server.waitForMail(index + 1);
      assert.deepEqual(received.recipients, ['ann@mail.example']);
      assert.equal(received.parsed.bcc, undefined);
      assert.equal(received.parsed.subject, mail.subject.replace(/\s+/g, ' '));
      assert.equal(received.parsed.messageId, `<${index}@status.example>`);
    }
    mailer.close();
  });
});
