import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { PLACES, type Place } from '../../src/render/builder/places.js';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { HOSTILE_NAMES, startStateServer } from '../helpers/state-server.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);
const UNESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescape = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => UNESCAPED[entity] ?? '');

const readPage = async (url: string): Promise<string> => {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  return response.text();
};
const snippetsOf = (html: string): string[] =>
  [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(([, text = '']) => unescape(text));
const complaintsOf = (html: string): string[] => {
  const [, list = ''] = /<ul class="complaints">(.*?)<\/ul>/s.exec(html) ?? [];
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text = '']) => unescape(text));
};
const chosenOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<select id="(\w+)".*?<option value="([^"]*)" selected>/gs)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

const catalog = makeCatalog(
  makeService(),
  makeService({ id: 'discord', name: 'Discord', aliases: ['disco'] }),
  makeService({ id: 'discogs', name: 'Discogs', aliases: [] }),
);
const start = (t: TestContext) => startServer(t, {}, { catalog });

describe('the snippet builder', () => {
  test('is valid HTML for every place, every choice of it, and each language', async (t) => {
    const { url } = await start(t);
    for (const [id, place] of Object.entries<Place>(PLACES)) {
      for (const kind of place.kinds) {
        for (const lang of ['en', 'ar']) {
          const html = await readPage(
            `${url}/embed?service=kik&place=${id}&as=${kind}&lang=${lang}`,
          );
          await assertValidHtml(html, `${id} ${kind} ${lang}`);
          assert.ok(snippetsOf(html).length > 0);
          assert.deepEqual(complaintsOf(html), [], `${id} ${kind}`);
          assert.equal(chosenOf(html)['place'], id);
          assert.equal(chosenOf(html)['as'], kind);
        }
      }
    }
  });

  test('shows a preview with the same addresses as the snippet, from this server', async (t) => {
    const { url } = await start(t);
    const preview = async (query: string): Promise<string> =>
      /<div class="preview">(.*?)<\/div>\n<\/section>/s.exec(
        await readPage(`${url}/embed?service=kik&${query}`),
      )?.[1] ?? '';
    assert.match(await preview('place=readme'), /<img src="badge\/kik\.svg" alt="Kik status"/);
    assert.match(
      await preview('place=site&as=iframe&theme=dark'),
      /<iframe src="embed\/kik\?theme=dark"/,
    );
    assert.match(await preview('place=wordpress'), /sandbox="allow-scripts"/);
    assert.match(
      await preview('look=badge&language=ar'),
      /<outage-status service="kik" variant="badge" lang="ar">/,
    );
    assert.match(await preview('place=preview'), /<img src="card\/kik\.png"/);
    for (const query of ['place=readme', 'place=site&as=iframe', 'place=reader', 'place=preview']) {
      for (const [, link = ''] of (await preview(query)).matchAll(/(?:src|href)="([^"]+)"/g)) {
        const response = await fetch(`${url}/${unescape(link)}`);
        assert.equal(response.status, 200, link);
        await response.arrayBuffer();
      }
    }
  });

  test('pins the very script that the server serves', async (t) => {
    const { url } = await start(t);
    const [snippet = ''] = snippetsOf(await readPage(`${url}/embed?service=kik`));
    const [, address = '', integrity] =
      /^<script type="module" src="([^"]+)" integrity="([^"]+)" crossorigin="anonymous" data-server="[^"]+"><\/script>\n<link [^\n]+>\n<outage-status service="kik" variant="compact">/.exec(
        snippet,
      ) ?? [];
    const response = await fetch(address);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const hash = createHash('sha384').update(Buffer.from(await response.arrayBuffer()));
    assert.equal(integrity, `sha384-${hash.digest('base64')}`);
    const [newest = ''] = snippetsOf(await readPage(`${url}/embed?service=kik&version=newest`));
    assert.match(
      newest,
      new RegExp(`^<script type="module" src="${url}/widget/outage-status.js">`),
    );
  });

  test('finds a service by id, name, and part of a name, and lists the others', async (t) => {
    const { url } = await start(t);
    const serviceOf = async (query: string): Promise<string | undefined> => {
      const html = await readPage(`${url}/embed?place=preview&service=${query}`);
      return snippetsOf(html)[0]?.slice(url.length + 1);
    };
    assert.equal(await serviceOf('discord'), 'discord');
    assert.equal(await serviceOf('DISCORD'), 'discord');
    assert.equal(await serviceOf('messenger'), 'kik');
    assert.equal(await serviceOf('disc'), 'discogs');
    assert.equal(await serviceOf(''), 'discogs');
    const html = await readPage(`${url}/embed?place=readme&service=disc`);
    assert.match(html, /<a href="embed\?service=discord&amp;place=readme"><bdi>Discord<\/bdi>/);
    assert.match(html, /name="service" value="disc"/);
  });

  test('names an unknown choice, and goes on without it', async (t) => {
    const { url } = await start(t);
    const html = await readPage(
      `${url}/embed?service=nobody&place=myspace&as=%3Cb%3E&look=huge&theme=${'x'.repeat(5000)}`,
    );
    await assertValidHtml(html, 'unknown values');
    const complaints = complaintsOf(html);
    assert.equal(complaints.length, 5);
    assert.match(complaints[0] ?? '', /No service matches “nobody”\. Using “Discogs”\./);
    assert.match(complaints[1] ?? '', /^Place: there is no “myspace”\. Using “My own site”\.$/);
    assert.match(complaints[2] ?? '', /^What to paste: there is no “<b>”/);
    assert.ok(complaints.every((complaint) => complaint.length < 200));
    // Known, but not in this place: not a word, it is no mistake.
    const other = await readPage(`${url}/embed?place=readme&as=element&look=compact&size=large`);
    assert.deepEqual(complaintsOf(other), []);
    assert.match(snippetsOf(other)[0] ?? '', /^\[!\[.*\.svg\?size=large\)\]/);
    // Twice the same name: the first counts.
    const twice = await readPage(`${url}/embed?service=kik&service=discord&place=preview`);
    assert.equal(snippetsOf(twice)[0], `${url}/kik`);
  });

  test('has an address for every choice, which restores that choice', async (t) => {
    const { url } = await start(t);
    for (const query of [
      'service=kik&place=phpbb&size=large&theme=dark&language=ar',
      'service=discord&place=wordpress&as=iframe&look=compact&lang=ar',
      'service=discord&place=site&look=badge&version=newest',
    ]) {
      const html = await readPage(`${url}/embed?${query}`);
      const [, link = ''] = /<p class="note"><a href="([^"]+)">/.exec(html) ?? [];
      const again = await readPage(`${url}/${unescape(link)}`);
      assert.deepEqual(snippetsOf(again), snippetsOf(html), query);
      assert.deepEqual(chosenOf(again), chosenOf(html), query);
      assert.deepEqual(
        Object.fromEntries(new URL(unescape(link), url).searchParams),
        Object.fromEntries(new URLSearchParams(query)),
      );
    }
  });

  test('survives hostile names', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      for (const place of ['site', 'phpbb', 'readme', 'preview', 'reader']) {
        const html = await readPage(`${url}/embed?service=hostile-${index}&place=${place}`);
        await assertValidHtml(html, `${name} ${place}`);
        assert.doesNotMatch(html, /<script>alert|<img src=x|\p{Surrogate}/u);
      }
    }
  });

  test('has no inline style or script, and frames nothing but this server', async (t) => {
    const { url } = await start(t);
    const response = await fetch(`${url}/embed?place=wordpress`);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.match(policy, /frame-ancestors 'none'; frame-src 'self'$/);
    for (const tag of listTags(await response.text())) {
      assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(on\w+|style)=/i, tag);
      const [, link] = /^<(?:script|link rel="stylesheet").*(?:src|href)="([^"]+)"/.exec(tag) ?? [];
      if (link) assert.equal((await fetch(`${url}/${link}`)).status, 200, link);
    }
  });

  test('explains an empty catalogue', async (t) => {
    const { url } = await startServer(t, {}, { catalog: new Map() });
    const html = await readPage(`${url}/embed?service=kik`);
    await assertValidHtml(html, 'no services');
    assert.match(html, /This server has no services yet\./);
    assert.deepEqual(snippetsOf(html), []);
  });

  test('writes public addresses, and loads its own files from any prefix', async (t) => {
    const { url } = await startServer(t, { PUBLIC_URL: 'https://example.org/status' }, { catalog });
    const html = await readPage(`${url}/status/embed?service=kik&place=discourse`);
    assert.equal(
      snippetsOf(html)[0],
      '[![Kik status](https://example.org/status/badge/kik.svg)](https://example.org/status/kik)',
    );
    assert.match(html, /<img src="badge\/kik\.svg"/);
  });
});
