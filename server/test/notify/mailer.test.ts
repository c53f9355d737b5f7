import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { Mailer } from '../../src/notify/mailer.js';
import { startNotifyHost } from '../helpers/notify-host.js';
import { waitFor } from '../helpers/test-server.js';

const MAIL = {
  to: 'ann@mail.example',
  subject: 'Kik',
  text: 'x',
  html: '<p>x</p>',
  messageId: '<1@host.example>',
  dateMs: 0,
};

/** A mail server under the certificate that the library brings, which no authority signed. */
const startWithOwnCertificate = async (t: TestContext, secure: boolean): Promise<number> => {
  const server = new SMTPServer({ secure, authOptional: true, closeTimeout: 1 });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  return (server.server.address() as AddressInfo).port;
};

const openMailer = (t: TestContext, url: string): Mailer => {
  const mailer = new Mailer(url, 'status@host.example');
  t.after(() => mailer.close());
  return mailer;
};

describe('a mail server with a certificate of its own', () => {
  for (const scheme of ['smtp', 'smtps']) {
    test(`is refused over ${scheme} with the code of TLS and what the operator can write`, async (t) => {
      const port = await startWithOwnCertificate(t, scheme === 'smtps');
      const mailer = openMailer(t, `${scheme}://localhost:${port}`);
      const reason = (await mailer.check()) ?? '';
      assert.match(reason, /^ESOCKET (?:CERT_|DEPTH_ZERO_|SELF_SIGNED_)\w+ CONN: /);
      assert.match(
        reason,
        /NODE_EXTRA_CA_CERTS=.*\?tls\.rejectUnauthorized=false.*\?ignoreTLS=true/,
      );
      const delivery = await mailer.send(MAIL);
      assert.equal(delivery.outcome, 'failed');
      assert.match('reason' in delivery ? delivery.reason : '', /^ESOCKET [A-Z_]+ CONN$/);
    });
  }

  test('takes mail once the address says not to check it', async (t) => {
    for (const [secure, query] of [
      [true, 'tls.rejectUnauthorized=false'],
      [false, 'tls.rejectUnauthorized=false'],
      [false, 'ignoreTLS=true'],
    ] as const) {
      const port = await startWithOwnCertificate(t, secure);
      const url = `${secure ? 'smtps' : 'smtp'}://localhost:${port}/?${query}`;
      assert.equal(await openMailer(t, url).check(), undefined, url);
    }
  });

  test('is named in the log when the feed server starts', async (t) => {
    const port = await startWithOwnCertificate(t, true);
    const host = await startNotifyHost(t, {
      SMTP_URL: `smtps://status:secret-word@localhost:${port}`,
      MAIL_FROM: 'status@host.example',
    });
    await waitFor('a line', () => (host.logged().includes('SMTP_URL') ? true : undefined));
    assert.match(host.logged(), /ESOCKET.*NODE_EXTRA_CA_CERTS/);
    assert.doesNotMatch(host.logged(), /secret-word/);
  });
});

test('a mail server that is not there is named by the code of the socket', async (t) => {
  assert.match((await openMailer(t, 'smtp://127.0.0.1:1').check()) ?? '', /ECONNREFUSED/);
  assert.match((await openMailer(t, 'smtp://no-such-host.invalid').check()) ?? '', /EDNS/);
});
