import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import { HOSTILE_NAMES, startStateServer } from '../helpers/state-server.js';
import { makeFolder, startServer } from '../helpers/test-server.js';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 7, 30);

interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  content: unknown;
}
interface AtomFeed {
  id: string;
  title: string;
  updated: string;
  author: { name: string };
  link: { '@_rel': string; '@_href': string }[];
  entry: Entry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  htmlEntities: true,
  isArray: (name) => name === 'entry',
});

const readAtom = async (address: string): Promise<AtomFeed> => {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  const xml = await response.text();
  assert.equal(XMLValidator.validate(xml), true, xml);
  const { feed } = parser.parse(xml) as { feed: AtomFeed };
  // What RFC 4287 requires.
  for (const part of [feed, ...(feed.entry ?? [])]) {
    assert.ok(part.id && part.title !== undefined, xml);
    assert.match(part.updated, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
  assert.ok(feed.author.name);
  return { ...feed, entry: feed.entry ?? [] };
};

/** A server whose only service has gone down and come back. */
const startWithHistory = async (t: Parameters<typeof startServer>[0]) => {
  const store = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
  const decision = { serviceId: 'kik', memory: '{}', revision: 0 };
  const at = (minutesAgo: number): number => NOW_MS - minutesAgo * 60_000;
  await store.decisions.writeDecision({ ...decision, status: 'operational', sinceMs: at(120) }, 0);
  await store.decisions.writeDecision(
    { ...decision, status: 'partial_outage', sinceMs: at(60) },
    1,
  );
  await store.decisions.writeDecision({ ...decision, status: 'operational', sinceMs: at(30) }, 2);
  const server = await startServer(t, {}, { store, now: () => NOW_MS });
  t.after(() => store.close());
  return server;
};

describe('the Atom feed', () => {
  test('lists status changes and incidents, newest first, each under a stable id', async (t) => {
    const { url } = await startWithHistory(t);
    const feed = await readAtom(`${url}/kik.atom`);
    assert.equal(feed.title, 'Kik status changes');
    assert.equal(feed.id, 'tag:127.0.0.1,2026:kik');
    assert.deepEqual(
      feed.entry.map(({ title, updated }) => [title.replace(/[\u2066-\u2069]/g, ''), updated]),
      [
        ['Kik: Operational', '2026-11-22T08:37:30Z'],
        ['Kik: Partial outage', '2026-11-22T08:07:30Z'],
        ['Kik: Several hours without messages', '2019-11-25T18:00:00Z'],
      ],
    );
    const ids = feed.entry.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids[2], 'tag:127.0.0.1,2026:kik/incidents/kik-2019');
    assert.deepEqual(
      (await readAtom(`${url}/kik.atom?lang=ar`)).entry.map(({ id }) => id),
      ids,
    );
    assert.equal(feed.updated, feed.entry[0]?.updated);
    assert.deepEqual(
      feed.link.map((link) => [link['@_rel'], link['@_href']]),
      [
        ['self', `${url}/kik.atom`],
        ['alternate', `${url}/kik`],
      ],
    );
  });

  test('filters by the query, and names a parameter that it does not understand', async (t) => {
    const { url } = await startWithHistory(t);
    const count = async (query: string) => (await readAtom(`${url}/kik.atom${query}`)).entry.length;
    assert.equal(await count('?limit=2'), 2);
    assert.equal(await count('?since=2026-11-22T08:00:00Z'), 2);
    assert.equal(await count('?since=2026-11-22'), 2);
    assert.equal(await count('?since=2019-01-01'), 3);
    // UTC where no zone is given; a plus that became a space is one.
    assert.equal(await count('?since=2026-11-22T08:30'), 1);
    assert.equal(await count('?since=2026-11-22T10:30:00+02:00'), 1);
    assert.equal(await count('?since=2026-11-22T10:00:00%2B02:00'), 2);
    assert.equal(await count('?since=2027-01-01'), 0);
    for (const query of [
      'since=yesterday',
      'since=1',
      'since=2026-11-22junk',
      'since=2026-13-01',
      'limit=0',
      'limit=101',
      'limit=x',
    ]) {
      assert.equal((await fetch(`${url}/kik.atom?${query}`)).status, 400, query);
    }
    assert.equal((await fetch(`${url}/nobody.atom`)).status, 404);
  });

  test('is linked from the page, survives hostile names, and answers 304', async (t) => {
    const { url } = await startStateServer(t, NOW_MS);
    const html = await (await fetch(`${url}/partial-outage`)).text();
    assert.ok(html.includes(`type="application/atom+xml" href="${url}/partial-outage.atom"`));
    for (const index of HOSTILE_NAMES.keys()) await readAtom(`${url}/hostile-${index}.atom`);
    const { entry } = await readAtom(`${url}/partial-outage.atom`);
    assert.match(entry[0]?.title ?? '', /Something is <b>wrong<\/b>/);
    const first = await fetch(`${url}/partial-outage.atom`);
    const again = await fetch(`${url}/partial-outage.atom`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
  });
});

test('a first decision that finds calm is no entry', async (t) => {
  const store = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
  t.after(() => store.close());
  const first = { serviceId: 'kik', memory: '{}', revision: 1, status: 'operational' as const };
  await store.decisions.writeDecision({ ...first, sinceMs: NOW_MS - 60_000 }, 0);
  const { url } = await startServer(t, {}, { store, now: () => NOW_MS });
  const { entry } = await readAtom(`${url}/kik.atom`);
  assert.ok(
    entry.every(({ id }) => !id.includes('change')),
    JSON.stringify(entry),
  );
  assert.equal(entry.filter(({ title }) => /operational/i.test(title)).length, 0);
});
