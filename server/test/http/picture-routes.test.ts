import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { STATUSES } from 'outage-status/feed';
import { PALETTE, STATUS_COLORS, STATUS_ICONS } from 'outage-status/model';
import { LANGUAGES } from 'outage-status/texts';
import { Entity } from '../../src/lib/entity.js';
import type { RequestError } from '../../src/lib/request-error.js';
import { drawBadge } from '../../src/render/badge.js';
import { drawCard } from '../../src/render/card.js';
import { drawableText } from '../../src/render/drawable-text.js';
import { fontTable } from '../../src/render/fonts.js';
import { RasterThread } from '../../src/render/raster-thread.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { viewStatus } from '../../src/render/status-view.js';
import { engineAdvance, fitText, measureText, shrinkText } from '../../src/render/text-width.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import { StoreError } from '../../src/lib/store-error.js';
import type { HistoryStore } from '../../src/feed/history-store.js';
import type { Store } from '../../src/store/store-of.js';
import { decodePng } from '../helpers/decode-png.js';
import { HOSTILE_NAMES, idOf, startStateServer } from '../helpers/state-server.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);

const readText = async (url: string): Promise<string> => {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  return response.text();
};
const readPng = async (url: string) => {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  assert.equal(response.headers.get('content-type'), 'image/png');
  return decodePng(Buffer.from(await response.arrayBuffer()));
};
const secondsFresh = (response: Response): number =>
  Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1]);

/** What no picture may hold: anything that runs, and anything from elsewhere. */
const assertInert = (svg: string): void => {
  assert.equal(XMLValidator.validate(svg), true, svg);
  for (const [tag, name = ''] of svg.matchAll(/<\/?([^\s/>]+)[^>]*>/g)) {
    assert.match(name, /^(svg|title|style|g|path|rect|text)$/, svg);
    assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(on\w+|[\w:]*href|src|style)=/i, svg);
  }
  assert.doesNotMatch(svg, /url\(|@import/i);
  assert.deepEqual(svg.match(/https?:[^"]+/g), ['http://www.w3.org/2000/svg']);
};

describe('the badge', () => {
  test('has the word, the shape and the colours of every state, drawn with an installed font', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES) {
      const svg = await readText(`${url}/badge/${idOf(status)}.svg`);
      const color = PALETTE[STATUS_COLORS[status]];
      assert.ok(svg.includes(`>${LANGUAGES.en.paint.status[status]}</text>`), svg);
      assert.ok(svg.includes(STATUS_ICONS[status]), status);
      assert.ok(svg.includes(color.light) && svg.includes(color.dark), status);
      assertInert(svg);
      for (const theme of ['light', 'dark'] as const) {
        const png = await readPng(`${url}/badge/${idOf(status)}.png?theme=${theme}&size=large`);
        assert.ok(png.count(color[theme]) > 2000, `${status} lacks its colour`);
        // The letters: without a font there is none of it, and no error either.
        assert.ok(png.count(PALETTE['accent-text'][theme]) > 150, `${status} lacks its word`);
        assert.ok(png.count(PALETTE.text[theme]) > 100, `${status} lacks its label`);
        assert.ok(png.count(PALETTE.muted[theme]) > 100, `${status} lacks its time`);
      }
    }
  });

  test('follows the colour scheme of the page, or the theme parameter', async (t) => {
    const { url } = await startServer(t);
    const svg = (query: string) => readText(`${url}/badge/kik.svg${query}`);
    assert.match(await svg(''), /@media \(prefers-color-scheme:dark\)/);
    assert.equal(await svg('?theme=auto'), await svg('?theme=nonsense'));
    const dark = await svg('?theme=dark');
    assert.doesNotMatch(dark, /@media/);
    assert.ok(dark.includes(PALETTE.good.dark) && !dark.includes(PALETTE.good.light));
  });

  test('comes in sizes, with another label or none, in Arabic, and sharper for dense screens', async (t) => {
    const { url } = await startServer(t);
    const heights = [];
    for (const size of ['small', 'medium', 'large', 'nonsense']) {
      heights.push((await readPng(`${url}/badge/kik.png?size=${size}`)).height);
    }
    assert.deepEqual(heights, [20, 28, 40, 20]);
    assert.equal((await readPng(`${url}/badge/kik.png?scale=2`)).height, 40);
    assert.equal((await readPng(`${url}/badge/kik.png?scale=99`)).height, 60);
    assert.match(await readText(`${url}/badge/kik.svg?label=Our%20chat`), />Our chat<\/text>/);
    assert.equal((await readText(`${url}/badge/kik.svg?label=`)).match(/<text/g)?.length, 1);
    const arabic = await readText(`${url}/badge/kik.svg?lang=ar-EG`);
    assert.ok(arabic.includes(LANGUAGES.ar.paint.status.operational));
    assert.match(arabic, /xml:lang="ar"/);
    assert.equal(
      await readText(`${url}/badge/kik-outage-status.svg`),
      await readText(`${url}/badge/kik.svg`),
    );
  });

  test('survives hostile names and labels', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const labels = [...HOSTILE_NAMES, 'y'.repeat(300), ']]>', '--><svg onload=alert(1)>'];
    for (const [index] of HOSTILE_NAMES.entries()) {
      assertInert(await readText(`${url}/badge/hostile-${index}.svg`));
      assert.equal((await readPng(`${url}/badge/hostile-${index}.png`)).height, 20);
      assert.equal((await readPng(`${url}/card/hostile-${index}.png`)).width, 1200);
    }
    for (const label of labels) {
      const encoded = encodeURIComponent(label.replace(/\p{Surrogate}/gu, ''));
      const svg = await readText(`${url}/badge/operational.svg?label=${encoded}`);
      assertInert(svg);
      assert.ok(Number(/width="(\d+)"/.exec(svg)?.[1]) < 500, svg);
    }
  });

  test('cuts a name of three hundred characters', () => {
    const name = 'w'.repeat(300);
    const view = viewStatus({ id: 'kik', name }, undefined, renderLanguage('en'), NOW_MS);
    const svg = drawBadge(view, { size: 'small', theme: 'auto', label: undefined, withTime: true });
    assert.ok(Number(/width="(\d+)"/.exec(svg.text)?.[1]) < 600);
    assert.match(svg.text, />w+…<\/text>/);
  });

  test('shows its time in UTC wherever it is a picture that others may keep', () => {
    const view = viewStatus({ id: 'kik', name: 'Kik' }, undefined, renderLanguage('en'), NOW_MS);
    const options = { size: 'small', theme: 'light', label: undefined } as const;
    assert.match(drawBadge(view, { ...options, withTime: true }).text, />2026-11-22 09:07 UTC</);
    assert.doesNotMatch(drawBadge(view, { ...options, withTime: false }).text, /UTC/);
  });

  test('is as wide as its text in the font that draws it', () => {
    const style = { family: 'plain', weight: 400, size: 11 } as const;
    const narrow = measureText('iiiiii', style);
    const wide = measureText('MMMMMM', style);
    // Advances of DejaVu Sans: i 569, M 1767 of 2048 units.
    assert.ok(Math.abs(narrow - (6 * 11 * 569) / 2048) < 0.1, String(narrow));
    assert.ok(Math.abs(wide - (6 * 11 * 1767) / 2048) < 0.1, String(wide));
  });
});

describe('a picture without a status', () => {
  test('is a grey badge with 200, cached briefly, for an unknown service', async (t) => {
    const { url } = await startServer(t);
    for (const file of [
      'badge/nobody.svg',
      'badge/nobody.png',
      'badge/nobody.json',
      'card/nobody.png',
    ]) {
      const response = await fetch(`${url}/${file}?cacheSeconds=86400`);
      assert.equal(response.status, 200, file);
      assert.ok(secondsFresh(response) <= 15, file);
      assert.doesNotMatch(response.headers.get('cache-control') ?? '', /stale/);
    }
    const svg = await readText(`${url}/badge/nobody.svg`);
    assert.ok(svg.includes('>Unknown</text>') && svg.includes(PALETTE.muted.light), svg);
    assert.equal((await fetch(`${url}/badge/kik.gif`)).status, 404);
    assert.equal((await fetch(`${url}/badge/..%2fkik.svg`)).status, 404);
  });

  test('is a grey badge for anything that cannot be an id, and never a broken picture', async (t) => {
    const { url } = await startServer(t);
    assert.match(await readText(`${url}/badge/KIK.svg`), />Kik<\/text>/);
    for (const name of [
      'No%20Body',
      'k.k',
      '%3Cb%3E',
      '-',
      '%FF%00',
      'x'.repeat(3000),
      '%F0%9F%94%A5',
    ]) {
      const svg = await readText(`${url}/badge/${name}.svg`);
      assert.ok(svg.includes('>Unknown</text>') && svg.length < 5000, svg);
      assertInert(svg);
      await readPng(`${url}/badge/${name}.png`);
    }
    assert.equal((await readPng(`${url}/card/No%20Body.png`)).width, 1200);
  });

  test('is cached briefly when its feed is too old, whatever cacheSeconds says, and counts no view', async (t) => {
    let nowMs = NOW_MS;
    const real = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
    t.after(() => real.close());
    let broken = false;
    const history: HistoryStore = {
      ...real.history,
      countByCategory: (...interval) =>
        broken
          ? Promise.reject(new Error('an unexpected failure'))
          : real.history.countByCategory(...interval),
    };
    const store: Store = { ...real, history };
    const { url } = await startServer(t, {}, { store, now: () => nowMs });
    assert.equal(secondsFresh(await fetch(`${url}/badge/kik.svg?cacheSeconds=900`)), 900);
    const count = (await readPng(`${url}/card/kik.png`)).count(PALETTE.accent.light);
    assert.ok(count > 300, 'the line of reports');
    broken = true;
    nowMs += 3_600_000;
    for (const file of ['badge/kik.svg', 'badge/kik.png', 'badge/kik.json', 'card/kik.png']) {
      const response = await fetch(`${url}/${file}?cacheSeconds=900`);
      assert.equal(response.status, 200, file);
      assert.ok(secondsFresh(response) <= 15, file);
    }
    assert.equal((await readPng(`${url}/card/kik.png`)).count(PALETTE.accent.light), 0);
  });

  test('is grey too while the database fails', async (t) => {
    const real = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
    t.after(() => real.close());
    const history: HistoryStore = {
      ...real.history,
      countByCategory: () => Promise.reject(new StoreError('gone')),
    };
    const store: Store = { ...real, history };
    const { url } = await startServer(t, {}, { store });
    const response = await fetch(`${url}/badge/kik.svg`);
    assert.equal(response.status, 200);
    assert.ok(secondsFresh(response) <= 15);
    assert.match(await response.text(), />Kik<\/text>.*>Unknown<\/text>/);
  });
});

describe('picture answers', () => {
  test('carry what proxies go by, and answer 304 to a client with the newest', async (t) => {
    const { url } = await startServer(t);
    for (const file of ['badge/kik.svg', 'badge/kik.png', 'card/kik.png']) {
      const first = await fetch(`${url}/${file}`);
      assert.match(
        first.headers.get('cache-control') ?? '',
        /^public, max-age=60, s-maxage=60, stale-while-revalidate=60$/,
      );
      assert.equal(first.headers.get('access-control-allow-origin'), '*');
      assert.equal(first.headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.match(first.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      const again = await fetch(`${url}/${file}`, {
        headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
      });
      assert.equal(again.status, 304, file);
    }
    const fresh = async (query: string) =>
      secondsFresh(await fetch(`${url}/badge/kik.svg${query}`));
    assert.equal(await fresh('?cacheSeconds=300'), 300);
    assert.equal(await fresh('?cacheSeconds=1'), 60);
    assert.equal(await fresh('?cacheSeconds=1e12'), 86_400);
    assert.equal(await fresh('?cacheSeconds=x'), 60);
  });

  test('cost one drawing for any number of requests at once', async (t) => {
    const { url } = await startServer(t, {}, { now: () => NOW_MS });
    const drawn = async () =>
      Number(/pictures_drawn_total (\d+)/.exec(await readText(`${url}/v1/metrics`))?.[1]);
    const storm = (path: string) =>
      Promise.all(Array.from({ length: 100 }, async () => (await fetch(url + path)).arrayBuffer()));
    await storm('/badge/kik.png');
    assert.equal(await drawn(), 1);
    await storm('/card/kik.png');
    assert.equal(await drawn(), 2);
    await storm('/badge/kik.png?theme=dark');
    assert.equal(await drawn(), 3);
  });

  test('keep few answers, however many cache times clients ask for', () => {
    const entity = new Entity(Buffer.from('a picture'), 'image/png', false);
    const ask = (seconds: number) => entity.answer(undefined, undefined, `max-age=${seconds}`);
    const first = ask(60);
    assert.equal(ask(60), first);
    for (let seconds = 61; seconds < 200; seconds += 1) ask(seconds);
    assert.notEqual(ask(60), first);
    assert.deepEqual(ask(60), first);
  });

  test('fail alone: the next ones are drawn, and requests beyond the queue are refused', async () => {
    const thread = new RasterThread();
    const svg = (size: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="1"/>`;
    const [broken, whole] = await Promise.allSettled([
      thread.draw('no drawing', 1),
      thread.draw(svg(3), 2),
    ]);
    assert.equal(broken?.status, 'rejected');
    assert.ok(whole?.status === 'fulfilled');
    assert.equal(decodePng(Buffer.from(whole.value)).width, 6);
    const many = await Promise.allSettled(
      Array.from({ length: 600 }, () => thread.draw(svg(1), 1)),
    );
    const refused = many.filter(
      (one) => one.status === 'rejected' && (one.reason as RequestError).code === 'unavailable',
    );
    const drawn = many.filter(({ status }) => status === 'fulfilled');
    assert.deepEqual([drawn.length, refused.length], [501, 99]);
    assert.equal(decodePng(Buffer.from(await thread.draw(svg(5), 1))).width, 5);
  });

  test('describe the badge to shields.io', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    assert.deepEqual(await (await fetch(`${url}/badge/major-outage.json`)).json(), {
      schemaVersion: 1,
      label: 'Name of major-outage',
      message: 'Major outage',
      color: PALETTE.worse.light.slice(1),
    });
    const unknown = (await (await fetch(`${url}/badge/nobody.json`)).json()) as object;
    assert.equal('isError' in unknown && unknown.isError, true);
  });
});

describe('a text in a picture', () => {
  const style = { family: 'narrow', weight: 400, size: 40 } as const;

  test('is measured in the condensed font where that font draws it', () => {
    const plain = measureText('Partial outage', { ...style, family: 'plain' });
    const narrow = measureText('Partial outage', style);
    assert.ok(narrow < plain * 0.92 && narrow > plain * 0.85, `${narrow} of ${plain}`);
  });

  test('has the same width by the tables of the fonts as by the engine', () => {
    const texts = [
      'Operational',
      'LTAVo To Ty',
      'fit the file, official traffic; flow, baffled, Gaffer shuffle',
      'Яндекс Почта',
      'Γειά',
      'e\u0301 n\u0303o\u0323',
      'חדש',
      ' a b ',
    ];
    for (const family of ['plain', 'narrow'] as const) {
      for (const weight of [400, 700] as const) {
        const table = fontTable(family, weight);
        for (const text of texts) {
          const [byTable = 0, byEngine] = [
            table.advance(text),
            engineAdvance(text, { ...style, family, weight }),
          ];
          assert.ok(
            Math.abs(byTable - byEngine) < 0.005 * byEngine,
            `${text}: ${byTable} by the table of ${family} ${weight}, ${byEngine} by the engine`,
          );
        }
        // Letters that shape each other, and what the font does not have.
        for (const text of ['خدمة', '微', 'a\u202Eb']) {
          assert.equal(table.advance(text), undefined, text);
        }
      }
    }
  });

  test('is cut as late as it fits, however uneven its letters are', () => {
    for (const text of [
      'i'.repeat(90) + 'W'.repeat(90),
      'W'.repeat(90) + 'i'.repeat(90),
      'word '.repeat(60),
    ]) {
      const cut = fitText(text, style, 600);
      assert.ok(measureText(cut, style) <= 600, cut);
      const { length } = cut;
      const longer = `${text.slice(0, length + 1).trimEnd()}…`;
      assert.ok(measureText(longer, style) > 600, `${cut} could be ${longer}`);
    }
    assert.equal(fitText('short', style, 600), 'short');
  });

  test('leaves out characters without a glyph, and becomes the id where nothing is left', () => {
    assert.equal(drawableText('Kik ✓ naïve Ж خدمة חדש'), 'Kik ✓ naïve Ж خدمة חדש');
    assert.equal(drawableText('🦊 Fox 日本'), 'Fox');
    assert.equal(drawableText('👩‍👩‍👧‍👦 (微信)'), '');
    const view = viewStatus(
      { id: 'wechat', name: '微信' },
      undefined,
      renderLanguage('en'),
      NOW_MS,
    );
    const options = { size: 'small', theme: 'light', label: undefined } as const;
    assert.match(drawBadge(view, { ...options, withTime: true }).text, />wechat<\/text>/);
    assert.match(drawBadge(view, { ...options, withTime: false }).text, />微信<\/text>/);
    const card = drawCard(view, 'light', 'status.example/wechat').text;
    assert.match(card, />No current information about wechat\.</);
    assert.doesNotMatch(card, /微信/);
  });

  test('becomes smaller before it is cut', () => {
    const name = 'A service with a long name';
    const shrunk = shrinkText(name, style, 400, 20);
    assert.equal(shrunk.text, name);
    assert.ok(shrunk.style.size < 40 && measureText(name, shrunk.style) <= 400);
    assert.match(shrinkText(name.repeat(3), style, 400, 20).text, /…$/);
  });
});

describe('the card', () => {
  test('has its size, the colour of every state, and letters', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    for (const status of STATUSES) {
      const png = await readPng(`${url}/card/${idOf(status)}.png`);
      assert.deepEqual([png.width, png.height], [1200, 630]);
      assert.ok(png.count(PALETTE[STATUS_COLORS[status]].light) > 30_000, status);
      // Letters of the sentence, and of name and status on their colour.
      assert.ok(png.count(PALETTE.text.light) > 2000, `${status} ${png.count(PALETTE.text.light)}`);
      assert.ok(
        png.count(PALETTE['accent-text'].light) > 4000,
        `${status} ${png.count(PALETTE['accent-text'].light)}`,
      );
      // The line of the last hours, where there are any.
      assert.equal(png.count(PALETTE.accent.light) > 300, status !== 'unknown', status);
    }
    const dark = await readPng(`${url}/card/operational.png?theme=dark&lang=ar`);
    const ground = dark.count(PALETTE.surface.dark);
    assert.ok(ground > 250_000, `${ground} pixels of the dark ground`);
  });
});
