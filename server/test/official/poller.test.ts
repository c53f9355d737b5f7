import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { AddressRule } from '../../src/lib/address-rule.js';
import { createGuardedFetch } from '../../src/official/guarded-fetch.js';
import { OfficialPoller } from '../../src/official/poller.js';
import { openStore } from '../../src/store/open-store.js';
import { makeService } from '../helpers/test-catalog.js';
import { makeFolder, waitFor } from '../helpers/test-server.js';
import {
  type Answer,
  incident,
  PAGE_URL,
  setUp,
  START_MS,
  summary,
  watching,
} from '../helpers/vendor-bench.js';

describe('the official poller', () => {
  test('waits for more than ten pages without a warning of Node', async (t) => {
    const warnings: string[] = [];
    const listen = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', listen);
    t.after(() => process.removeListener('warning', listen));
    const bench = await setUp(
      t,
      () => ({ body: summary('none') }),
      (origin) =>
        Array.from({ length: 30 }, (_, index) =>
          makeService({
            id: `service-${index}`,
            official: { page: `${PAGE_URL}${index}`, feed: `${origin}/${index}.json` },
          }),
        ),
    );
    bench.start();
    await waitFor('all pages to be read', () => (bench.seen.length >= 30 ? true : undefined));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(warnings, []);
  });

  test('stores the status of the page, asks "changed since?", and logs only changes of readability', async (t) => {
    const answers: Answer[] = [
      { body: summary('major'), headers: { etag: '"1"' } },
      { status: 304 },
      { status: 500 },
      { status: 500 },
      { body: '<html>' },
      { body: summary('none') },
    ];
    const bench = await setUp(t, () => answers.shift() ?? { status: 404 }, watching());
    const look = async (): Promise<(string | undefined)[]> => {
      await bench.poll();
      const official = await bench.official();
      return [official?.status, official?.checkedAt];
    };
    assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:00:00Z']);
    assert.equal((await bench.official())?.url, PAGE_URL);
    assert.equal(bench.seen[0]?.headers['if-none-match'], undefined);
    assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:01:00Z']);
    assert.equal(bench.seen[1]?.headers['if-none-match'], '"1"');
    for (let tries = 0; tries < 3; tries += 1) {
      assert.deepEqual(await look(), ['partial_outage', '2026-11-22T09:01:00Z']);
    }
    assert.deepEqual(await look(), ['operational', '2026-11-22T09:05:00Z']);
    assert.deepEqual(bench.outcomes, ['read', 'unchanged', 'failed', 'failed', 'failed', 'read']);
    assert.deepEqual(bench.lines, [
      'official page cannot be read',
      'official page is readable again',
    ]);
  });

  const unreadable: [what: string, answer: Answer][] = [
    ['an error', { status: 500 }],
    ['a page for people', { body: '<!doctype html><title>All systems operational</title>' }],
    ['nothing', { body: '' }],
    ['a document of no known format', { body: '{"everything":"fine"}' }],
    ['a list of nothing', { body: '[]' }],
    ['a feed that is cut short', { body: '<rss><channel><title>x</title>' }],
  ];
  for (const [what, answer] of unreadable) {
    test(`leaves the status unknown for a page that was never readable: ${what}`, async (t) => {
      const bench = await setUp(t, () => answer, watching());
      await bench.poll();
      assert.deepEqual(await bench.official(), {
        status: 'unknown',
        url: PAGE_URL,
        checkedAt: '2026-11-22T09:00:00Z',
        incidents: [],
      });
    });
  }

  test('does not connect to this machine, unless its network is named', async (t) => {
    const bench = await setUp(t, () => ({ body: summary('none') }), watching(), []);
    await bench.poll();
    assert.equal(bench.seen.length, 0);
    assert.equal((await bench.official())?.status, 'unknown');
  });

  test('does not follow a redirect into a network that is not named', async (t) => {
    const bench = await setUp(
      t,
      () => ({ status: 302, headers: { location: 'http://[::1]:9/secret' } }),
      watching(),
    );
    await bench.poll();
    assert.deepEqual(bench.outcomes, ['failed']);
  });

  test('polls a page once for all its services, each with its own components', async (t) => {
    const body = JSON.stringify({
      services: [
        {
          serviceName: 'iCloud Mail &amp; Notes',
          events: [
            {
              messageId: '1',
              statusType: 'Outage',
              usersAffected: 'All users are affected',
              eventStatus: 'ongoing',
              epochStartDate: START_MS,
              message: 'Users are unable to sign in.',
            },
          ],
        },
        { serviceName: 'Siri', events: [] },
      ],
    });
    const bench = await setUp(
      t,
      () => ({ body: `jsonCallback(${body});` }),
      (origin) => {
        const official = { format: 'apple', page: PAGE_URL, feed: `${origin}/status.js` };
        return [
          makeService({ id: 'apple', official }),
          makeService({
            id: 'mail',
            official: { ...official, components: ['iCloud Mail & Notes'] },
          }),
          makeService({ id: 'siri', official: { ...official, components: ['Siri'] } }),
          makeService({ id: 'gone', official: { ...official, components: ['Ping'] } }),
        ];
      },
    );
    await bench.poll();
    assert.equal(bench.seen.length, 1);
    const statuses = await Promise.all(
      ['apple', 'mail', 'siri', 'gone'].map(async (id) => (await bench.official(id))?.status),
    );
    assert.deepEqual(statuses, ['partial_outage', 'major_outage', 'operational', 'unknown']);
    assert.deepEqual(bench.outcomes, ['failed'], 'a missing component is an outcome');
  });

  test('merges the documents of one page, and fetches only the changed ones', async (t) => {
    const page = {
      config: { title: 'Home' },
      incidents: [],
      publicGroupList: [{ monitorList: [{ id: 1, name: 'API' }] }],
    };
    let beat = 1;
    const bench = await setUp(
      t,
      (path) =>
        path.includes('heartbeat')
          ? {
              body: JSON.stringify({
                heartbeatList: { 1: [{ status: beat, time: '2026-11-22 08:59:00' }] },
              }),
            }
          : bench.seen.at(-1)?.headers['if-none-match'] === '"p"'
            ? { status: 304 }
            : { body: JSON.stringify(page), headers: { etag: '"p"' } },
      (origin) =>
        watching(
          { also: [`${origin}/api/status-page/heartbeat/home`] },
          '/api/status-page/home',
        )(origin),
    );
    await bench.poll();
    assert.deepEqual(
      [(await bench.official())?.status, (await bench.official())?.name],
      ['operational', 'Home'],
    );
    beat = 0;
    await bench.poll();
    assert.deepEqual(
      [(await bench.official())?.status, (await bench.official())?.name],
      ['major_outage', 'Home'],
    );
    assert.equal(bench.seen.length, 4);
  });

  test('reads status, components and incidents where there is no summary', async (t) => {
    const page = { id: 'x', name: 'Vendor' };
    const documents: Record<string, object> = {
      '/api/v2/status.json': { page, status: { indicator: 'none' } },
      '/api/v2/components.json': { page, components: [{ name: 'API', status: 'operational' }] },
      '/api/v2/incidents/unresolved.json': {
        page,
        incidents: [incident('1', { impact: 'minor' })],
      },
    };
    const bench = await setUp(
      t,
      (path) => (documents[path] ? { body: JSON.stringify(documents[path]) } : { status: 404 }),
      watching({ format: 'statuspage' }, '/api/v2/summary.json'),
    );
    await bench.poll();
    await bench.poll();
    const official = await bench.official();
    assert.deepEqual(
      [official?.status, official?.indicator, official?.incidents.length],
      ['degraded_performance', 'operational', 1],
    );
    assert.equal(bench.seen.length, 9, 'the missing summary is asked for once');
    documents['/api/v2/scheduled-maintenances/active.json'] = { page, scheduled_maintenances: [] };
    delete documents['/api/v2/incidents/unresolved.json'];
    await bench.poll();
    assert.equal(
      (await bench.official())?.status,
      'unknown',
      'no document says that nothing is open',
    );
  });

  test('reads UTF-16', async (t) => {
    const events = [
      {
        date: '1795338000',
        status: '3',
        service: 'ec2',
        service_name: 'EC2',
        region_name: 'Oregon',
        summary: 'Down',
        event_log: [],
      },
    ];
    const body = Buffer.from(JSON.stringify(events), 'utf16le');
    const bench = await setUp(t, () => ({ body }), watching({ format: 'aws' }));
    await bench.poll();
    assert.equal((await bench.official())?.status, 'partial_outage');
  });

  test('writes incidents into the history, and their end when they are no longer listed', async (t) => {
    const bodies = [
      summary('major', [incident('1'), incident('2')]),
      summary('major', [incident('2', { name: 'Renamed' })]),
      summary('none'),
    ];
    const bench = await setUp(t, () => ({ body: bodies.shift() ?? '' }), watching());
    const history = async (): Promise<unknown> =>
      (await bench.store.history.readIncidents('kik', 0, 10)).map(
        ({ id, title, source, endedAt }) => [id, title, source, endedAt],
      );
    await bench.poll();
    assert.deepEqual(await history(), [
      ['1', 'Incident 1', 'official', null],
      ['2', 'Incident 2', 'official', null],
    ]);
    await bench.poll();
    await bench.poll();
    // What cannot be read ends nothing.
    await bench.poll();
    assert.deepEqual(await history(), [
      ['1', 'Incident 1', 'official', '2026-11-22T09:01:00Z'],
      ['2', 'Renamed', 'official', '2026-11-22T09:02:00Z'],
    ]);
  });

  test('stops at once, also in the middle of a request', async (t) => {
    const held = createServer(() => undefined);
    await new Promise<void>((ready) => held.listen(0, '127.0.0.1', ready));
    t.after(() => {
      held.closeAllConnections();
      held.close();
    });
    const store = await openStore({ dataDir: await makeFolder(t) });
    t.after(() => store.close());
    const rule = new AddressRule(['127.0.0.1/32']);
    const outcomes: string[] = [];
    const poller = new OfficialPoller(
      {
        store: store.official,
        rule,
        fetch: createGuardedFetch(rule),
        now: Date.now,
        pollSeconds: 60,
        log: { info: () => undefined, warn: () => undefined },
        observe: (outcome) => outcomes.push(outcome),
        onRead: () => Promise.resolve(),
      },
      watching()(`http://127.0.0.1:${(held.address() as AddressInfo).port}`),
    );
    const looking = poller.pollOnce();
    await new Promise((asked) => held.once('request', asked));
    await poller.close();
    await looking;
    assert.deepEqual(outcomes, []);
  });
});
