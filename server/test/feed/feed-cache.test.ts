import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FeedCache } from '../../src/feed/feed-cache.js';
import { RequestError } from '../../src/lib/request-error.js';
import { StoreError } from '../../src/lib/store-error.js';
import { makeService } from '../helpers/test-catalog.js';

const service = makeService();

const makeCache = (read: () => Promise<object>): { cache: FeedCache; clock: { nowMs: number } } => {
  const clock = { nowMs: 1_000_000 };
  const cache = new FeedCache({
    read: read as never,
    now: () => clock.nowMs,
    observeBuild: () => undefined,
  });
  return { cache, clock };
};

describe('the feed cache', () => {
  test('builds one feed for all requests that arrive meanwhile', async () => {
    let builds = 0;
    const { cache } = makeCache(() => Promise.resolve({ build: (builds += 1) }));
    const snapshots = await Promise.all(Array.from({ length: 50 }, () => cache.get(service)));
    assert.equal(builds, 1);
    assert.equal(new Set(snapshots).size, 1);
  });

  test('builds changed feeds at most once a second, and loses no change', async () => {
    let builds = 0;
    const { cache } = makeCache(() => Promise.resolve({ build: (builds += 1) }));
    await cache.get(service);
    cache.markChanged(service.id);
    await cache.getChanged(service);
    assert.equal(builds, 2);
    const secondAt = performance.now();
    cache.markChanged(service.id);
    await cache.get(service);
    assert.equal(builds, 2);
    await cache.getChanged(service);
    assert.equal(builds, 3);
    assert.ok(performance.now() - secondAt > 900);
  });

  test('loses none of many changes, however early a timer fires', async () => {
    const services = Array.from({ length: 400 }, (_, index) => makeService({ id: `s${index}` }));
    const wanted = new Map<string, number>();
    const cache = new FeedCache({
      read: (({ id }: { id: string }) => Promise.resolve({ change: wanted.get(id) })) as never,
      now: () => 0,
      observeBuild: () => undefined,
    });
    const change = async (one: typeof service, value: number): Promise<unknown> => {
      wanted.set(one.id, value);
      cache.markChanged(one.id);
      return ((await cache.getChanged(one)).feed as unknown as { change: number }).change;
    };
    await Promise.all(services.map((one) => cache.get(one)));
    await Promise.all(
      services.map(async (one, index) => {
        await new Promise((resolve) => setTimeout(resolve, index));
        assert.equal(await change(one, 1), 1);
        assert.equal(await change(one, 2), 2);
      }),
    );
  });

  test('builds again after a change during a build', async () => {
    let builds = 0;
    const { cache } = makeCache(() => {
      builds += 1;
      if (builds === 1) cache.markChanged(service.id);
      return Promise.resolve({ build: builds });
    });
    await cache.get(service);
    await cache.getChanged(service);
    assert.equal(builds, 2);
  });

  test('keeps the last good feed while the store fails, until it is stale', async () => {
    let failing = false;
    const { cache, clock } = makeCache(() =>
      failing ? Promise.reject(new StoreError('gone')) : Promise.resolve({}),
    );
    const good = await cache.get(service);
    failing = true;
    clock.nowMs += 299_000;
    assert.equal(await cache.get(service), good);
    clock.nowMs += 1000;
    await assert.rejects(
      cache.get(service),
      (error) =>
        error instanceof RequestError &&
        error.code === 'unavailable' &&
        error.retryAfterSeconds === 10,
    );
  });

  test('throws a programming error instead of serving an old feed', async () => {
    let broken = false;
    const { cache, clock } = makeCache(() =>
      broken ? Promise.reject(new TypeError('mistake')) : Promise.resolve({}),
    );
    await cache.get(service);
    broken = true;
    clock.nowMs += 60_000;
    await assert.rejects(cache.get(service), TypeError);
  });
});
