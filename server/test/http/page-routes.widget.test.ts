import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
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

  test('is not that of pages without it', async (t) => {
    const { url } = await startServer(t);
    for (const path of ['/services', '/kik/history', '/kik/decision', '/embed']) {
      const { headers } = await fetch(url + path);
      assert.match(headers.get('content-security-policy') ?? '', /style-src 'self';/, path);
    }
  });
});
