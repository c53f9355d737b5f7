import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { STATUSES } from 'outage-status/feed';
import { STATUS_ICONS } from 'outage-status/model';
import { LANGUAGES } from 'outage-status/texts';
import { RESERVED_IDS } from '../../src/catalog/check-service.js';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { HOSTILE_NAMES, idOf, startStateServer } from '../helpers/state-server.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);

const readText = async (url: string, status = 200): Promise<string> => {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  assert.equal(response.status, status, url);
  return response.text();
};

describe('the service page', () => {
  test('is valid and shows the status in words and shape, in every state and language', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES.filter((one) => one !== 'unknown')) {
      for (const { language, direction, paint } of Object.values(LANGUAGES)) {
        const html = await readText(`${url}/${idOf(status)}?lang=${language}`);
        await assertValidHtml(html, `${status} ${language}`);
        assert.match(html, new RegExp(`<html lang="${language}" dir="${direction}">`));
        assert.ok(html.includes(`<span>${paint.status[status]}</span></span>`), status);
        assert.ok(html.includes(STATUS_ICONS[status]), status);
        assert.match(html, new RegExp(`part="card"[^>]* data-status="${status}"`));
        assert.match(html, /<time datetime="2026-11-22T09:07:30.000Z"/);
        assert.ok(html.includes(language === 'en' ? 'As of 09:07 UTC, Nov 22' : '09:07 UTC'), html);
      }
    }
  });

  test('has no script or handler of its own, no style but the widget’s, and loads nothing from another origin', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const id of ['partial-outage', 'hostile-0', 'hostile-1']) {
      const tags = listTags(await readText(`${url}/${id}`));
      assert.deepEqual(
        tags.filter((tag) => tag.startsWith('<style')),
        ['<style>'],
      );
      for (const tag of tags) {
        assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(on\w+|style)=/i, tag);
        assert.doesNotMatch(tag, /^<(iframe|object|embed|base)\b/i, tag);
        if (/^<(script|img|link rel="(stylesheet|icon|modulepreload))/i.test(tag)) {
          assert.doesNotMatch(tag, /(src|href)="(https?:|\/\/)/, tag);
        }
      }
      const scripts = tags.filter((tag) => tag.startsWith('<script'));
      assert.deepEqual(scripts, [
        '<script type="module" src="widget/outage-status.js">',
        '<script type="application/ld+json">',
        `<script type="application/json" data-of="${id}">`,
      ]);
    }
  });

  test('survives hostile names', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      const html = await readText(`${url}/hostile-${index}`);
      await assertValidHtml(html, name);
      assert.doesNotMatch(html, /<script>alert|<img|\p{Surrogate}/u);
      assert.ok(!html.includes('\u0007'));
      const [, data = ''] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
      const { '@graph': graph } = JSON.parse(data) as { '@graph': { about: { name: string } }[] };
      assert.equal(graph[0]?.about.name, JSON.parse(JSON.stringify(name)), name);
    }
  });

  test('gives previews the subject, and not the state, which they would keep', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const html = await readText(`${url}/major-outage`);
    const name = 'Name of major-outage';
    const content = (key: string): string =>
      new RegExp(`<meta (?:name|property)="${key}" content="([^"]*)">`).exec(html)?.[1] ?? '';
    assert.equal(content('og:title'), `Is ${name} down? Live community status`);
    assert.equal(content('og:url'), `${url}/major-outage`);
    assert.equal(content('og:image'), `${url}/card/major-outage.png`);
    assert.deepEqual([content('og:image:width'), content('og:image:height')], ['1200', '630']);
    assert.equal(content('twitter:card'), 'summary_large_image');
    assert.match(content('theme-color'), /^#[\da-f]{6}$/);
    assert.equal(content('og:description'), content('description'));
    const words = Object.values(LANGUAGES.en.paint.status).filter((word) => word !== 'Unknown');
    const head = html.slice(0, html.indexOf('<body')).replaceAll(name, '');
    for (const word of words) assert.ok(!head.includes(word), word);
    const card = await fetch(content('og:image'));
    assert.equal(card.headers.get('content-type'), 'image/png');
  });

  test('links to Arabic embed pages from the Arabic page', async (t) => {
    const { url } = await startServer(t);
    const html = await readText(`${url}/kik?lang=ar`);
    const [, address = ''] = /json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const answer = (await (await fetch(address.replaceAll('&amp;', '&'))).json()) as {
      html: string;
    };
    assert.match(answer.html, /\/embed\/kik\?lang=ar"/);
    assert.ok(html.includes(`type="application/atom+xml" href="${url}/kik.atom?lang=ar"`));
    assert.match(html, /property="og:locale" content="ar_AR"/);
  });

  test('keeps a right-to-left name in one piece', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const html = await readText(`${url}/hostile-3`);
    assert.ok(html.includes(`<h1>\u2068${HOSTILE_NAMES[3]}\u2069 status</h1>`), html);
    assert.doesNotMatch(await readText(`${url}/operational`), /\u2068Name of/);
  });

  test('links to incidents only where a link is safe', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const html = await readText(`${url}/partial-outage`);
    assert.match(
      html,
      /href="https:\/\/status\.example\/incidents\/1"[^>]*><bdi>Something is &lt;b&gt;wrong/,
    );
    assert.doesNotMatch(html, /javascript:/i);
  });

  test('may not be framed, and runs nothing but its own files', async (t) => {
    const { url } = await startServer(t);
    for (const path of ['/kik', '/services', '/']) {
      const response = await fetch(url + path);
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
      const policy = response.headers.get('content-security-policy') ?? '';
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'[; ]/);
      const again = await fetch(url + path, {
        headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
      });
      assert.equal(again.status, 304);
    }
  });

  test('refers only to files that exist', async (t) => {
    const { url } = await startServer(t);
    const html = await readText(`${url}/kik`);
    for (const tag of listTags(html)) {
      const [, link] = /(?:src|href)="((?:assets|widget)\/[^"]+)"/.exec(tag) ?? [];
      if (!link) continue;
      const response = await fetch(`${url}/${link}`);
      assert.equal(response.status, 200, link);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
    }
  });
});

describe('the list of services', () => {
  const catalog = makeCatalog(
    makeService(),
    makeService({ id: 'discord', name: 'Discord', aliases: [] }),
  );

  test('shows and searches services, at / too', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    const names = async (path: string) =>
      [...(await readText(url + path)).matchAll(/<a href="(\w+)(?:\?lang=ar)?"><span><bdi>/g)].map(
        ([, id]) => id,
      );
    assert.deepEqual(await names('/'), ['discord', 'kik']);
    assert.deepEqual(await names('/services'), ['discord', 'kik']);
    assert.deepEqual(await names('/services?q=MESSENGER'), ['kik']);
    assert.deepEqual(await names('/services?q=disc&lang=ar'), ['discord']);
    assert.deepEqual(await names('/services?q=nobody'), []);
  });

  test('is valid, whatever the search', async (t) => {
    const { url } = await startServer(t, {}, { catalog });
    for (const query of ['', 'kik', '"><script>alert(1)</script>', 'x'.repeat(3000)]) {
      const html = await readText(`${url}/services?q=${encodeURIComponent(query)}`);
      await assertValidHtml(html, query.slice(0, 40));
      assert.doesNotMatch(html, /<script/);
    }
    await assertValidHtml(await readText(`${url}/services?lang=ar`), 'Arabic');
    const cut = `${'x'.repeat(99)}😀`;
    const found = await readText(`${url}/services?q=${encodeURIComponent(cut)}&lang=ar`);
    assert.match(found, /<a href="services\?q=x+[^"]*" hreflang="en"/);
    assert.match(await readText(`${url}/`), /<link rel="canonical" href="[^"]+\/services">/);
  });
});

describe('an address without a page', () => {
  test('answers with a page for browsers, and with an error in JSON for programs and in the API', async (t) => {
    const { url } = await startServer(t);
    for (const path of ['/nobody', '/a/b/c', '/Nobody/', '//kik.example/']) {
      const html = await readText(url + path, 404);
      await assertValidHtml(html, path);
      assert.match((await fetch(url + path)).headers.get('content-type') ?? '', /json/);
    }
    const api = await fetch(`${url}/v1/nothing`, { headers: { Accept: 'text/html' } });
    assert.match(api.headers.get('content-type') ?? '', /json/);
  });

  test('redirects to an existing address that differs in capitals or trailing slashes', async (t) => {
    const publicUrl = 'https://example.org/status';
    const { url } = await startServer(t, { PUBLIC_URL: publicUrl });
    const leadsTo = async (path: string, method = 'GET') => {
      const { status, headers } = await fetch(url + path, { method, redirect: 'manual' });
      return status === 301 ? headers.get('location') : status;
    };
    assert.equal(await leadsTo('/Kik/?lang=ar'), `${publicUrl}/kik?lang=ar`);
    assert.equal(await leadsTo('/services/'), `${publicUrl}/services`);
    assert.equal(await leadsTo('/embed//', 'HEAD'), `${publicUrl}/embed`);
    assert.equal(await leadsTo('/embed/kik/'), `${publicUrl}/embed/kik`);
    assert.equal(await leadsTo('/KIK.atom'), `${publicUrl}/kik.atom`);
    assert.equal(await leadsTo('/kik/decision/'), `${publicUrl}/kik/decision`);
    assert.equal(await leadsTo('//kik/'), 404);
    assert.equal(await leadsTo('/kik/', 'POST'), 404);
  });

  // The demo's own addresses yield to a service of that id.
  test('is no service: the catalogue refuses every first part of an address as an id', async (t) => {
    const { server } = await startServer(t);
    const firsts = server.app.routes
      .map(({ path }) => path.split('/')[1] ?? '')
      .filter((part) => /^[a-z0-9-]+$/.test(part));
    assert.deepEqual(
      [...new Set(firsts)].filter((part) => !RESERVED_IDS.includes(part)),
      [],
    );
  });
});
