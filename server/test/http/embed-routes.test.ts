import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { STATUSES } from 'outage-status/feed';
import { LANGUAGES } from 'outage-status/texts';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { HOSTILE_NAMES, idOf, startStateServer } from '../helpers/state-server.js';
import { startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);

describe('the embed frame', () => {
  test('is valid and shows the status in every state and language, and survives hostile names', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES.filter((one) => one !== 'unknown')) {
      for (const { language, paint } of Object.values(LANGUAGES)) {
        const response = await fetch(`${url}/embed/${idOf(status)}?lang=${language}`);
        const html = await response.text();
        await assertValidHtml(html, `${status} ${language}`);
        assert.ok(html.includes(`${paint.status[status]}</span>`), status);
      }
    }
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      const html = await (await fetch(`${url}/embed/hostile-${index}`)).text();
      await assertValidHtml(html, name);
      assert.doesNotMatch(html, /<script>alert|<img/);
    }
  });

  test('holds the compact widget where it is asked for, in every state and language', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES.filter((one) => one !== 'unknown')) {
      for (const lang of ['en', 'ar']) {
        const response = await fetch(`${url}/embed/${idOf(status)}?look=compact&lang=${lang}`);
        const html = await response.text();
        await assertValidHtml(html, `${status} ${lang}`);
        assert.match(html, new RegExp(`<outage-status [^>]*variant="compact"[^>]* lang="${lang}"`));
        assert.match(html, /<body class="frame compact">/);
      }
    }
    // A look that does not exist is the card.
    const other = await (await fetch(`${url}/embed/operational?look=huge`)).text();
    assert.match(other, /<outage-status [^>]*variant="card"/);
  });

  test('may be framed by any site, isolated pages too, and only for a known service', async (t) => {
    const { url } = await startServer(t);
    const { headers, status } = await fetch(`${url}/embed/kik`);
    assert.equal(status, 200);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors \*$/);
    assert.match(headers.get('content-security-policy') ?? '', /form-action 'none'/);
    assert.equal(headers.get('x-frame-options'), null);
    assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    assert.equal((await fetch(`${url}/embed/Kik`)).status, 200);
  });

  test('explains an unknown service inside the frame, where a browser would show a refusal', async (t) => {
    const { url } = await startServer(t);
    for (const language of ['en', 'ar']) {
      const { headers, status } = await fetch(`${url}/embed/nobody?lang=${language}`);
      assert.equal(status, 404);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors \*$/);
      assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
      assert.equal(headers.get('cache-control'), 'no-store');
    }
    const html = await (await fetch(`${url}/embed/nobody`)).text();
    await assertValidHtml(html, 'no such service');
    assert.match(html, /There is no service.*<a id="full" href="[^"]+\/services"/s);
    assert.match(html, /assets\/embed\.js/);
  });

  test('needs no form, and no file without CORS', async (t) => {
    const { url } = await startServer(t);
    const tags = listTags(await (await fetch(`${url}/embed/kik?theme=dark`)).text());
    assert.ok(tags.includes('<html lang="en" dir="ltr" data-theme="dark">'));
    assert.deepEqual(
      tags.filter((tag) => /^<(form|iframe)/.test(tag)),
      [],
    );
    const links = tags.flatMap((tag) => /(?:src|href)="(\.\.\/[^"]+)"/.exec(tag)?.[1] ?? []);
    assert.ok(tags.some((tag) => tag.includes('theme="dark"') && tag.startsWith('<outage-status')));
    assert.ok(links.length >= 4);
    for (const link of links) {
      const response = await fetch(new URL(link, `${url}/embed/kik`));
      assert.equal(response.status, 200, link);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    }
  });
});
