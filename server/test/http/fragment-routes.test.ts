import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultTreeAdapter as tree, parseFragment } from 'parse5';
import { parseFeed, STATUSES } from 'outage-status/feed';
import { LANGUAGES } from 'outage-status/texts';
import type { HistoryStore } from '../../src/feed/history-store.js';
import { StoreError } from '../../src/lib/store-error.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import { HOSTILE_NAMES, idOf, startStateServer } from '../helpers/state-server.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);
const CACHE_CONTROL = 'public, max-age=15, stale-while-revalidate=60';

type ParentNode = Parameters<typeof tree.getChildNodes>[0];

interface Found {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All elements of a piece of HTML, those of templates included. */
function* elementsIn(parent: ParentNode): Generator<Found> {
  for (const node of tree.getChildNodes(parent)) {
    if (!tree.isElementNode(node)) continue;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    yield { tag: node.tagName, attributes };
    yield* elementsIn('content' in node ? tree.getTemplateContent(node) : node);
  }
}

const read = (html: string): Found[] => [...elementsIn(parseFragment(html))];

const askText = async (url: string): Promise<string> => (await fetch(url)).text();

/** The attributes of the tag that a query makes, without those that every tag has. */
const readTag = async (url: string, query: string): Promise<Record<string, string>> => {
  const html = await askText(`${url}/fragment/kik.html?${query}`);
  const [first, ...others] = read(html);
  assert.equal(first?.tag, 'outage-status', html);
  assert.ok(!others.some(({ tag }) => tag === 'outage-status'));
  const { service, server, ...rest } = first.attributes;
  assert.deepEqual([service, server], ['kik', url]);
  return rest;
};

describe('the fragment', () => {
  test('has the status in its HTML, in every state and language, and survives hostile names', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES.filter((one) => one !== 'unknown')) {
      for (const { language, paint } of Object.values(LANGUAGES)) {
        const html = await askText(`${url}/fragment/${idOf(status)}.html?lang=${language}`);
        const [shadow = '', after = ''] = html.split('</template>');
        assert.match(shadow, /^<outage-status [^>]*><template shadowrootmode="open"><style>/);
        assert.ok(shadow.includes(paint.status[status]), `${status} ${language}`);
        const data = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(after)?.[1];
        assert.equal(parseFeed(JSON.parse(data ?? '')).status, status);
      }
    }
    for (const [index] of HOSTILE_NAMES.entries()) {
      const found = read(await askText(`${url}/fragment/hostile-${index}.html`));
      assert.equal(found.filter(({ tag }) => tag === 'script' || tag === 'img').length, 1);
      assert.deepEqual(
        found.flatMap(({ attributes }) =>
          Object.keys(attributes).filter((name) => name.startsWith('on')),
        ),
        [],
      );
    }
  });

  test('takes the options of the tag, and ignores those that do not exist or make no sense', async (t) => {
    const { url } = await startServer(t);
    const good =
      'variant=compact&theme=dark&lang=ar-EG&heading-level=3&refresh=120&load=visible&announce&without-report&without-guide=&without-official=true&without-breakdown=false';
    assert.deepEqual(await readTag(url, good), {
      variant: 'compact',
      theme: 'dark',
      lang: 'ar',
      'heading-level': '3',
      refresh: '120',
      load: 'visible',
      announce: '',
      'without-report': '',
      'without-guide': '',
      'without-official': '',
    });
    const { variant, theme } = await readTag(url, 'variant=%20Compact&theme=DARK');
    assert.deepEqual([variant, theme], ['compact', 'dark']);
    assert.deepEqual(await readTag(url, 'refresh=off'), { refresh: 'off', lang: 'en' });
    const bad = 'variant=huge&theme=CARD&heading-level=7&refresh=1e9&load=&service=x&nonsense=1';
    assert.deepEqual(await readTag(url, bad), { lang: 'en' });
    assert.deepEqual(await readTag(url, 'src=//evil.example&server=//evil.example&format=x'), {
      lang: 'en',
    });
    assert.deepEqual(await readTag(url, 'lang=tlh'), { lang: 'en' });
  });

  test('writes nothing of a hostile query into the page', async (t) => {
    const { url } = await startServer(t);
    const plain = await askText(`${url}/fragment/kik.html`);
    const names = ['variant', 'theme', 'heading-level', 'refresh', 'load', 'nonce', 'declarative'];
    for (const value of [
      '"><script>alert(1)</script>',
      `' onmouseover='alert(1)`,
      '</style><img src=x onerror=alert(1)>',
      'card\u0000',
      '\u{D800}',
      '$&',
      'x'.repeat(7000),
    ]) {
      for (const name of [...names, '"><script>', '__proto__', 'constructor']) {
        const query = String(new URLSearchParams({ [name]: value }));
        assert.equal(await askText(`${url}/fragment/kik.html?${query}`), plain, `${name} ${value}`);
      }
      const query = String(new URLSearchParams({ lang: value, 'without-report': value }));
      const html = await askText(`${url}/fragment/kik.html?${query}`);
      assert.match(html, /^<outage-status service="kik" [^>]*lang="en"[^>]*><template/);
      assert.ok(!html.includes(value), value);
    }
    for (const broken of ['%', '%ff', '%00', '&&&=', 'a=1&'.repeat(3000)]) {
      const { status } = await fetch(`${url}/fragment/kik.html?variant=${broken}`);
      assert.ok(status < 500, `${status} for ${broken.slice(0, 20)}`);
    }
  });

  test('is cacheable as the feed is, by any site, and compressed', async (t) => {
    const { url } = await startServer(t);
    const address = `${url}/fragment/Kik.html?variant=card`;
    const { status, headers } = await fetch(address, { headers: { 'accept-encoding': 'br' } });
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(headers.get('cache-control'), CACHE_CONTROL);
    assert.equal(headers.get('content-encoding'), 'br');
    assert.equal(headers.get('vary'), 'Accept-Encoding');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src/);
    const etag = headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    const head = await fetch(address, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    assert.deepEqual([head.status, head.headers.get('etag'), await head.text()], [200, etag, '']);
    const other = await fetch(`${address}&lang=ar`, { headers: { 'if-none-match': etag } });
    assert.equal(other.status, 200);
  });

  test('changes with the feed', async (t) => {
    let nowMs = NOW_MS;
    const { url } = await startServer(t, {}, { now: () => nowMs });
    const first = await askText(`${url}/fragment/kik.html`);
    assert.equal(await askText(`${url}/fragment/kik.html`), first);
    nowMs += 60_000;
    const second = await askText(`${url}/fragment/kik.html`);
    assert.match(first, /09:07 UTC/);
    assert.match(second, /09:08 UTC/);
  });

  test('has a nonce for its style where the page asks for one, and is kept nowhere then', async (t) => {
    const { url } = await startServer(t);
    for (const [given, nonce] of [
      ['abc-_123', 'abc-_123'],
      ['a%2Bb/c==', 'a+b/c=='],
      // Written without the escape.
      ['a+b/c==', 'a+b/c=='],
    ]) {
      const response = await fetch(`${url}/fragment/kik.html?nonce=${given}`);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const styles = read(await response.text()).filter(({ tag }) => tag === 'style');
      assert.deepEqual(styles, [{ tag: 'style', attributes: { nonce } }]);
    }
  });

  test('says the status in words alone where templates are stripped, in the form that packs read', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const ids = [idOf('partial_outage'), ...HOSTILE_NAMES.map((_, index) => `hostile-${index}`)];
    for (const id of ids) {
      const html = await askText(`${url}/fragment/${id}.html?declarative=false`);
      // `packs/wordpress/includes/words.php` has the same pattern.
      assert.match(
        html,
        /^<outage-status [^<]*<time [^<>]*>[^<]{1,2000}<\/time><\/outage-status>$/,
      );
      assert.match(html, /as of \S*09:0\d UTC/);
    }
  });

  test('names the server by its public address', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status' });
    const html = await askText(`${url}/fragment/kik.html`);
    assert.match(
      html,
      /^<outage-status service="kik" server="https:\/\/example\.org\/status" lang="en">/,
    );
  });

  test('is the tag with a link while the database fails', async (t) => {
    const real = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
    t.after(() => real.close());
    const history: HistoryStore = {
      ...real.history,
      countByCategory: () => Promise.reject(new StoreError('gone')),
    };
    const { url } = await startServer(t, {}, { store: { ...real, history } });
    const response = await fetch(`${url}/fragment/kik.html?variant=badge&lang=ar`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=5');
    const [tag, link, ...others] = read(await response.text());
    assert.deepEqual(tag?.attributes, {
      service: 'kik',
      server: url,
      variant: 'badge',
      lang: 'ar',
    });
    assert.equal(link?.attributes['href'], `${url}/kik?lang=ar`);
    assert.deepEqual(others, []);
  });

  test('is a sentence with status 404 for an unknown service, and without .html nothing', async (t) => {
    const { url } = await startServer(t);
    for (const language of ['en', 'ar']) {
      const response = await fetch(`${url}/fragment/nobody.html?lang=${language}`);
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      const [span, link, ...others] = read(await response.text());
      assert.equal(span?.attributes['lang'], language);
      assert.match(link?.attributes['href'] ?? '', /\/services(\?lang=ar)?$/);
      assert.deepEqual(others, []);
    }
    for (const path of ['kik', 'kik.htm', '.html', 'kik.html/x', '%3Cscript%3E']) {
      const response = await fetch(`${url}/fragment/${path}`);
      assert.equal(response.status, 404, path);
      assert.doesNotMatch(await response.text(), /<script/);
    }
    const hostile = await askText(`${url}/fragment/${encodeURIComponent('<script>')}.html`);
    assert.doesNotMatch(hostile, /<script/);
  });
});
