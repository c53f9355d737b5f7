import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Status } from 'outage-status/feed';
import { DAY_MS, HOUR_MS } from '../../src/lib/clock.js';
import type { NewSubscription, OutboxItem } from '../../src/notify/notification-store.js';
import type { Store } from '../../src/store/store-of.js';
import { HOUR_START_MS, withStore, withStores, type MakePlace } from './store-place.js';

const subscriptionOf = (
  recipientHash: string,
  fields: Partial<NewSubscription> = {},
): NewSubscription => ({
  serviceId: 'kik',
  channel: 'email',
  recipientHash,
  sealed: `sealed-${recipientHash}`,
  wants: 'both',
  language: 'en',
  confirmedAtMs: HOUR_START_MS,
  ...fields,
});

/** Writes one decision after the other; each other status is a change. */
const decide = async (store: Store, ...statuses: Status[]): Promise<void> => {
  for (const status of statuses) {
    const revision = (await store.decisions.readDecision('kik'))?.revision ?? 0;
    const decision = { serviceId: 'kik', status, sinceMs: HOUR_START_MS, memory: '', revision };
    assert.equal(await store.decisions.writeDecision(decision, revision), true);
  }
};

const TIMES = { nowMs: HOUR_START_MS, expiresAtMs: HOUR_START_MS + HOUR_MS };

const queueLastChange = async (store: Store): Promise<void> => {
  const change = await store.notifications.readLastChange('kik');
  assert.ok(change);
  await store.notifications.queueChange(change, TIMES);
};

const claimAll = (store: Store, nowMs = HOUR_START_MS, limit = 100): Promise<OutboxItem[]> =>
  store.notifications.claim('email', nowMs, nowMs + HOUR_MS, limit);

const confirmationOf = (recipientHash: string, hour: number, serviceId = 'kik') => ({
  serviceId,
  channel: 'email' as const,
  recipientHash,
  messageKey: `confirm-${hour}`,
  sealed: 'sealed-request',
  createdAtMs: HOUR_START_MS + hour * HOUR_MS,
  expiresAtMs: HOUR_START_MS + DAY_MS,
});

/** Subscriptions and the outbox. */
export function describeNotificationStore(makePlace: MakePlace): void {
  test('a subscription is read back with the status at its beginning, is replaced, and is removed', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      const key = subscriptionOf('ann');
      assert.equal(await notifications.readSubscription(key), undefined);
      await notifications.subscribe(key);
      assert.deepEqual(await notifications.readSubscription(key), {
        ...key,
        knownStatus: 'operational',
      });
      await decide(store, 'major_outage');
      const changed = subscriptionOf('ann', { wants: 'recovery', language: 'ar', sealed: 'x' });
      await notifications.subscribe(changed);
      assert.deepEqual(await notifications.readSubscription(key), {
        ...changed,
        knownStatus: 'major_outage',
      });
      assert.equal(await notifications.readSubscription({ ...key, channel: 'push' }), undefined);
      await notifications.unsubscribe(key);
      await notifications.unsubscribe(key);
      assert.equal(await notifications.readSubscription(key), undefined);
    }));

  test('all subscriptions of a recipient move to another, with their messages, and none of others', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      const push = { channel: 'push' as const };
      const discord = { ...push, serviceId: 'discord' };
      await notifications.subscribe(subscriptionOf('old', { ...push, wants: 'outage' }));
      await notifications.subscribe(subscriptionOf('old', { ...discord, wants: 'outage' }));
      await notifications.subscribe(subscriptionOf('new', { ...discord, wants: 'recovery' }));
      await notifications.subscribe(subscriptionOf('old'));
      await notifications.subscribe(subscriptionOf('other', push));
      await decide(store, 'operational', 'major_outage');
      await queueLastChange(store);
      const to = { recipientHash: 'new', sealed: 'sealed-anew' };
      for (let times = 0; times < 2; times += 1) {
        await notifications.replaceRecipient('push', 'old', to);
      }
      const read = async (hash: string, fields: Partial<NewSubscription>) => {
        const found = await notifications.readSubscription(subscriptionOf(hash, fields));
        return found && [found.wants, found.sealed, found.knownStatus];
      };
      assert.equal(await read('old', push), undefined);
      assert.equal(await read('old', discord), undefined);
      assert.deepEqual(await read('new', push), ['outage', 'sealed-anew', 'operational']);
      assert.deepEqual(await read('new', discord), ['recovery', 'sealed-new', 'operational']);
      assert.deepEqual(await read('old', {}), ['both', 'sealed-old', 'operational']);
      const nowMs = HOUR_START_MS;
      const items = await notifications.claim('push', nowMs, nowMs + HOUR_MS, 100);
      assert.deepEqual(items.map((item) => item.recipientHash).toSorted(), ['new', 'other']);
    }));

  test('a recipient whose address stays keeps everything under new keys, and an unknown one gets nothing', () =>
    withStore(makePlace, async ({ notifications }) => {
      const push = { channel: 'push' as const };
      await notifications.subscribe(subscriptionOf('ann', push));
      const key = subscriptionOf('ann', push);
      await notifications.replaceRecipient('push', 'ann', { recipientHash: 'ann', sealed: 'anew' });
      assert.equal((await notifications.readSubscription(key))?.sealed, 'anew');
      await notifications.replaceRecipient('push', 'bob', { recipientHash: 'eve', sealed: 'x' });
      assert.equal(await notifications.readSubscription(subscriptionOf('eve', push)), undefined);
    }));

  test('a change is queued once for every subscriber of its service, however many processes report it', () =>
    withStores(makePlace, 3, async (stores) => {
      const [store] = stores as [Store];
      // More than one chunk.
      const names = Array.from({ length: 603 }, (_, index) => `n${index}`);
      for (const name of names) await store.notifications.subscribe(subscriptionOf(name));
      await store.notifications.subscribe(subscriptionOf('other', { serviceId: 'discord' }));
      await decide(store, 'operational', 'partial_outage');
      const [untold] = await store.notifications.readUntold();
      assert.deepEqual(untold, {
        serviceId: 'kik',
        revision: 2,
        from: 'operational',
        to: 'partial_outage',
        atMs: HOUR_START_MS,
      });
      await Promise.all(stores.map(queueLastChange));
      await queueLastChange(store);
      assert.deepEqual(await store.notifications.readUntold(), []);
      const items = await claimAll(store, HOUR_START_MS, 5000);
      assert.deepEqual(items.map((item) => item.recipientHash).toSorted(), names.toSorted());
      assert.deepEqual(new Set(items.map((item) => item.messageKey)), new Set(['change-2']));
    }));

  test('a fan-out that was cut short is not taken for done', () =>
    withStore(makePlace, async (store) => {
      await decide(store, 'operational', 'major_outage', 'operational', 'partial_outage');
      const untold = await store.notifications.readUntold();
      assert.deepEqual(
        untold.map(({ revision, to }) => [revision, to]),
        [[4, 'partial_outage']],
      );
      assert.deepEqual(await store.notifications.readUntold(), untold);
      await store.notifications.passOver({ ...untold[0]!, revision: 3 });
      assert.equal((await store.notifications.readUntold()).length, 1);
      await queueLastChange(store);
      // An older one that comes late does not bring it back.
      await store.notifications.passOver({ ...untold[0]!, revision: 3 });
      assert.deepEqual(await store.notifications.readUntold(), []);
    }));

  test('a skipped change is marked as known to every subscriber, and queued for none', () =>
    withStore(makePlace, async (store) => {
      await store.notifications.subscribe(subscriptionOf('ann'));
      await decide(store, 'major_outage');
      const [change] = await store.notifications.readUntold();
      await store.notifications.passOver(change!);
      assert.deepEqual(await claimAll(store), []);
      const known = await store.notifications.readSubscription(subscriptionOf('ann'));
      assert.equal(known?.knownStatus, 'major_outage');
    }));

  test('each message goes to exactly one of the processes that claim at once', () =>
    withStores(makePlace, 3, async (stores) => {
      const [store] = stores as [Store];
      for (let index = 0; index < 60; index += 1) {
        await store.notifications.subscribe(subscriptionOf(`n${index}`));
      }
      await decide(store, 'major_outage');
      await queueLastChange(store);
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, turn) =>
          claimAll(stores[turn % 3] as Store, HOUR_START_MS, 7),
        ),
      );
      const claimed = claims.flat().map((item) => item.recipientHash);
      assert.equal(new Set(claimed).size, claimed.length);
      // What was locked for a moment is left, and nothing else.
      const rest = await claimAll(store);
      assert.equal(claimed.length + rest.length, 60);
      assert.deepEqual(await claimAll(store), []);
    }));

  test('a message comes back when its lease is over, is postponed by its holder only, and ends once', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      await notifications.subscribe(subscriptionOf('ann'));
      await decide(store, 'major_outage');
      await queueLastChange(store);
      const [first] = await claimAll(store);
      assert.ok(first);
      assert.deepEqual(await claimAll(store, HOUR_START_MS + HOUR_MS - 1), []);
      const [second] = await claimAll(store, HOUR_START_MS + HOUR_MS);
      assert.ok(second);
      const later = { dueAtMs: HOUR_START_MS + 3 * HOUR_MS, expiresAtMs: 9, tries: 1 };
      // The first holder was away too long: its word counts no more.
      await notifications.postpone(first, later);
      assert.equal((await claimAll(store, HOUR_START_MS + 2 * HOUR_MS))[0]?.tries, 0);
      const [third] = await claimAll(store, HOUR_START_MS + 3 * HOUR_MS);
      await notifications.postpone(third!, { ...later, dueAtMs: HOUR_START_MS + 4 * HOUR_MS });
      const [fourth] = await claimAll(store, HOUR_START_MS + 4 * HOUR_MS);
      assert.deepEqual([fourth?.tries, fourth?.expiresAtMs], [1, 9]);
      const sentAtMs = HOUR_START_MS + 4 * HOUR_MS;
      await notifications.finish(fourth!, { sentAtMs, knownStatus: 'major_outage' });
      await notifications.finish(fourth!, { knownStatus: 'major_outage' });
      assert.deepEqual(await claimAll(store, HOUR_START_MS + DAY_MS), []);
      assert.deepEqual(await notifications.readSentTimes(fourth!, sentAtMs), [sentAtMs]);
      assert.deepEqual(await notifications.readSentTimes(fourth!, sentAtMs + 1), []);
      const known = await notifications.readSubscription(fourth!);
      assert.equal(known?.knownStatus, 'major_outage');
    }));

  test('a subscriber who unsubscribes leaves the outbox, also while a message is on its way', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      await notifications.subscribe(subscriptionOf('ann'));
      await notifications.subscribe(subscriptionOf('bob'));
      await decide(store, 'major_outage');
      await queueLastChange(store);
      const items = await claimAll(store);
      const ofAnn = items.find((item) => item.recipientHash === 'ann');
      await notifications.unsubscribe(ofAnn!);
      await notifications.finish(ofAnn!, { sentAtMs: HOUR_START_MS, knownStatus: 'major_outage' });
      assert.deepEqual(await notifications.readSentTimes(ofAnn!, 0), []);
      assert.equal(await notifications.readSubscription(ofAnn!), undefined);
      assert.equal((await notifications.readBacklog()).waitingCount, 1);
    }));

  test('requests to confirm are limited to one per service and hour, and to a number per recipient', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      const limit = { count: 3, sinceMs: HOUR_START_MS };
      const ask = (hash: string, hour: number, service?: string) =>
        notifications.queueConfirmation(confirmationOf(hash, hour, service), limit);
      assert.equal(await ask('ann', 0), 'queued');
      assert.equal(await ask('ann', 0), 'limited');
      assert.equal(await ask('ann', 0, 'discord'), 'queued');
      assert.equal(await ask('ann', 1), 'queued');
      assert.equal(await ask('ann', 2), 'limited');
      assert.equal(await ask('bob', 2), 'queued');
      const [item] = await claimAll(store);
      assert.equal(item?.sealed, 'sealed-request');
      await notifications.finish(item, { sentAtMs: HOUR_START_MS });
      // Nothing of it is news for the hour's limit.
      assert.deepEqual(await notifications.readSentTimes(item, 0), []);
    }));

  test('the backlog is what waits, and messages are forgotten after two days', () =>
    withStore(makePlace, async (store) => {
      const { notifications } = store;
      const empty = { waitingCount: 0, oldestAtMs: undefined };
      assert.deepEqual(await notifications.readBacklog(), empty);
      const limit = { count: 9, sinceMs: 0 };
      await notifications.queueConfirmation(confirmationOf('ann', 1), limit);
      await notifications.queueConfirmation(confirmationOf('ann', 0), limit);
      const backlog = { waitingCount: 2, oldestAtMs: HOUR_START_MS };
      assert.deepEqual(await notifications.readBacklog(), backlog);
      await store.purge(HOUR_START_MS + 2 * DAY_MS, 400);
      assert.equal((await notifications.readBacklog()).waitingCount, 2);
      await store.purge(HOUR_START_MS + 2 * DAY_MS + 1, 400);
      assert.equal((await notifications.readBacklog()).waitingCount, 1);
    }));

  test('a secret is made once for all processes', () =>
    withStores(makePlace, 3, async (stores) => {
      const made = await Promise.all(
        stores.map((store, index) =>
          store.notifications.readSecret('vapid', () => `made ${index}`),
        ),
      );
      assert.equal(new Set(made).size, 1);
      assert.match(made[0]!, /^made \d$/);
      assert.equal(await stores[0]!.notifications.readSecret('other', () => 'x'), 'x');
    }));
}
