import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertValidHtml, listTags } from '../helpers/html-rules.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer, waitFor, type TestServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 34);

const readPage = async ({ url }: TestServer, id = 'kik'): Promise<string> => {
  const response = await fetch(`${url}/${id}/decision`, { headers: { Accept: 'text/html' } });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  return response.text();
};

const barsOf = (html: string): string => /<path class="bars" d="([^"]*)"/.exec(html)?.[1] ?? '';
const statusesOf = (html: string): (string | undefined)[] =>
  [...html.matchAll(/class="strip" data-status="(\w+)"/g)].map(([, status]) => status);

describe('the decision page', () => {
  test('is valid, without inline style or script, before the first report', async (t) => {
    const html = await readPage(await startServer(t, {}, { now: () => NOW_MS }));
    await assertValidHtml(html, 'decision');
    for (const tag of listTags(html)) assert.doesNotMatch(tag, /^<script|\s(on\w+|style)=/i, tag);
    assert.equal(barsOf(html), '');
    assert.deepEqual(statusesOf(html), ['operational']);
    assert.match(html, /0 reports in 24 hours; usually \d/);
    assert.equal(html.match(/class="cell"/g)?.length, 168);
  });

  test('plots the reports and the published status, to its end', async (t) => {
    let nowMs = NOW_MS;
    const server = await startServer(t, {}, { now: () => nowMs });
    for (let visitor = 1; visitor <= 14; visitor += 1) await server.report(visitor);
    const html = await waitFor('a problem', async () => {
      const page = await readPage(server);
      return statusesOf(page)[0] === 'operational' ? undefined : page;
    });
    await assertValidHtml(html, 'decision');
    assert.match(html, /14 reports in 24 hours/);
    // One bar, the last of 144 ten-minute intervals, as high as 14 of 20.
    const [, from, height] = /^M([\d.]+) 212V([\d.]+)h[\d.]+V212z$/.exec(barsOf(html)) ?? [];
    assert.ok(Number(from) > 706 && Number(from) < 713, from);
    assert.ok(Math.abs(Number(height) - (212 - (14 / 20) * 192)) < 0.2, height);
    assert.match(statusesOf(html)[0] ?? '', /_(performance|outage)$/);
    nowMs += 3 * 60_000;
    await waitFor('the way to recovery', async () =>
      (await readPage(server)).includes('On the way to recovery') ? true : undefined,
    );
  });

  test('names the reports that evidence rests on, before a problem opens', async (t) => {
    let nowMs = NOW_MS;
    const server = await startServer(t, {}, { now: () => nowMs });
    for (let visitor = 1; visitor <= 6; visitor += 1) await server.report(visitor);
    // The minute, and what a report may be late.
    nowMs += 70_000;
    const html = await waitFor('the minute to be over', async () => {
      const page = await readPage(server);
      return /6 in 1 min, 0\.\d usual/.test(page) ? page : undefined;
    });
    await assertValidHtml(html, 'rising');
    assert.ok(statusesOf(html).every((status) => status === 'operational'));
  });

  test('writes one report and one hour in the singular', async (t) => {
    let nowMs = NOW_MS - (NOW_MS % 3_600_000);
    const server = await startServer(t, {}, { now: () => nowMs });
    await server.report(1);
    nowMs += 3_600_000 + 70_000;
    const html = await waitFor('the hour to be learned', async () => {
      const page = await readPage(server);
      return page.includes('Learned from 0') ? undefined : page;
    });
    assert.match(html, /1 report in 24 hours;/);
    assert.match(html, /Learned from 1 hour: /);
  });

  test('survives hostile labels, and answers 404 for any other id', async (t) => {
    const hostile = '<script>alert(1)</script>"&';
    const { id } = makeService();
    const service = makeService({ name: hostile });
    const catalog = makeCatalog({
      ...service,
      categories: service.categories.map((category) => ({ ...category, label: hostile })),
    });
    const server = await startServer(t, {}, { catalog, now: () => NOW_MS });
    const html = await readPage(server, id);
    await assertValidHtml(html, 'hostile');
    assert.doesNotMatch(html, /<script/);
    for (const path of ['/nobody/decision', '/kik/decisions']) {
      const response = await fetch(server.url + path, { headers: { Accept: 'text/html' } });
      assert.equal(response.status, 404, path);
    }
  });
});
