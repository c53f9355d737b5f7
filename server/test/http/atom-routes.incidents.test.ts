import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { startServer } from '../helpers/test-server.js';
import {
  type Answer,
  incident,
  PAGE_URL,
  setUp,
  summary,
  watching,
} from '../helpers/vendor-bench.js';

interface Entry {
  id: string;
  title: string;
  published: string;
  updated: string;
  content: { '#text': string };
}

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });

const readEntries = async (address: string): Promise<Entry[]> => {
  const xml = await (await fetch(address)).text();
  assert.equal(XMLValidator.validate(xml), true, xml);
  const { feed } = parser.parse(xml) as { feed: { entry?: Entry[]; updated: string } };
  const entries = feed.entry ?? [];
  if (entries[0]) assert.equal(feed.updated, entries[0].updated);
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, xml);
  assert.deepEqual(
    entries.map(({ updated }) => updated),
    entries
      .map(({ updated }) => updated)
      .toSorted()
      .toReversed(),
  );
  return entries;
};

const keyOf = ({ id }: Entry): string => id.slice(id.indexOf('/') + 1);

const ended = { status: 'resolved', resolved_at: '2026-11-22T08:45:00Z' };

describe('an incident of a vendor’s page in the Atom feed', () => {
  test('begins with one entry and ends with another, each at the time this server saw it', async (t) => {
    // Looks at 9:00, 9:01 …; the vendor dates beginning and end back.
    const answers: Answer[] = [
      { body: summary('none') },
      { body: summary('major', [incident('x')]) },
      { body: summary('major', [incident('x', { status: 'identified' })]) },
      { body: summary('none', [incident('x', ended)]) },
      { body: summary('none') },
      { body: summary('major', [incident('x', { status: 'identified' })]) },
      { body: summary('none') },
    ];
    const bench = await setUp(t, () => answers.shift() ?? { status: 500 }, watching());
    const catalog = makeCatalog(
      makeService({ incidents: [], official: { page: PAGE_URL, feed: `${PAGE_URL}x.json` } }),
    );
    const nowMs = Date.UTC(2026, 10, 22, 9, 10);
    const start = () => startServer(t, {}, { store: bench.store, catalog, now: () => nowMs });
    const { url } = await start();
    const look = async (): Promise<[string, string, string][]> => {
      await bench.poll();
      return (await readEntries(`${url}/kik.atom`)).map((entry) => {
        assert.equal(entry.published, entry.updated);
        return [keyOf(entry), entry.title, entry.updated.slice(11, 16)];
      });
    };
    const begin = ['incidents/x', 'Kik: Incident x', '09:01'];
    const end = ['incidents/x/2', 'Kik: Incident x · resolved', '09:03'];
    const again = ['incidents/x/3', 'Kik: Incident x', '09:05'];
    const endAgain = ['incidents/x/4', 'Kik: Incident x · resolved', '09:06'];
    assert.deepEqual(await look(), []);
    assert.deepEqual(await look(), [begin]);
    assert.deepEqual(await look(), [begin]);
    assert.deepEqual(await look(), [end, begin]);
    const [entry, beginning] = await readEntries(`${url}/kik.atom`);
    assert.equal(
      entry?.content['#text'],
      '2026-11-22 08:30 UTC · Major impact · resolved · lasted 15 minutes · from the official page',
    );
    assert.equal(
      beginning?.content['#text'],
      '2026-11-22 08:30 UTC · Major impact · from the official page',
    );
    assert.deepEqual(await look(), [end, begin]);
    assert.deepEqual(await look(), [again, end, begin]);
    assert.deepEqual(await look(), [endAgain, again, end, begin]);

    const other = await start();
    const ids = async (address: string): Promise<string[]> =>
      (await readEntries(address)).map(({ id }) => id);
    assert.deepEqual(await ids(`${other.url}/kik.atom`), await ids(`${url}/kik.atom`));
    assert.deepEqual(await ids(`${url}/kik.atom?lang=ar`), await ids(`${url}/kik.atom`));
    assert.equal((await ids(`${url}/kik.atom?since=2026-11-22T09:04:00Z`)).length, 2);
    assert.equal((await ids(`${url}/kik.atom?limit=1`)).length, 1);
  });

  test('is listed once under an id that the catalogue has too', async (t) => {
    const bench = await setUp(
      t,
      () => ({ body: summary('major', [incident('kik-2019'), incident('a b/c&d')]) }),
      watching(),
    );
    await bench.poll();
    const { url } = await startServer(t, {}, { store: bench.store });
    assert.deepEqual((await readEntries(`${url}/kik.atom`)).map(keyOf).toSorted(), [
      'incidents/a%20b%2Fc%26d',
      'incidents/kik-2019',
    ]);
  });
});
