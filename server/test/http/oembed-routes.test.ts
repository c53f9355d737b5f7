import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { frameHeight } from '../../src/render/snippet/frame-snippet.js';
import { HOSTILE_NAMES, startStateServer } from '../helpers/state-server.js';
import { startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);
type Answer = Record<string, string | number>;

const ask = (url: string, page: string, query = ''): Promise<Response> =>
  fetch(`${url}/oembed?url=${encodeURIComponent(page)}${query}`);
const answerOf = async (url: string, page: string, query = ''): Promise<Answer> => {
  const response = await ask(url, page, query);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  return (await response.json()) as Answer;
};

describe('oEmbed', () => {
  test('is linked from the page, with no parameters but its own', async (t) => {
    const { url } = await startServer(t);
    const html = await (await fetch(`${url}/kik`)).text();
    for (const [type, format] of [
      ['application/json+oembed', 'json'],
      ['text/xml+oembed', 'xml'],
    ] as const) {
      const tag = new RegExp(
        `<link rel="alternate" type="${type.replace('+', '\\+')}" href="([^"]+)" title="Kik status">`,
      );
      const address = (tag.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
      assert.equal(
        address,
        `${url}/oembed?url=${encodeURIComponent(`${url}/kik`)}&format=${format}`,
      );
      assert.equal((await fetch(address)).status, 200);
    }
  });

  test('answers with a frame, its size, the link that WordPress needs, and a thumbnail with all of its fields', async (t) => {
    const { url } = await startServer(t);
    const answer = await answerOf(url, `${url}/kik`);
    assert.deepEqual(answer, {
      version: '1.0',
      type: 'rich',
      provider_name: 'Service status',
      provider_url: `${url}/services`,
      title: 'Kik status',
      cache_age: 300,
      width: 480,
      height: frameHeight(480, 'card'),
      html: `<blockquote class="wp-embedded-content" hidden><a href="${url}/kik">Kik status</a></blockquote><iframe src="${url}/embed/kik" width="480" height="${frameHeight(480, 'card')}" title="Kik status" frameborder="0" scrolling="no" class="wp-embedded-content"></iframe>`,
      thumbnail_url: `${url}/card/kik.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    assert.deepEqual(await answerOf(url, `${url}/embed/kik`), answer);
    assert.match(
      String((await answerOf(url, `${url}/kik?lang=ar`))['html']),
      /embed\/kik\?lang=ar"/,
    );
  });

  test('is as high as the content at the width that there is', async (t) => {
    const { url } = await startServer(t);
    const narrow = await answerOf(url, `${url}/kik`, '&maxwidth=320');
    assert.deepEqual([narrow['width'], narrow['height']], [320, frameHeight(320, 'card')]);
    assert.ok(frameHeight(320, 'card') > frameHeight(480, 'card'));
  });

  test('fits the maximum width and height', async (t) => {
    const { url } = await startServer(t);
    const small = await answerOf(url, `${url}/kik`, '&maxwidth=300&maxheight=200');
    assert.deepEqual([small['width'], small['height']], [300, 200]);
    assert.match(String(small['html']), /width="300" height="200"/);
    assert.deepEqual(
      Object.keys(small).filter((key) => key.startsWith('thumbnail')),
      [],
    );
    assert.match(String(small['html']), /embed\/kik" width/);
    const low = await answerOf(url, `${url}/kik?lang=ar`, '&maxheight=199');
    assert.equal(low['height'], 199);
    assert.match(String(low['html']), /embed\/kik\?lang=ar&amp;look=compact" width="480"/);
    const lowest = await answerOf(url, `${url}/kik`, '&maxheight=90');
    assert.equal(lowest['height'], 90);
    assert.match(String(lowest['html']), /embed\/kik\?look=compact"/);
    const large = await answerOf(url, `${url}/kik`, '&maxwidth=5000&maxheight=5000');
    assert.deepEqual([large['width'], large['thumbnail_width']], [480, 1200]);
    for (const wrong of ['0', '-1', 'wide', '1e3', '1.5']) {
      assert.equal((await ask(url, `${url}/kik`, `&maxwidth=${wrong}`)).status, 400, wrong);
    }
  });

  test('says the same as XML', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const id of ['partial-outage', 'hostile-0', 'hostile-1', 'hostile-5']) {
      const response = await ask(url, `${url}/${id}`, '&format=xml');
      assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8');
      const xml = await response.text();
      assert.equal(XMLValidator.validate(xml), true, xml);
      const { oembed } = new XMLParser({ processEntities: true, htmlEntities: true }).parse(
        xml,
      ) as { oembed: Answer };
      const json = await answerOf(url, `${url}/${id}`);
      assert.deepEqual(Object.keys(oembed), Object.keys(json));
      assert.equal(oembed['html'], json['html'], xml);
    }
  });

  test('stays small, a link and a single frame, whatever the name', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      const text = await (await ask(url, `${url}/hostile-${index}`)).text();
      assert.ok(text.length < 4000, name);
      const { html } = JSON.parse(text) as { html: string };
      assert.match(
        html,
        /^<blockquote [^<>]*><a [^<>]*>[^<>]*<\/a><\/blockquote><iframe [^<>]*><\/iframe>$/,
        name,
      );
    }
  });

  test('refuses as the specification says', async (t) => {
    const { url } = await startServer(t);
    const status = async (page: string, query = '') => (await ask(url, page, query)).status;
    for (const page of [
      `${url}/nobody`,
      'https://other.example/kik',
      `${url}/badge/kik.svg`,
      'kik',
      `${url}/services`,
    ]) {
      assert.equal(await status(page), 404, page);
    }
    assert.equal(await status(`${url}/kik`, '&format=yaml'), 501);
    for (const limit of ['0', '-5', '1.5', '5px']) {
      assert.equal(await status(`${url}/kik`, `&maxwidth=${limit}`), 400, limit);
    }
    assert.equal((await fetch(`${url}/oembed`)).status, 400);
  });

  test('accepts any limit that is a number, and addresses as people write them', async (t) => {
    const { url } = await startServer(t);
    const limits = `&maxwidth=${'9'.repeat(400)}&maxheight=00200`;
    const answer = (await (await ask(url, `${url}/Kik/`, limits)).json()) as Answer;
    assert.deepEqual([answer['width'], answer['height']], [480, 200]);
    assert.match(String(answer['html']), /\/embed\/kik"/);
  });

  test('recognises its pages by the public address, prefix included', async (t) => {
    const publicUrl = 'https://example.org/status';
    const { url } = await startServer(t, { PUBLIC_URL: publicUrl });
    const answer = await answerOf(url, `${publicUrl}/kik`);
    assert.match(String(answer['html']), /src="https:\/\/example\.org\/status\/embed\/kik"/);
    assert.equal((await ask(url, 'https://example.org/kik')).status, 404);
  });
});
