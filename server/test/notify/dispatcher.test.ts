import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Status } from 'outage-status/feed';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/lib/clock.js';
import { createNotifier, type Notifier } from '../../src/notify/notifier.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { StartError } from '../../src/lib/start-error.js';
import { openStore } from '../../src/store/open-store.js';
import type { NotificationStore } from '../../src/notify/notification-store.js';
import type { Wants } from '../../src/render/notify-message.js';
import type { Store } from '../../src/store/store-of.js';
import { type MailServer, startMailServer } from '../helpers/mail-server.js';
import { decide, makeLog } from '../helpers/notify-host.js';
import { makeCatalog, makeService } from '../helpers/test-catalog.js';
import { makeFolder, waitFor } from '../helpers/test-server.js';

const START_MS = Date.UTC(2026, 10, 24, 9);
const LEASE_MS = 5 * MINUTE_MS;

/** A notifier whose time is the test's. */
interface Bench {
  readonly store: Store;
  readonly mail: MailServer;
  readonly notifier: Notifier;
  /** The notifier of another process on the same database. */
  readonly openOther: () => Promise<Notifier>;
  readonly logged: () => string;
  /** Moves the time. */
  readonly pass: (durationMs: number) => void;
  readonly nowMs: () => number;
  /** What became of messages so far. */
  readonly outcomes: string[];
  readonly subscribe: (name: string, wants?: Wants) => Promise<void>;
  /** Decides now, and waits until that has been dealt with for every subscriber. */
  readonly tell: (status: Status) => Promise<void>;
  /** Sends what is due, and waits until that number of further messages is handled. */
  readonly turns: (count: number) => Promise<string[]>;
  readonly subjects: () => string[];
}

const openBench = async (
  t: TestContext,
  wrap: (store: NotificationStore) => NotificationStore = (store) => store,
): Promise<Bench> => {
  const mail = await startMailServer(t);
  const settings = readSettings({
    DATA_DIR: await makeFolder(t),
    SMTP_URL: mail.url,
    MAIL_FROM: 'status@host.example',
  });
  const store = await openStore(settings);
  let nowMs = START_MS;
  const outcomes: string[] = [];
  const { log, logged } = makeLog();
  const open = async (on: Store): Promise<Notifier> => {
    const made = await createNotifier({
      settings,
      store: wrap(on.notifications),
      catalog: makeCatalog(makeService()),
      now: () => nowMs,
      log,
      publicUrl: () => 'https://status.example',
      observe: (_channel, outcome) => outcomes.push(outcome),
    });
    assert.ok(made);
    t.after(async () => {
      await made.close();
      await on.close();
    });
    return made;
  };
  const notifier = await open(store);
  let subscriberCount = 0;
  const turns = async (count: number): Promise<string[]> => {
    const before = outcomes.length;
    notifier.dispatcher.wake();
    await waitFor(`${count} turns`, () => (outcomes.length >= before + count ? true : undefined));
    return outcomes.slice(before);
  };
  return {
    store,
    mail,
    notifier,
    openOther: async () => open(await openStore(settings)),
    logged,
    outcomes,
    turns,
    nowMs: () => nowMs,
    pass: (durationMs) => {
      nowMs += durationMs;
    },
    subscribe: async (name, wants = 'both') => {
      subscriberCount += 1;
      await notifier.desk.confirm({
        serviceId: 'kik',
        email: `${name}@mail.example`,
        wants,
        language: 'en',
        expiresAtMs: nowMs,
      });
    },
    tell: async (status) => {
      await decide(store, status, nowMs);
      await turns(subscriberCount);
    },
    subjects: () => mail.mails.map(({ parsed }) => (parsed.subject ?? '').replace('Kik: ', '')),
  };
};

const OUTAGE = 'users report problems';
const RECOVERY = 'users no longer report problems';

describe('the messages of a dispatcher', () => {
  test('are four an hour for a flapping service, and then its current status', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    for (let flaps = 0; flaps < 5; flaps += 1) {
      await bench.tell('major_outage');
      bench.pass(MINUTE_MS);
      await bench.tell('operational');
      bench.pass(MINUTE_MS);
    }
    await bench.tell('partial_outage');
    assert.deepEqual(bench.subjects(), [OUTAGE, RECOVERY, OUTAGE, RECOVERY]);
    // The first of the four is an hour old: there is room for one, and it is the latest.
    bench.pass(HOUR_MS - 10 * MINUTE_MS);
    bench.outcomes.length = 0;
    bench.notifier.dispatcher.wake();
    await bench.mail.waitForMail(5);
    // The mail is here before the dispatcher has noted it.
    await waitFor('the outcome of the fifth', () =>
      bench.outcomes.find((outcome) => outcome === 'sent'),
    );
    assert.deepEqual(bench.subjects().slice(4), [OUTAGE]);
    assert.match(bench.mail.mails[4]?.parsed.text ?? '', /partial outage/);
    await bench.tell('operational');
    assert.equal(bench.outcomes.at(-1), 'held');
    bench.pass(MINUTE_MS);
    await bench.turns(1);
    assert.deepEqual(bench.subjects().slice(5), [RECOVERY]);
  });

  test('are none when the service is back where it was meanwhile', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    for (let flaps = 0; flaps < 4; flaps += 1) {
      await bench.tell('major_outage');
      await bench.tell('operational');
    }
    assert.equal(bench.mail.mails.length, 4);
    bench.pass(HOUR_MS);
    bench.outcomes.length = 0;
    bench.notifier.dispatcher.wake();
    await waitFor('the rest', async () =>
      (await bench.store.notifications.readBacklog()).waitingCount === 0 ? true : undefined,
    );
    assert.equal(bench.mail.mails.length, 4);
    assert.ok(!bench.outcomes.includes('sent'), String(bench.outcomes));
  });

  test('report an outage again when it gets worse, and not when it gets better', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    for (const status of [
      'degraded_performance',
      'major_outage',
      'partial_outage',
      'major_outage',
      'operational',
    ] as const) {
      await bench.tell(status);
    }
    assert.deepEqual(bench.outcomes, ['sent', 'sent', 'unneeded', 'unneeded', 'sent']);
    assert.deepEqual(bench.subjects(), [OUTAGE, OUTAGE, RECOVERY]);
  });

  test('skip a first decision that finds calm, and a status that the subscriber knew at the start', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    await decide(bench.store, 'operational', bench.nowMs());
    await decide(bench.store, 'major_outage', bench.nowMs());
    await bench.subscribe('bob');
    await bench.turns(2);
    assert.deepEqual(bench.outcomes.toSorted(), ['sent', 'unneeded']);
    await bench.tell('operational');
    assert.deepEqual(bench.subjects(), [OUTAGE, RECOVERY, RECOVERY]);
  });

  test('skip changes over an hour old after a long absence, and then go on as if they had been sent', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    await decide(bench.store, 'major_outage', bench.nowMs() - HOUR_MS - 1);
    bench.notifier.dispatcher.wake();
    await waitFor('the look', async () =>
      (await bench.store.notifications.readUntold()).length === 0 ? true : undefined,
    );
    assert.equal((await bench.store.notifications.readBacklog()).waitingCount, 0);
    await bench.tell('operational');
    assert.deepEqual(bench.subjects(), [RECOVERY]);
  });

  test('skip what was queued before an absence', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    await decide(bench.store, 'major_outage', bench.nowMs());
    const [change] = await bench.store.notifications.readUntold();
    const times = { nowMs: bench.nowMs(), expiresAtMs: bench.nowMs() + HOUR_MS };
    await bench.store.notifications.queueChange(change!, times);
    bench.pass(HOUR_MS + 1);
    assert.deepEqual(await bench.turns(1), ['unneeded']);
    assert.deepEqual(bench.mail.offered, []);
  });
});

describe('a dispatcher in trouble', () => {
  test('asks a mail server that says later ever more rarely, and gives up after a day', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    bench.mail.refuseWith(...Array.from({ length: 100 }, () => 451));
    await bench.tell('major_outage');
    let tries = 1;
    while (bench.outcomes.at(-1) === 'failed' && tries < 100) {
      bench.pass(HOUR_MS);
      await bench.turns(1);
      tries += 1;
    }
    assert.equal(bench.outcomes.at(-1), 'given_up');
    assert.equal(tries, DAY_MS / HOUR_MS + 2);
    assert.equal(bench.mail.mails.length, 0);
    bench.pass(HOUR_MS);
    bench.notifier.dispatcher.wake();
    assert.equal((await bench.store.notifications.readBacklog()).waitingCount, 0);
    assert.match(bench.logged(), /EENVELOPE 451/);
    assert.doesNotMatch(bench.logged(), /mail\.example/);
  });

  test('sends the state of that moment once the mail server accepts', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    bench.mail.refuseWith(451, 451);
    await bench.tell('degraded_performance');
    await bench.tell('major_outage');
    bench.pass(2 * MINUTE_MS);
    await bench.turns(2);
    assert.deepEqual(bench.outcomes.toSorted(), ['failed', 'failed', 'sent', 'unneeded']);
    assert.match(bench.mail.mails[0]?.parsed.text ?? '', /major outage/);
  });

  test('does not try a recipient again who is refused for good', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    bench.mail.refuseWith(550);
    await bench.tell('major_outage');
    assert.deepEqual(bench.outcomes, ['refused']);
    bench.pass(HOUR_MS);
    await bench.tell('operational');
    assert.deepEqual(bench.subjects(), [RECOVERY]);
  });

  test('sends the same mail again under the same Message-ID after a crash between sending and noting it', async (t) => {
    let crash = true;
    const bench = await openBench(
      t,
      (store) =>
        new Proxy(store, {
          get: (target, name) => {
            if (name === 'finish' && crash) return () => Promise.reject(new Error('crashed'));
            const value = Reflect.get(target, name) as unknown;
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        }),
    );
    await bench.subscribe('ann');
    await decide(bench.store, 'major_outage', bench.nowMs());
    bench.notifier.dispatcher.wake();
    await bench.mail.waitForMail(1);
    await waitFor('the crash', () => (/crashed/.test(bench.logged()) ? true : undefined));
    crash = false;
    bench.pass(LEASE_MS - 1);
    bench.notifier.dispatcher.wake();
    bench.pass(1);
    await bench.turns(1);
    const [first, second] = bench.mail.mails;
    assert.ok(first?.parsed.messageId?.endsWith('@status.example>'));
    assert.equal(second?.parsed.messageId, first?.parsed.messageId);
    assert.deepEqual(second?.parsed.date, first?.parsed.date);
    bench.pass(HOUR_MS);
    bench.notifier.dispatcher.wake();
    assert.equal((await bench.store.notifications.readBacklog()).waitingCount, 0);
  });

  test('sends nothing to a subscriber who unsubscribes while a mail waits', async (t) => {
    const bench = await openBench(t);
    await bench.subscribe('ann');
    bench.mail.refuseWith(451);
    await bench.tell('major_outage');
    const recipientHash = bench.notifier.keyring.hashRecipient('email', 'ann@mail.example');
    await bench.notifier.desk.remove({ serviceId: 'kik', channel: 'email', recipientHash });
    bench.pass(HOUR_MS);
    bench.notifier.dispatcher.wake();
    assert.equal((await bench.store.notifications.readBacklog()).waitingCount, 0);
    assert.equal(bench.mail.mails.length, 0);
  });

  test('sends each mail once with two processes on one database', async (t) => {
    const bench = await openBench(t);
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
    for (const name of names) await bench.subscribe(name);
    const other = await bench.openOther();
    await decide(bench.store, 'major_outage', bench.nowMs());
    bench.notifier.dispatcher.wake();
    other.dispatcher.wake();
    await waitFor('all turns', () => (bench.outcomes.length >= names.length ? true : undefined));
    const recipients = bench.mail.mails.flatMap((mail) => mail.recipients);
    assert.deepEqual(recipients.toSorted(), names.map((name) => `${name}@mail.example`).toSorted());
  });
});

describe('the set-up of a dispatcher', () => {
  const create = async (environment: Record<string, string>, store: Store): Promise<unknown> =>
    createNotifier({
      settings: readSettings(environment),
      store: store.notifications,
      catalog: makeCatalog(makeService()),
      now: Date.now,
      log: makeLog().log,
      publicUrl: () => undefined,
      observe: () => undefined,
    });

  test('makes nothing and no key without mail and contact', async (t) => {
    const store = await openStore(readSettings({ DATA_DIR: await makeFolder(t) }));
    t.after(() => store.close());
    assert.equal(await create({ DATA_DIR: 'unused' }, store), undefined);
  });

  test('refuses a different key by a sentence, and a missing one with Postgres', async (t) => {
    const folder = await makeFolder(t);
    const store = await openStore(readSettings({ DATA_DIR: folder }));
    t.after(() => store.close());
    const mail = { DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.example' };
    await create(mail, store);
    await create(mail, store);
    await assert.rejects(
      create({ ...mail, NOTIFY_KEY: '00'.repeat(32) }, store),
      (error) => error instanceof StartError && /^NOTIFY_KEY: .*another key/.test(error.message),
    );
    await assert.rejects(
      create({ ...mail, DATABASE_URL: 'postgres://db/x' }, store),
      (error) => error instanceof StartError && error.message.startsWith('NOTIFY_KEY: expected'),
    );
  });
});
