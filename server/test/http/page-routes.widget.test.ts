import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { widgetPolicy } from '../../src/http/page-headers.js';
import { startServer } from '../helpers/test-server.js';

describe('the policy of a page with the widget', () => {
  test('allows the widget’s style by its hash, and no other', async (t) => {
    const { url } = await startServer(t);
    for (const path of ['/kik', '/kik?lang=ar', '/embed/kik', '/embed/kik?theme=dark']) {
      const response = await fetch(url + path);
      const [, style = ''] = /<style>(.*?)<\/style>/s.exec(await response.text()) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.ok(policy.includes(`style-src 'self' 'sha256-${hash}';`), `${path}: ${policy}`);
    }
  });

  test('lets the widget ask the service itself, on its page and not in its frame', async (t) => {
    const { url } = await startServer(t);
    const readPolicy = async (path: string): Promise<string> =>
      (await fetch(url + path)).headers.get('content-security-policy') ?? '';
    assert.match(
      await readPolicy('/kik'),
      /connect-src 'self' https:\/\/kik\.com https:\/\/www\.kik\.com/,
    );
    assert.match(await readPolicy('/embed/kik'), /connect-src 'self';/);
  });

  test('names a site with and without www, and addresses without a name once', () => {
    const asked = [
      'https://www.service.example/status',
      'https://service.example/',
      'http://127.0.0.1:8080/x',
      'http://[::1]:8080/',
      'http://localhost/',
    ];
    assert.match(
      widgetPolicy(asked),
      /connect-src 'self' https:\/\/service\.example https:\/\/www\.service\.example http:\/\/127\.0\.0\.1:8080 http:\/\/\[::1\]:8080 http:\/\/localhost;/,
    );
  });

  test('is not that of pages without it', async (t) => {
    const { url } = await startServer(t);
    for (const path of ['/services', '/kik/history', '/kik/decision', '/embed']) {
      const { headers } = await fetch(url + path);
      assert.match(headers.get('content-security-policy') ?? '', /style-src 'self';/, path);
    }
  });
});
