import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { CatalogCheck, CatalogService } from '../../src/catalog/load-catalog.js';
import { AddressRule } from '../../src/lib/address-rule.js';
import { createGuardedFetch } from '../../src/official/guarded-fetch.js';
import { Prober, type ProberParts } from '../../src/probe/prober.js';
import { readReachability } from '../../src/probe/reachability.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store-of.js';
import { makeService } from '../helpers/test-catalog.js';

const START_MS = Date.UTC(2026, 10, 22, 9);
const MINUTE_MS = 60_000;

const checkOf = (url: string, changes: Partial<CatalogCheck> = {}): CatalogCheck => ({
  url,
  expect: { status: { from: 200, to: 399 } },
  isTheService: false,
  ...changes,
});

/** A service's own server on this machine, which a test stops and starts. */
interface Target {
  readonly url: string;
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const openTarget = async (
  t: TestContext,
  listener: RequestListener = (_request, response) => response.end('well'),
): Promise<Target> => {
  let asked = 0;
  let server: Server | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      asked += 1;
      response.setHeader('connection', 'close');
      listener(request, response);
    });
    await new Promise<void>((ready) => server?.listen(port, '127.0.0.1', ready));
    port = (server.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    server?.closeAllConnections();
    await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  };
  await start();
  t.after(stop);
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked, start, stop };
};

/** A store of its own, on a clock that a test moves. */
interface Bench {
  readonly store: Store;
  nowMs: number;
  readonly log: object[];
  readonly told: string[];
  readonly prober: (services: readonly CatalogService[], changes?: Partial<ProberParts>) => Prober;
}

const setUp = async (t: TestContext): Promise<Bench> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'outage-status-'));
  const store = await openStore(readSettings({ DATA_DIR: dataDir }));
  t.after(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const rule = new AddressRule(['127.0.0.1/32']);
  const note = (entry: object): void => void bench.log.push(entry);
  const bench: Bench = {
    store,
    nowMs: START_MS,
    log: [],
    told: [],
    prober: (services, changes = {}) =>
      new Prober(
        {
          store: store.probe,
          rule,
          fetch: createGuardedFetch(rule),
          userAgent: 'outage-status-server',
          now: () => bench.nowMs,
          checkSeconds: 60,
          hasShortWindows: false,
          spread: 0,
          log: { info: note, warn: note },
          observe: () => undefined,
          onChecked: async (serviceId) => void bench.told.push(serviceId),
          ...changes,
        },
        services,
      ),
  };
  return bench;
};

/** What the feed says after a round, a minute later. */
const askAt = async (bench: Bench, prober: Prober, service: CatalogService) => {
  await prober.askOnce();
  const stored = await bench.store.probe.readChecks(service.id);
  const said = readReachability(service.checks, stored, bench.nowMs);
  bench.nowMs += MINUTE_MS;
  return said;
};

describe('the prober', () => {
  test('sees a server go and come back', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t);
    const service = makeService({ checks: [checkOf(target.url)] });
    const prober = bench.prober([service]);
    const seen: unknown[] = [];
    const look = async (): Promise<void> =>
      void seen.push((await askAt(bench, prober, service))?.status);
    await look();
    await target.stop();
    await look();
    await look();
    await look();
    const down = await askAt(bench, prober, service);
    assert.deepEqual(down, {
      status: 'unreachable',
      checkedAt: '2026-11-22T09:04:00Z',
      since: '2026-11-22T09:01:00Z',
      medianMs: null,
      url: target.url,
      failure: 'connect',
    });
    await target.start();
    await look();
    await look();
    assert.deepEqual(seen, [
      'reachable',
      'reachable',
      'reachable',
      'unreachable',
      'unreachable',
      'reachable',
    ]);
  });

  test('asks an address once however many services share it, and judges for each', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t);
    const kik = makeService({ checks: [checkOf(target.url)] });
    const expect = { status: { from: 200, to: 200 }, text: 'portal' };
    const other = makeService({ id: 'other', checks: [checkOf(target.url, { expect })] });
    const prober = bench.prober([kik, other, makeService({ id: 'third' })]);
    await prober.askOnce();
    bench.nowMs += MINUTE_MS;
    await prober.askOnce();
    assert.equal(target.asked(), 2);
    const statusOf = async ({ id, checks }: CatalogService) =>
      readReachability(checks, await bench.store.probe.readChecks(id), bench.nowMs)?.status;
    assert.deepEqual(await Promise.all([statusOf(kik), statusOf(other)]), ['reachable', 'unknown']);
    assert.deepEqual(bench.told, ['kik', 'other', 'kik', 'other']);
    assert.equal(await bench.store.probe.readChecks('third'), undefined);
  });

  test('goes on after a restart where it was', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t);
    await target.stop();
    const service = makeService({ checks: [checkOf(target.url)] });
    const first = bench.prober([service]);
    await askAt(bench, first, service);
    await askAt(bench, first, service);
    await first.close();
    const said = await askAt(bench, bench.prober([service]), service);
    assert.equal(said?.status, 'unreachable');
  });

  test('asks from one process, and from the other once that is gone', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t);
    const service = makeService({ checks: [checkOf(target.url)] });
    const [one, two] = [bench.prober([service]), bench.prober([service])];
    for (let minute = 0; minute < 3; minute += 1) {
      await one.askOnce();
      await two.askOnce();
      bench.nowMs += MINUTE_MS;
    }
    assert.equal(target.asked(), 3);
    // Without a word, as a process that is killed.
    bench.nowMs += 2 * MINUTE_MS;
    await two.askOnce();
    assert.equal(target.asked(), 4);
    await one.askOnce();
    assert.equal(target.asked(), 4);
    await two.close();
    await one.askOnce();
    assert.equal(target.asked(), 5);
  });

  test('believes nothing of the internet while its own network is down', async (t) => {
    const bench = await setUp(t);
    const services = ['a', 'b'].map((id) =>
      makeService({ id, checks: [checkOf(`https://${id}.invalid/`)] }),
    );
    const prober = bench.prober(services);
    for (let minute = 0; minute < 6; minute += 1) {
      for (const service of services) {
        const stored = await bench.store.probe.readChecks(service.id);
        const said = readReachability(service.checks, stored, bench.nowMs);
        assert.equal(said?.status ?? 'unknown', 'unknown');
      }
      await prober.askOnce();
      bench.nowMs += MINUTE_MS;
    }
  });

  test('leaves a server alone for as long as it asks for', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t, (_request, response) =>
      response.writeHead(429, { 'Retry-After': '150' }).end(),
    );
    const service = makeService({ checks: [checkOf(target.url)] });
    const prober = bench.prober([service]);
    for (let minute = 0; minute < 4; minute += 1) await askAt(bench, prober, service);
    assert.equal(target.asked(), 2);
  });

  test('forgets an address that the catalogue no longer names', async (t) => {
    const bench = await setUp(t);
    const [old, fresh] = [await openTarget(t), await openTarget(t)];
    await bench.prober([makeService({ checks: [checkOf(old.url)] })]).askOnce();
    const prober = bench.prober([makeService({ checks: [checkOf(fresh.url)] })]);
    bench.nowMs += 4 * MINUTE_MS;
    await prober.askOnce();
    const stored = await bench.store.probe.readChecks('kik');
    assert.deepEqual(Object.keys(stored ?? {}), [fresh.url]);
  });

  test('waits while the store fails, says so once, and goes on', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t);
    const service = makeService({ checks: [checkOf(target.url)] });
    let fails = true;
    const prober = bench.prober([service], {
      store: {
        ...bench.store.probe,
        takeLease: (...given) =>
          fails ? Promise.reject(new Error('no disk')) : bench.store.probe.takeLease(...given),
      },
    });
    await prober.askOnce();
    await prober.askOnce();
    assert.equal(target.asked(), 0);
    assert.equal(bench.log.length, 1);
    fails = false;
    assert.equal((await askAt(bench, prober, service))?.status, 'reachable');
  });

  test('stops in the middle of a question', async (t) => {
    const bench = await setUp(t);
    const target = await openTarget(t, () => undefined);
    const prober = bench.prober([makeService({ checks: [checkOf(target.url)] })], {
      checkSeconds: 5,
    });
    prober.start();
    while (target.asked() === 0) await new Promise((later) => setTimeout(later, 10));
    await prober.close();
    assert.equal(await bench.store.probe.readChecks('kik'), undefined);
    assert.equal(await bench.store.probe.takeLease('next', bench.nowMs, bench.nowMs + 1), true);
  });
});
