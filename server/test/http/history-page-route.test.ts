import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeHistoryPage } from '../../src/render/history-page.js';
import { renderLanguage } from '../../src/render/render-language.js';
import { openStore } from '../../src/store/open-store.js';
import type { StoredIncident } from '../../src/feed/history-store.js';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 34);

const told: StoredIncident = {
  serviceId: 'kik',
  id: 'told',
  title: 'Elevated <errors> & more',
  status: 'resolved',
  impact: 'major',
  startedAt: '2026-11-20T09:48:00Z',
  endedAt: '2026-11-20T11:48:00Z',
  source: 'official',
  url: 'https://status.vendor.example/told',
};
const archived: StoredIncident = {
  ...told,
  id: 'old',
  title: 'Nothing was delivered',
  startedAt: '2026-03-01T08:00:00Z',
  endedAt: '2026-03-01T09:00:00Z',
  source: 'archive',
};

const readPage = async (url: string, status = 200): Promise<string> => {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  assert.equal(response.status, status, url);
  assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  return response.text();
};

describe('the page of past incidents', () => {
  test("lists the vendor's incidents and imported ones, for as many days as the query asks", async (t) => {
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    await store.history.importIncidents([told, archived]);
    const { url } = await startServer(t, {}, { store, now: () => NOW_MS });
    const page = await readPage(`${url}/kik/history`);
    await assertValidHtml(page, 'history');
    for (const tag of listTags(page)) assert.doesNotMatch(tag, /^<script|\s(on\w+|style)=/i, tag);
    assert.match(
      page,
      /<a href="https:\/\/status\.vendor\.example\/told" rel="noopener nofollow"><bdi>Elevated &lt;errors&gt; &amp; more<\/bdi><\/a>/,
    );
    assert.match(
      page,
      /2026-11-20 09:48 UTC.*Major impact.*lasted 2 hours.*from the official page/,
    );
    assert.doesNotMatch(page, /Nothing was delivered/);
    assert.match(
      page,
      /<a href="\.\.\/kik\/history\?days=90" aria-current="page">Last 90 days<\/a>/,
    );
    const year = await readPage(`${url}/kik/history?days=366`);
    assert.match(year, /Nothing was delivered.*\n?.*from the archive/);
    assert.equal(year.match(/<th scope="row"/g)?.length, 366);
    assert.match(await readPage(`${url}/kik`), /<a href="kik\/history">Past incidents<\/a>/);
  });

  test('counts today’s reports, beside the outages of the catalogue', async (t) => {
    const server = await startServer(t, {}, { now: () => NOW_MS });
    for (const visitor of [1, 2, 3]) await server.report(visitor);
    const page = await readPage(`${server.url}/kik/history?days=30`);
    assert.match(page, /Several hours without messages/);
    assert.match(page, /<th scope="row" dir="ltr">2026-11-22<\/th><td>3</);
    assert.equal(page.match(/<th scope="row"/g)?.length, 30);
    const arabic = await readPage(`${server.url}/kik/history?days=nonsense&lang=ar`);
    await assertValidHtml(arabic, 'history in Arabic');
    assert.match(arabic, /<html lang="ar" dir="rtl">/);
    assert.equal(arabic.match(/<th scope="row"/g)?.length, 90);
  });

  test('shows how much earlier users noticed, and not that they were later', () => {
    const seen = {
      ...told,
      id: 'seen',
      title: 'Users reported a major outage',
      source: 'community' as const,
      startedAt: '2026-11-20T09:30:00Z',
    };
    const write = (leadSeconds: number): string =>
      writeHistoryPage(
        { id: 'kik', name: 'Kik', incidents: [] },
        { days: [], changes: [], incidents: [{ ...seen, leadSeconds }] },
        90,
        renderLanguage('en'),
      );
    assert.match(write(1080), /users noticed 18 minutes before the official page/);
    assert.doesNotMatch(write(-60), /users noticed/);
  });

  test('lists the outages of the catalogue, however long ago, each once', () => {
    const old = {
      id: 'long-ago',
      title: 'Nobody could log in',
      impact: 'major' as const,
      startedAt: '2019-11-25T12:00:00Z',
      endedAt: '2019-11-25T18:00:00Z',
    };
    const write = (incidents: (typeof told)[]): string =>
      writeHistoryPage(
        { id: 'kik', name: 'Kik', incidents: [old] },
        { days: [], changes: [], incidents },
        30,
        renderLanguage('en'),
      );
    const page = write([told]);
    assert.ok(page.indexOf(told.title) < page.indexOf(old.title), 'newest first');
    assert.match(page, /from the archive/);
    const empty = { id: 'kik', name: 'Kik', incidents: [] };
    const nothing = { days: [], changes: [], incidents: [] };
    assert.match(
      writeHistoryPage(empty, nothing, 30, renderLanguage('en')),
      /<p>No known incidents\.<\/p>/,
    );
    // An incident that was also imported is listed once.
    assert.equal(write([{ ...told, ...old }]).split(old.title).length, 2);
  });

  test('answers 404 for any other id', async (t) => {
    const { url } = await startServer(t, {}, { now: () => NOW_MS });
    await readPage(`${url}/nobody/history`, 404);
  });
});
