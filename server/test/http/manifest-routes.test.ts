import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodePng } from '../helpers/decode-png.js';
import { HOSTILE_NAMES, startStateServer } from '../helpers/state-server.js';
import { startServer } from '../helpers/test-server.js';

interface Manifest {
  name: string;
  short_name: string;
  lang: string;
  dir: string;
  start_url: string;
  scope: string;
  display: string;
  icons: { src: string; sizes: string; type: string }[];
}

const read = async (address: string): Promise<Manifest> => {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  assert.match(response.headers.get('content-type') ?? '', /^application\/manifest\+json/);
  return (await response.json()) as Manifest;
};

describe('the description of a page for the home screen', () => {
  test('is linked from the page, allowed by its policy, and opens that page in its language', async (t) => {
    const { url } = await startServer(t);
    for (const [query, name, dir] of [
      ['', 'Kik status', 'ltr'],
      ['?lang=ar', 'حالة \u2068Kik\u2069', 'rtl'],
    ] as const) {
      const page = await fetch(`${url}/kik${query}`);
      assert.match(page.headers.get('content-security-policy') ?? '', /manifest-src 'self'/);
      const [, link = ''] = /<link rel="manifest" href="([^"]+)">/.exec(await page.text()) ?? [];
      const address = new URL(link, page.url).href;
      const manifest = await read(address);
      assert.deepEqual(
        [manifest.name, manifest.short_name, manifest.dir, manifest.display],
        [name, 'Kik', dir, 'standalone'],
      );
      assert.equal(new URL(manifest.start_url, address).href, `${url}/kik${query}`);
      assert.ok(page.url.startsWith(new URL(manifest.scope, address).href));
    }
  });

  test('has icons of the sizes it names, which fill their square', async (t) => {
    const { url } = await startServer(t);
    const { icons } = await read(`${url}/kik.webmanifest`);
    assert.deepEqual(
      icons.map(({ sizes }) => sizes),
      ['192x192', '512x512', 'any'],
    );
    for (const { src, sizes, type } of icons) {
      const response = await fetch(new URL(src, `${url}/kik.webmanifest`));
      assert.equal(response.status, 200, src);
      assert.equal(response.headers.get('content-type'), type);
      if (type !== 'image/png') continue;
      const picture = decodePng(Buffer.from(await response.arrayBuffer()));
      assert.equal(`${picture.width}x${picture.height}`, sizes);
      // Transparent corners would be black on a home screen.
      assert.equal(picture.count('#000000'), 0);
      assert.ok(picture.count('#a83a1c') > 0.8 * picture.width * picture.height);
    }
    const html = await (await fetch(`${url}/kik`)).text();
    const [, touch = ''] = /<link rel="apple-touch-icon" href="([^"]+)">/.exec(html) ?? [];
    assert.equal((await fetch(`${url}/${touch}`)).status, 200);
  });

  test('holds any name, answers 304, and is missing for a service that does not exist', async (t) => {
    const { url } = await startStateServer(t, Date.UTC(2026, 10, 22, 9));
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      const manifest = await read(`${url}/hostile-${index}.webmanifest`);
      assert.equal(manifest.short_name, JSON.parse(JSON.stringify(name)));
    }
    const address = `${url}/operational.webmanifest`;
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    assert.equal((await fetch(address, { headers: { 'If-None-Match': etag } })).status, 304);
    assert.equal((await fetch(`${url}/nobody.webmanifest`)).status, 404);
    assert.equal((await fetch(`${url}/assets/icon-64.png`)).status, 404);
  });

  test('keeps the path under which a proxy exposes the server', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status' });
    const { start_url: start, icons } = await read(`${url}/kik.webmanifest`);
    const base = 'https://example.org/status/kik.webmanifest';
    assert.equal(new URL(start, base).href, 'https://example.org/status/kik');
    assert.ok(
      new URL(icons[0]?.src ?? '', base).href.startsWith('https://example.org/status/assets/'),
    );
  });
});
