import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { describeSettingsAsMarkdown, describeUsage } from '../../src/command/usage.js';
import { readSettings, SettingsError } from '../../src/settings/read-settings.js';

describe('settings', () => {
  test('have the documented defaults without any variable', () => {
    assert.deepEqual(readSettings({}), {
      port: 4780,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: '',
      databaseReadUrl: '',
      publicUrl: undefined,
      trustedProxies: [],
      homeOrigins: [],
      catalogDirs: [],
      demo: false,
      tickSeconds: 15,
      decisionStepSeconds: 60,
      voiceWindowSeconds: 21_600,
      historyDays: 400,
      officialPollSeconds: 60,
      officialNetworks: [],
      checkSeconds: 60,
      reportsPerMinute: 20,
      smtpUrl: '',
      mailFrom: '',
      notifyKey: undefined,
      vapidPrivateKey: '',
      pushNetworks: [],
      proofOfWork: 'on',
      maxWatchers: 10_000,
      logLevel: 'info',
    });
  });

  test('have shorter windows and trust the local proxy in demo mode, unless a variable says otherwise', () => {
    const demo = readSettings({ DEMO: '1', TICK_SECONDS: '2' });
    assert.equal(demo.decisionStepSeconds, 1);
    assert.deepEqual(demo.trustedProxies, ['loopback']);
    assert.deepEqual(demo.officialNetworks, ['127.0.0.1/32', '::1/128']);
    assert.equal(demo.tickSeconds, 2);
  });

  test('treat an empty variable as missing, and trim values', () => {
    assert.equal(readSettings({ PORT: '' }).port, 4780);
    assert.deepEqual(readSettings({ TRUSTED_PROXIES: ' 10.0.0.0/8 , ::1 ' }).trustedProxies, [
      '10.0.0.0/8',
      '::1',
    ]);
  });

  test('take the slashes off the end of a public URL and keep its path', () => {
    const { publicUrl } = readSettings({ PUBLIC_URL: 'https://example.org/status/' });
    assert.equal(publicUrl, 'https://example.org/status');
  });

  const refused: [name: string, value: string, message: RegExp][] = [
    ['PORT', 'http', /^PORT: expected a whole number from 0 to 65535, got "http"\.$/],
    ['PORT', '65536', /^PORT: /],
    ['PORT', '-1', /^PORT: /],
    ['PORT', '0x50', /^PORT: /],
    ['HOST', 'http://localhost', /^HOST: /],
    ['OFFICIAL_NETWORKS', '10.0.0.1', /^OFFICIAL_NETWORKS: expected CIDR ranges/],
    [
      'DATABASE_URL',
      'mysql://root:secret@db/x',
      /^DATABASE_URL: expected .*, got another value\.$/,
    ],
    ['PUBLIC_URL', 'example.org', /^PUBLIC_URL: /],
    ['PUBLIC_URL', 'https://example.org/?a=1', /^PUBLIC_URL: /],
    ['PUBLIC_URL', 'javascript:alert(1)', /^PUBLIC_URL: /],
    ['TRUSTED_PROXIES', 'everyone', /^TRUSTED_PROXIES: expected addresses.*got "everyone"\.$/],
    ['HOME_ORIGINS', 'https://example.org/page', /^HOME_ORIGINS: /],
    ['DEMO', 'yes', /^DEMO: expected 0 or 1, got "yes"\.$/],
    ['TICK_SECONDS', '0', /^TICK_SECONDS: /],
    ['OFFICIAL_POLL_SECONDS', '1', /^OFFICIAL_POLL_SECONDS: /],
    ['CHECK_SECONDS', '4', /^CHECK_SECONDS: expected 0, or a whole number from 5 to 3600/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL: /],
    [
      'SMTP_URL',
      'https://user:secret@mail.example',
      /^SMTP_URL: expected .*, got another value\.$/,
    ],
    ['DATABASE_READ_URL', 'postgres://replica/name', /^DATABASE_READ_URL: requires DATABASE_URL/],
    ['SMTP_URL', 'smtp://mail.example', /^MAIL_FROM: expected with SMTP_URL/],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example', /^MAIL_FROM: /],
    ['MAIL_FROM', 'nobody', /^MAIL_FROM: /],
    [
      'NOTIFY_KEY',
      'short-secret',
      /^NOTIFY_KEY: expected 64 hexadecimal digits, got another value/,
    ],
    ['VAPID_PRIVATE_KEY', 'x', /^VAPID_PRIVATE_KEY: .*another value/],
    ['PUSH_NETWORKS', 'localhost', /^PUSH_NETWORKS: /],
  ];
  for (const [name, value, message] of refused) {
    test(`refuse ${name}=${value} by a sentence that names it`, () => {
      assert.throws(
        () => readSettings({ [name]: value }),
        (error) => error instanceof SettingsError && message.test(error.message),
      );
    });
  }

  test('keep the password out of the error for a wrong database URL', () => {
    assert.throws(
      () => readSettings({ DATABASE_URL: 'mysql://root:secret@db/x' }),
      (error) => error instanceof SettingsError && !error.message.includes('secret'),
    );
  });

  test('refuse a name one letter off and name the right one', () => {
    assert.throws(
      () => readSettings({ DATA_DIRS: '/data' }),
      /DATA_DIRS is not a setting; did you mean DATA_DIR\?/,
    );
    assert.throws(() => readSettings({ PUBLC_URL: 'x' }), /did you mean PUBLIC_URL\?/);
  });

  test('ignore variables of other programs', () => {
    readSettings({
      PATH: '/bin',
      HOME: '/root',
      POST: '1',
      HOSTS: 'x',
      npm_config_port: 'x',
      LOGNAME: 'me',
    });
  });

  test('are all named by the usage and the documentation', async () => {
    const document = await readFile(
      new URL('../../../docs/self-hosting.md', import.meta.url),
      'utf8',
    );
    assert.ok(
      document.includes(describeSettingsAsMarkdown()),
      `the table in docs/self-hosting.md differs from the code; it should be:\n${describeSettingsAsMarkdown()}`,
    );
    for (const name of ['PORT', 'TRUSTED_PROXIES', 'MAX_WATCHERS']) {
      assert.ok(describeUsage().includes(name));
    }
  });
});
